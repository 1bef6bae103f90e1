package import Alerts
package import Rendering
package import Statute

/// Two stored versions of one instrument in one language.
package struct VersionPair: Sendable {
    package let old: LoadedVersion
    package let new: LoadedVersion
    package let language: Language
    package let before: LoadedVersion.Text
    package let after: LoadedVersion.Text

    /// - Parameters:
    ///   - first: `ID@VERSION`, or an id alone when `second` is nil: then its last two versions in one language.
    ///   - language: `zh` or `en`; nil for Chinese, which prevails, where both are held in it, else English.
    package init(_ first: String, _ second: String?, language: String?, in library: Library) throws {
        if let second {
            try self.init(library.load(first), library.load(second), language: language)
        } else {
            let id = try library.instrument(named: first)
            guard let pair = try Self.consecutive(of: id, language: language, in: library).last else {
                throw TrackingError.noText(
                    version: id.description, reason: "fewer than two versions are held in one language")
            }
            self = pair
        }
    }

    package init(_ old: LoadedVersion, _ new: LoadedVersion, language wanted: String?) throws {
        let language = try Self.common(old, new, wanted)
        guard let before = old.texts[language] else {
            throw TrackingError.noText(
                version: old.reference, reason: "no text in \(language.rawValue) is held")
        }
        guard let after = new.texts[language] else {
            throw TrackingError.noText(
                version: new.reference, reason: "no text in \(language.rawValue) is held")
        }
        self.old = old
        self.new = new
        self.language = language
        self.before = before
        self.after = after
    }

    /// Each held version of an instrument with the next one, in legal order, in the language in which the most of
    /// them are held.
    package static func consecutive(
        of id: InstrumentID, language: String? = nil, in library: Library
    ) throws -> [VersionPair] {
        let versions = try library.versions(of: id).map { try library.load($0, of: id) }
        let wanted = try language.map { try Self.named($0) }
        let chinese = versions.count { $0.texts[.zh] != nil }
        let english = versions.count { $0.texts[.en] != nil }
        let most = wanted ?? (chinese >= english ? .zh : .en)
        let held = versions.filter { $0.texts[most] != nil }
        return try zip(held, held.dropFirst()).map { try VersionPair($0, $1, language: most.rawValue) }
    }

    private static func named(_ words: String) throws -> Language {
        guard let language = Language(rawValue: words) else { throw TrackingError.badLanguage(words) }
        return language
    }

    private static func common(_ old: LoadedVersion, _ new: LoadedVersion, _ wanted: String?) throws
        -> Language
    {
        if let wanted { return try named(wanted) }
        for candidate in [Language.zh, .en] where old.texts[candidate] != nil && new.texts[candidate] != nil {
            return candidate
        }
        throw TrackingError.noText(
            version: "\(old.reference) and \(new.reference)", reason: "are not held in one common language")
    }

    /// `cn/x@2015-07-06.draft-1..2016-07-05.draft-2`
    package var name: String { "\(old.reference)..\(new.name)" }

    package func comparison(scanner: ConceptScanner?) -> Comparison {
        Comparison(
            before.text, after.text, provenance: (before.provenance, after.provenance), scanner: scanner)
    }

    /// The redline with the captions of its two sides.
    package func view(_ comparison: Comparison, showsAll: Bool = false) -> RedlineView {
        RedlineView(
            comparison.changes, old: Self.caption(old, before), new: Self.caption(new, after),
            findings: comparison.findings, showsAll: showsAll)
    }

    /// A version's name with its four dates and how far its text may be trusted.
    package static func caption(_ version: LoadedVersion, _ text: LoadedVersion.Text) -> VersionCaption {
        let record = version.record
        let dates: [(String, String?)] = [
            ("signed", record.signed), ("published", record.published), ("effective", record.effective),
            ("captured", String(text.record.captured.prefix(10))),
        ]
        return VersionCaption(
            version.reference, events: dates.compactMap { what, date in date.map { .init(what, $0) } },
            fidelity: text.provenance.general.fidelity, mixedTrust: text.provenance.mixture(in: text.text),
            extract: text.provenance.extract?.words(held: text.record.articles),
            source: "\(text.record.capture), SHA-256 \(text.record.sha256)")
    }
}
