package import Statute

/// One text that has come in and is to become a version: bytes, and all that is known of them.
package struct Arrival: Sendable {
    /// Where it was found, for people: a path or an address.
    package var origin: String
    package var bytes: [UInt8]
    /// Without the dot, lower case.
    package var fileExtension: String
    /// Which capture source of the instrument it belongs to: `[a-z0-9][a-z0-9._-]*`.
    package var source: String
    package var instrument: InstrumentID
    /// What the instrument is called, when no declaration says so.
    package var title: String
    package var version: VersionName
    package var text: StatuteText
    package var diagnostics: [Diagnostic]
    package var provenance: Provenance
    /// The declaration that `provenance` was read from, as bytes; nil for official texts.
    package var provenanceBytes: [UInt8]?
    /// Signed, published and effective, where the text itself tells and no declaration does.
    package var dates: LegalDates
    /// It was there before we first looked: a version that is new to us and no news.
    package var isBackfill = false
    /// When its source last gave the older text, and when it first gave this one; nil where nobody watched.
    package var window: VersionRecord.Window?
    /// Where in a repository's history it stood; nil for what comes from no history.
    package var revision: Revision?
}

/// The three dates of a law, never mixed; the fourth, when we captured it, is the store's.
package struct LegalDates: Sendable, Hashable {
    /// Signed or adopted.
    package var signed: CalendarDate?
    package var published: CalendarDate?
    package var effective: CalendarDate?

    package init(signed: CalendarDate? = nil, published: CalendarDate? = nil, effective: CalendarDate? = nil)
    {
        self.signed = signed
        self.published = published
        self.effective = effective
    }
}

/// A text that was found and could not be taken: nothing of it was kept but its name and the reason.
package struct Refusal: Sendable, Hashable {
    package let origin: String
    package let reason: String

    package init(origin: String, reason: String) {
        self.origin = origin
        self.reason = reason
    }
}
