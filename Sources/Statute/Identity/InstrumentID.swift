/// The address of an instrument: `cn/cybersecurity-law` (FRBR Work).
package struct InstrumentID: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// ISO 3166-1 alpha-2, lower case.
    package let country: String
    /// `[a-z0-9][a-z0-9-]*`, at most 100 characters.
    package let slug: String

    /// Nil when the words are not `country/slug` in that grammar.
    package init?(_ string: String) {
        let parts = string.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count == 2,
            parts[0].utf8.allSatisfy({ (0x61...0x7A).contains($0) })
        else { return nil }
        guard Self.isSlug(parts[1]) else { return nil }
        country = String(parts[0])
        slug = String(parts[1])
    }

    /// Whether the words can stand in a path of the store.
    package static func isSlug(_ words: some StringProtocol) -> Bool {
        guard let first = words.utf8.first, first != 0x2D, words.utf8.count <= 100 else { return false }
        return words.utf8.allSatisfy {
            (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
        }
    }

    package var description: String { "\(country)/\(slug)" }

    package static func < (a: InstrumentID, b: InstrumentID) -> Bool {
        a.description.utf8.lexicographicallyPrecedes(b.description.utf8)
    }
}
