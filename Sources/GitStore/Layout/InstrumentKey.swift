/// Which instrument: `cn/cybersecurity-law`. Country `[a-z]{2}`, slug `[a-z0-9][a-z0-9-]*` of at most 100 bytes.
package struct InstrumentKey: Sendable, Hashable, Comparable, CustomStringConvertible {
    package let country: String
    package let slug: String

    /// - Throws: ``StoreError/refused(subject:reason:)``.
    package init(country: String, slug: String) throws(StoreError) {
        guard Grammar.isCountry(country), Grammar.isName(slug), !Grammar.devices.contains(slug) else {
            throw .refused(
                subject: Printable.text("\(country)/\(slug)"),
                reason:
                    "an instrument is country/slug, two letters a-z and at most 100 of a-z, 0-9 and hyphen")
        }
        self.country = country
        self.slug = slug
    }

    /// From `country/slug`.
    ///
    /// - Throws: ``StoreError/refused(subject:reason:)``.
    package init(_ id: String) throws(StoreError) {
        let parts = id.utf8.split(separator: 0x2f, omittingEmptySubsequences: false)
        guard parts.count == 2, let country = String(parts[0]), let slug = String(parts[1]) else {
            throw .refused(subject: Printable.text(id), reason: "an instrument is country/slug")
        }
        try self.init(country: country, slug: slug)
    }

    package var description: String { "\(country)/\(slug)" }

    package static func < (a: InstrumentKey, b: InstrumentKey) -> Bool {
        (a.country, a.slug) < (b.country, b.slug)
    }
}
