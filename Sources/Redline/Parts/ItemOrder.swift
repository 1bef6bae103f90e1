import Statute

/// Tells whether items of a list changed places and nothing else: the same lines, with the labels of their new places.
///
/// Where the order may matter, nothing is told: words that rank or look back, and references to an item or paragraph of
/// the provision from anywhere, old text or new. Laws that name its items elsewhere cannot be seen from here.
struct ItemOrder {
    /// Numbers of the articles of which a paragraph or an item is named, on either side.
    private let named: Set<String>

    /// Phrases that make the order of a list matter.
    private static let ranking = Signs([
        "顺序", "次序", "依次", "先后", "优先", "位次", "顺位", "首先", "前款", "前项", "前条", "前述", "前两款", "前两项", "上述", "上列", "前",
        "order",
        "sequence", "priority", "preceding", "foregoing", "above", "previous", "first", "prior", "rank",
        "aforementioned", "aforesaid", "former", "latter", "then", "next",
    ])

    /// Reads every provision of both texts once.
    init(_ units: [[Unit]]) {
        var named: Set<String> = []
        for unit in units.joined() where unit.text.mayRefer {
            for reference in Passage(unit.text).references
            where reference.paragraph > 0 || reference.item > 0 || reference.subitem > 0 {
                named.insert(
                    reference.branch > 0 ? "\(reference.article)-\(reference.branch)" : "\(reference.article)"
                )
            }
        }
        self.named = named
    }

    /// Whether nobody names a part of the provisions of a link; see ``moves(_:_:_:)``.
    func isUnnamed(_ old: ArticleText, _ new: ArticleText) -> Bool {
        !named.contains(old.number) && !named.contains(new.number)
    }

    /// The items that moved, each as a reason with its label before and after; nil where anything else changed.
    static func moves(_ link: Redliner.Link, _ old: ArticleText, _ new: ArticleText) -> [Reason]? {
        let parts = link.parts
        guard let diff = link.diff, link.ground != .partial, parts.count == old.lines.count,
            parts.count == new.lines.count, parts.contains(where: \.moved)
        else { return nil }
        let (before, after) = (parents(old), parents(new))
        let target = parts.map(\.newLine)
        var reasons: [Reason] = []
        for part in parts {
            let (a, b) = (old.lines[part.oldLine], new.lines[part.newLine])
            let parent = before[part.oldLine]
            guard a.kind == b.kind, a.depth == b.depth, Exactly.equal(a.text, b.text),
                after[part.newLine] == (parent < 0 ? -1 : target[parent])
            else { return nil }
            guard part.oldLine != part.newLine else {
                if !Exactly.equal(a.label, b.label) { return nil }
                continue
            }
            guard a.kind == .item || a.kind == .subitem else { return nil }
            if part.moved, !a.label.isEmpty {
                reasons.append(
                    Reason(
                        .text, before: ReasonValue(text: a.label), after: ReasonValue(text: b.label),
                        direction: .neither))
            }
        }
        let passage = diff.old.passage
        let refersToItself = passage.references.contains { $0.article == 0 }
        if reasons.isEmpty || refersToItself || ranking.stand(in: passage.tokens.indices, of: diff.old) {
            return nil
        }
        return reasons
    }

    /// For each line the one that it stands under, or -1.
    private static func parents(_ text: ArticleText) -> [Int] {
        var open: [Int] = []
        return text.lines.enumerated().map { index, line in
            while let last = open.last, text.lines[last].depth >= line.depth { open.removeLast() }
            defer { open.append(index) }
            return open.last ?? -1
        }
    }
}
