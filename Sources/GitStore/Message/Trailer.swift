/// Machine data at the end of a commit message: `Instrument: cn/cybersecurity-law`.
package struct Trailer: Sendable, Hashable {
    package var name: TrailerName
    /// One line, not empty, without control characters.
    package var value: String

    package init(_ name: TrailerName, _ value: String) {
        self.name = name
        self.value = value
    }
}

/// The name of a trailer: words of ASCII letters and digits joined by hyphens, each begun by a capital.
package struct TrailerName: Sendable, Hashable, CustomStringConvertible {
    package let rawValue: String

    /// Which instrument, `cn/cybersecurity-law`.
    package static let instrument = TrailerName(known: "Instrument")
    /// Which version, `2016-11-07.adopted`.
    package static let version = TrailerName(known: "Version")
    /// The capture a version was made from.
    package static let capture = TrailerName(known: "Capture")
    /// Which source.
    package static let source = TrailerName(known: "Source")
    /// The parser that made a version, with its revision.
    package static let parser = TrailerName(known: "Parser")
    /// Why a version was made again; such a commit never alerts.
    package static let upgrade = TrailerName(known: "Upgrade")
    /// The commit of another repository that a capture, and what was made of it, comes from.
    package static let revision = TrailerName(known: "Revision")
    /// The alert that a decision is about.
    package static let alert = TrailerName(known: "Alert")
    /// The true date of a commit on a timeline, which git may not be able to hold.
    package static let legalDate = TrailerName(known: "Legal-Date")

    private init(known: String) { rawValue = known }

    /// Nil when it does not follow the grammar.
    package init?(_ text: String) {
        let words = text.utf8.split(separator: 0x2d, omittingEmptySubsequences: false)
        guard text.utf8.count <= 40, words.allSatisfy(Self.isWord) else { return nil }
        rawValue = text
    }

    package var description: String { rawValue }

    private static func isWord(_ word: Substring.UTF8View) -> Bool {
        guard let first = word.first, (0x41...0x5a).contains(first) else { return false }
        return word.dropFirst().allSatisfy { (0x41...0x5a).contains($0) || Grammar.isLetterOrDigit($0) }
    }
}
