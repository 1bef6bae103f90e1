package import Statute

/// A search: the words, and what the provisions that have them must be.
package struct SearchRequest: Sendable {
    /// Nil where only what the filters say is asked for.
    package var query: SearchQuery?
    /// Also words that are nearly those.
    package var isFuzzy = false
    package var instruments: Set<InstrumentID>?
    /// Dates of the version's name: of adoption, or of publication for a draft.
    package var from: CalendarDate?
    package var to: CalendarDate?
    /// `adopted`; `draft` stands for every draft.
    package var stage: String?
    package var language: Language?
    package var inForce: CalendarDate?
    /// As the store knew it then, Unix seconds; nil for now.
    package var known: Int64?
    /// Only the newest version of each instrument.
    package var newest = false
    /// Only provisions that are among these; nil for all.
    package var marked: ProvisionSet?
    package var limit = 20

    package init(query: SearchQuery?) { self.query = query }
}

/// Provisions by the bytes of their text, as somebody else found them.
package struct ProvisionSet: Sendable {
    /// Text blob, as 40 hexadecimal digits, and language, to article-level paths.
    package var paths: [TextKey: Set<String>]

    package init(paths: [TextKey: Set<String>]) { self.paths = paths }
}

/// One text by its bytes and language.
package struct TextKey: Sendable, Hashable {
    package var blob: String
    package var language: Language

    package init(blob: String, language: Language) {
        self.blob = blob
        self.language = language
    }
}
