/// Which version of which instrument: a date and a stage, `2015-07-06.draft-1`.
package struct VersionKey: Sendable, Hashable, Comparable, CustomStringConvertible {
    package let instrument: InstrumentKey
    package let date: LegalDate
    /// `[a-z0-9][a-z0-9-]*`.
    package let stage: String

    /// - Throws: ``StoreError/refused(subject:reason:)``.
    package init(instrument: InstrumentKey, date: LegalDate, stage: String) throws(StoreError) {
        guard Grammar.isName(stage) else {
            throw .refused(
                subject: Printable.text(stage), reason: "a stage is at most 100 of a-z, 0-9 and hyphen")
        }
        self.instrument = instrument
        self.date = date
        self.stage = stage
    }

    /// From `date.stage`.
    ///
    /// - Throws: ``StoreError/refused(subject:reason:)``.
    package init(instrument: InstrumentKey, name: String) throws(StoreError) {
        let parts = name.utf8.split(separator: 0x2e, omittingEmptySubsequences: false)
        guard parts.count == 2, let date = String(parts[0]), let stage = String(parts[1]) else {
            throw .refused(subject: Printable.text(name), reason: "a version is date.stage")
        }
        try self.init(instrument: instrument, date: LegalDate(date), stage: stage)
    }

    /// `date.stage`.
    package var name: String { "\(date).\(stage)" }

    package var description: String { "\(instrument)@\(name)" }

    /// By instrument, date (undated first) and stage.
    package static func < (a: VersionKey, b: VersionKey) -> Bool {
        (a.instrument, a.date, a.stage) < (b.instrument, b.date, b.stage)
    }
}
