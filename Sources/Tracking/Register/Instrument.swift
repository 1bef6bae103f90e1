package import Alerts
package import Statute

/// A tracked law, rule or draft, as `laws/<country>/<slug>/instrument.yml` declares it (FRBR Work).
package struct Instrument: Sendable, Hashable {
    /// A declared version: dates and sources, whether or not its text is held.
    package struct Version: Sendable, Hashable {
        /// Where a text or a fact comes from.
        package struct Source: Sendable, Hashable {
            package var url: String
            /// official, mirror, translation, commentary.
            package var role: String
            package var note: String?
        }

        package var name: VersionName
        /// The title of this version where it differs.
        package var title: String?
        /// draft, in-force, suspended, repealed; nil where not said.
        package var status: String?
        package var signed: CalendarDate?
        package var published: CalendarDate?
        package var effective: CalendarDate?
        package var commentsClose: CalendarDate?
        /// public, not-published, not-held, held-in-part.
        package var text: String
        package var articles: Int?
        package var confidence: String
        package var sources: [Source]
        package var notes: [String]

        /// A draft comes before the law; anything else has legal effect from its effective date.
        package var isDraft: Bool { status == "draft" || name.stage.contains("draft") }
    }

    package var id: InstrumentID
    /// law, administrative-regulation, departmental-rule, guideline, national-standard; of the United States also
    /// executive-order, federal-rule, agency-order, report.
    package var type: String
    package var titles: [Language: String]
    package var shortTitles: [Language: String]
    /// Every title under which it is found, in any language.
    package var allTitles: [String]
    package var body: [Language: String]
    package var predecessors: [String]
    package var successors: [String]
    package var versions: [Version]
    /// Where its texts come from, in the order in which they are tried.
    package var sources: [SourceDeclaration]
    package var claims: [Claim]

    /// The short English title, else the Chinese one, else the id.
    package var displayTitle: String { shortTitles[.en] ?? shortTitles[.zh] ?? titles[.en] ?? id.description }
}
