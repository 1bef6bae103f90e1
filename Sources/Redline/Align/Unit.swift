import Statute

/// One article-level provision as the aligner sees it.
struct Unit: Sendable {
    /// Provisions pair only within their family.
    enum Family: UInt8, BitwiseCopyable, Sendable {
        case preamble, article, point, annex
    }

    var text: ArticleText
    var family: Family

    init(_ provision: Provision, inAnnex: Bool) {
        text = ArticleText(provision)
        family =
            switch provision.kind {
            case _ where inAnnex: .annex
            case .preamble: .preamble
            case .article: .article
            default: .point
            }
    }

    /// The article-level provisions of a text, in the order of ``Statute/StatuteText/articleLevel``.
    static func all(of text: StatuteText) -> [Unit] {
        var units: [Unit] = []
        var stack: [(node: Provision, inAnnex: Bool)] = [(text.root, false)]
        while let (node, inAnnex) = stack.popLast() {
            if node.kind.isContainer {
                let inside = inAnnex || node.kind == .annex
                for child in node.children.reversed() { stack.append((child, inside)) }
            } else {
                units.append(Unit(node, inAnnex: inAnnex))
            }
        }
        return units
    }
}

/// Equality of bytes, where `==` on `String` takes composed and decomposed forms for equal.
enum Exactly {
    static func equal(_ a: String, _ b: String) -> Bool {
        a.utf8.count == b.utf8.count && a.utf8.elementsEqual(b.utf8)
    }
}
