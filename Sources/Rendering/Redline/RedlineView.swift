package import Redline
package import Statute

/// One version as it is named above a redline.
package struct VersionCaption: Sendable, Hashable {
    /// One of the dates of a version; never mixed: what happened, and when.
    package struct Event: Sendable, Hashable {
        /// `adopted`, `published`, `in force`, `captured`.
        package var what: String
        /// ISO 8601 calendar date.
        package var date: String

        package init(_ what: String, _ date: String) {
            self.what = what
            self.date = date
        }
    }

    /// `2015-07-06.draft-1`, or a file name.
    package var name: String
    package var events: [Event]
    /// Of the text as a whole; nil where nothing is known of it, as of a file that somebody hands in.
    package var fidelity: Fidelity?
    /// Where the provisions differ in it: `24 reported, 8 recalled, 36 not known`.
    package var mixedTrust: String?
    /// How much of the instrument is held: `extract: 36 of 55 articles held`; nil where it is whole.
    package var extract: String?
    /// An address or a description of where the text comes from.
    package var source: String?

    package init(
        _ name: String, events: [Event] = [], fidelity: Fidelity? = nil, mixedTrust: String? = nil,
        extract: String? = nil, source: String? = nil
    ) {
        self.name = name
        self.events = events
        self.fidelity = fidelity
        self.mixedTrust = mixedTrust
        self.extract = extract
        self.source = source
    }

    /// How far the text may be trusted, in words; nil where nothing is known of it.
    package var trust: String? {
        let words = [mixedTrust ?? fidelity?.words, extract].compactMap { $0 }
        return words.isEmpty ? nil : words.joined(separator: "; ")
    }

    /// `2015-07-06.draft-1 · published 2015-07-06 · official text`
    package var line: String {
        ([name] + events.map { "\($0.what) \($0.date)" } + [trust].compactMap { $0 })
            .joined(separator: " · ")
    }
}

/// What a redline shows, in every rendering: the changes, both captions, and what the texts say of the concepts.
package struct RedlineView: Sendable {
    package var changes: ChangeSet
    package var old: VersionCaption
    package var new: VersionCaption
    package var findings: SidedFindings
    /// Print unchanged articles, folded formal changes and long unchanged stretches too.
    package var showsAll: Bool
    /// Which changes were asked for.
    package var selection: Selection
    /// The other language of both versions; nil where it is not held or was not asked for.
    package var translation: BilingualChanges?

    package init(
        _ changes: ChangeSet, old: VersionCaption, new: VersionCaption,
        findings: SidedFindings = SidedFindings(), showsAll: Bool = false,
        selection: Selection = Selection([])
    ) {
        self.changes = changes
        self.old = old
        self.new = new
        self.findings = findings
        self.showsAll = showsAll
        self.selection = selection
    }

    /// The names of both versions without the folders before them, where they still differ then.
    var shortNames: (old: String, new: String) {
        func last(_ name: String) -> String {
            name.unicodeScalars.split(separator: "/").last.map { String($0) } ?? name
        }
        let (before, after) = (last(old.name), last(new.name))
        return before.utf8.elementsEqual(after.utf8) ? (old.name, new.name) : (before, after)
    }
}
