package import Statute

/// Where an instruction of a decision points: a place in the old text, by the numbers that the old text has, or the
/// number that a provision gets in the new one.
package struct Address: Sendable, Hashable {
    /// What the address begins with.
    package enum Unit: Sendable, Hashable {
        /// No place is named: the whole text.
        case whole
        case title
        /// 序言, 引言.
        case preamble
        /// By its number in normal form: `5`, `120-1`.
        case article(String)
        /// A part, chapter or section, with what stands around it, outermost first.
        case division([Division])
    }

    package struct Division: Sendable, Hashable {
        package var kind: ProvisionKind
        package var number: Int

        package init(kind: ProvisionKind, number: Int) {
            self.kind = kind
            self.number = number
        }
    }

    package var unit: Unit
    /// From 1; from the end where negative: -1 is the last one.
    package var paragraph: Int?
    package var item: Int?
    package var subitem: Int?
    /// From 1; from the end where negative.
    package var sentence: Int?
    /// The heading of a division (章名) and not what it holds.
    package var isHeading = false

    package init(
        _ unit: Unit, paragraph: Int? = nil, item: Int? = nil, subitem: Int? = nil, sentence: Int? = nil
    ) {
        self.unit = unit
        self.paragraph = paragraph
        self.item = item
        self.subitem = subitem
        self.sentence = sentence
    }

    package static let whole = Address(.whole)

    /// The number of the article in normal form; nil for an address that names none.
    package var article: String? {
        if case .article(let number) = unit { return number }
        return nil
    }

    /// Whether it names a whole unit and no part of one.
    package var isWholeUnit: Bool { paragraph == nil && item == nil && subitem == nil && sentence == nil }

    /// In the manner of a ``Statute/ProvisionPath``: `art_5__para_2__point_3`.
    package var path: String {
        var parts: [String] = []
        switch unit {
        case .whole: break
        case .title: parts.append("title")
        case .preamble: parts.append("preamble")
        case .article(let number): parts.append("art_\(number)")
        case .division(let divisions): parts += divisions.map { "\($0.kind.token)_\($0.number)" }
        }
        if isHeading { parts.append("heading") }
        if let paragraph { parts.append("para_\(paragraph)") }
        if let item { parts.append("point_\(item)") }
        if let subitem { parts.append("subpoint_\(subitem)") }
        if let sentence { parts.append("sentence_\(sentence)") }
        return parts.joined(separator: "__")
    }
}
