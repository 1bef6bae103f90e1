/// When hardly any words live on, pairs are not guessed at: the text is called rewritten.
struct RewriteRule {
    /// The part of the words of each side that linked provisions carry over.
    static let carried = 0.15
    /// In a rewritten text only links at least this alike are kept.
    static let strong = 0.4
    /// Texts of fewer provisions are never called rewritten.
    static let fewest = 5

    /// The old units whose links stay; nil when the text is no rewrite.
    let strongLinks: Set<Int>?

    init(_ links: [FlatLink], _ old: FlatText, _ new: FlatText) {
        func size(_ text: FlatText, _ unit: Int) -> Double {
            Double(text.units[unit].bodyEnd &- text.units[unit].bodyStart)
        }
        guard min(old.units.count, new.units.count) >= Self.fewest, min(old.size, new.size) > 0 else {
            strongLinks = nil
            return
        }
        let common = links.reduce(0) { $0 + $1.similarity * (size(old, $1.old) + size(new, $1.new)) / 2 }
        guard common < Self.carried * Double(min(old.size, new.size)) else {
            strongLinks = nil
            return
        }
        strongLinks = Set(links.filter { $0.ground == .exact || $0.similarity >= Self.strong }.map(\.old))
    }
}
