/// The language of one text.
package enum Language: String, Sendable, Hashable, CaseIterable {
    case zh, en
}

/// One text of one instrument in one language: what a ``CanonicalText`` holds (part of an FRBR Expression).
package struct StatuteText: Sendable, Hashable {
    package var title: String
    package var language: Language
    /// The lines below the title that tell adoption, promulgation and amendment; not part of any provision.
    package var headnotes: [String]
    /// Kind ``ProvisionKind/body``.
    package var root: Provision

    package init(title: String, language: Language, headnotes: [String], root: Provision) {
        self.title = title
        self.language = language
        self.headnotes = headnotes
        self.root = root
    }
}
