/// Short lists that are shared by many: each is kept once, and grows at its end.
struct ListTable<Element: Hashable> {
    private struct Key: Hashable {
        var list: Int
        var element: Element
    }

    private var lists: [[Element]] = [[]]
    private var longer: [Key: Int] = [:]

    /// The list of that number; 0 is the empty one.
    subscript(list: Int) -> [Element] { lists[list] }

    /// The number of a list with one more element; the same where it ends with that element already.
    mutating func adding(_ element: Element, _ list: Int) -> Int {
        if lists[list].last == element { return list }
        let key = Key(list: list, element: element)
        if let known = longer[key] { return known }
        lists.append(lists[list] + [element])
        longer[key] = lists.count - 1
        return lists.count - 1
    }
}
