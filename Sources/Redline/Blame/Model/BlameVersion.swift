package import Statute

/// One version in the line of descent that ``Blame`` follows: its text, or why there is none to read.
package struct BlameVersion: Sendable {
    /// Why the words of a version cannot be read.
    package enum Absence: String, Sendable, Hashable, CaseIterable {
        /// It was never made public.
        case notPublished = "not-published"
        /// It is public, and the store does not have it.
        case notHeld = "not-held"
        /// It is held, in another language only.
        case otherLanguage = "other-language"
        /// A headnote tells of the act that made it; nobody declared such a version.
        case namedInHeadnote = "named-in-headnote"
    }

    package enum Content: Sendable {
        case held(StatuteText, Provenance)
        case absent(Absence)
    }

    /// `2016-11-07.adopted`.
    package var name: String
    package var content: Content

    package init(_ name: String, _ content: Content) {
        self.name = name
        self.content = content
    }

    /// The text; nil where none can be read.
    package var text: StatuteText? {
        if case .held(let text, _) = content { return text }
        return nil
    }
}
