import Statute

/// One article-level provision as the aligner sees it.
struct Unit: Sendable {
    /// Provisions pair only within their family.
    enum Family: UInt8, Sendable {
        case preamble, article, point, annex
    }

    var text: ArticleText
    var family: Family
    /// Of the body without its own number: equal for equal bodies.
    var bodyHash: UInt64

    init(_ provision: Provision, inAnnex: Bool) {
        text = ArticleText(provision)
        family =
            switch provision.kind {
            case _ where inAnnex: .annex
            case .preamble: .preamble
            case .article: .article
            default: .point
            }
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(family.rawValue)
        for line in text.lines {
            Self.add(line.label, to: &hash)
            Self.add(line.text, to: &hash)
            Self.add(0x0A, to: &hash)
        }
        bodyHash = hash
    }

    private static func add(_ string: String, to hash: inout UInt64) {
        for byte in string.utf8 { add(byte, to: &hash) }
    }

    private static func add(_ byte: UInt8, to hash: inout UInt64) {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }

    /// Whether the bodies are equal, byte for byte.
    func hasBody(of other: Unit) -> Bool {
        bodyHash == other.bodyHash && text.lines.count == other.text.lines.count
            && zip(text.lines, other.text.lines).allSatisfy {
                Exactly.equal($0.label, $1.label) && Exactly.equal($0.text, $1.text)
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
