/// Words of one look, as laid out on a terminal or in plain text.
package struct StyledRun: Sendable, Hashable {
    package struct Style: OptionSet, Sendable, Hashable {
        package let rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }

        package static let deleted = Style(rawValue: 1)
        package static let inserted = Style(rawValue: 2)
        /// Words that touch a concept.
        package static let mark = Style(rawValue: 4)
        package static let strong = Style(rawValue: 8)
        package static let faint = Style(rawValue: 16)
        package static let warning = Style(rawValue: 32)
        package static let good = Style(rawValue: 64)

        /// The codes of Select Graphic Rendition (ECMA-48).
        var codes: String {
            var codes: [String] = []
            if contains(.strong) { codes.append("1") }
            if contains(.faint) { codes.append("2") }
            if contains(.deleted) { codes.append("9;31") }
            if contains(.inserted) { codes.append("4;32") }
            if contains(.warning) { codes.append("33") }
            if contains(.good) { codes.append("36") }
            if contains(.mark) { codes.append("1;7") }
            return codes.joined(separator: ";")
        }
    }

    /// What a run clings to when lines are broken.
    package enum Glue: Sendable, Hashable {
        case none
        /// An opening sign: never the last of a line.
        case next
        /// A closing sign: never the first of a line.
        case previous
    }

    package var text: String
    package var style: Style
    package var glue: Glue

    /// Text from outside is made visible here, once; see ``VisibleText``.
    package init(_ text: String, _ style: Style = [], glue: Glue = .none) {
        self.text = VisibleText.line(text)
        self.style = style
        self.glue = glue
    }

    /// Changed words; characters that look alike carry their code point.
    package static func changed(_ text: String, _ style: Style) -> StyledRun {
        StyledRun(VisibleText.changed(text), style)
    }
}
