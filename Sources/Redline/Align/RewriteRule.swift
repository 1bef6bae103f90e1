import Statute

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

    init(_ links: [Redliner.Link], old: [Unit], new: [Unit]) {
        func size(_ unit: Unit) -> Double { unit.text.lines.reduce(0) { $0 + Double($1.text.utf8.count) } }
        let oldSize = old.reduce(0) { $0 + size($1) }
        let newSize = new.reduce(0) { $0 + size($1) }
        guard min(old.count, new.count) >= Self.fewest, min(oldSize, newSize) > 0 else {
            strongLinks = nil
            return
        }
        let common = links.reduce(0) { $0 + $1.similarity * (size(old[$1.old]) + size(new[$1.new])) / 2 }
        guard common < Self.carried * min(oldSize, newSize) else {
            strongLinks = nil
            return
        }
        strongLinks = Set(links.filter { $0.ground == .exact || $0.similarity >= Self.strong }.map(\.old))
    }

}
