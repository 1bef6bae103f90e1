import Statute

/// A paragraph of an article while it is amended: its words, and its list.
struct WorkingParagraph {
    var text: String
    /// Items, and plain words that belong to the list.
    var items: Slots<Provision>

    init(text: String, items: [Provision]) {
        self.text = text
        self.items = Slots(
            items.enumerated().map { ($0.element, old: Self.number($0.element) ?? $0.offset + 1) })
    }

    private static func number(_ item: Provision) -> Int? { Int(item.number) }

    /// The paragraphs of an article-level provision.
    static func all(of provision: Provision) -> [WorkingParagraph] {
        let isSeveral = provision.children.contains { $0.kind == .paragraph } && provision.text.isEmpty
        guard isSeveral else { return [WorkingParagraph(text: provision.text, items: provision.children)] }
        return provision.children.map { child in
            child.kind == .paragraph
                ? WorkingParagraph(text: child.text, items: child.children)
                : WorkingParagraph(text: "", items: [child])
        }
    }

    /// The items in their new order and with their new numbers.
    func finished(_ style: LabelStyle) -> (text: String, items: [Provision]) {
        var found = items.resolved
        guard items.isRearranged else { return (text, found) }
        var number = 0
        let sample = found.first { $0.kind == .item }?.label ?? ""
        for index in found.indices where found[index].kind == .item {
            number += 1
            if found[index].number != String(number) || found[index].label.isEmpty {
                found[index].number = String(number)
                found[index].label = style.item(number, like: sample)
            }
        }
        return (text, Self.punctuated(found))
    }

    /// An item that is not the last of its list ends like the others do: a decision quotes it without its sign.
    private static func punctuated(_ items: [Provision]) -> [Provision] {
        let sign = items.dropLast().compactMap { $0.text.unicodeScalars.last }.first {
            $0 == "；" || $0 == ";"
        }
        guard let sign else { return items }
        var items = items
        for index in items.indices.dropLast()
        where items[index].children.isEmpty && items[index].kind == .item {
            guard let last = items[index].text.unicodeScalars.last else { continue }
            if last == "。" || last == "." {
                items[index].text = items[index].text.unicodeScalars.dropLast().string + String(sign)
            } else if !Self.isSign(last) {
                items[index].text += String(sign)
            }
        }
        return items
    }

    private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "；", ";", "。", ".", "：", ":", "，", ",", "！", "？", "、": true
        default: false
        }
    }
}

extension WorkingParagraph {
    /// All its words, as they follow each other, without the items' numbers.
    var string: String {
        var words = text
        var stack = Array(items.slots.map(\.element).reversed())
        while let node = stack.popLast() {
            words += node.text
            stack += node.children.reversed()
        }
        return words
    }
}
