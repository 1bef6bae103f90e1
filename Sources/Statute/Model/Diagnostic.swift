/// A problem in the material: a value, never thrown. The text is kept whatever it says.
package struct Diagnostic: Sendable, Hashable {
    /// What kind of problem, in words that scripts may rely on.
    package enum Category: String, Sendable, Hashable, CaseIterable {
        /// Article numbers jump forward.
        case articleNumberGap = "article-number-gap"
        /// A line that looks like an article heading, but whose number does not follow: kept as text.
        case articleOutOfOrder = "article-out-of-order"
        /// Two provisions of one kind carry the same number.
        case duplicateNumber = "duplicate-number"
        /// Items of a list jump or go back.
        case itemNumberGap = "item-number-gap"
        /// 下列 or "the following" with no list after it.
        case missingList = "missing-list"
        /// Lines of a table of contents, left out of the structure.
        case tableOfContents = "table-of-contents"
        /// A comment or mark-up line that is not part of the law.
        case markup = "markup"
        /// No title was found.
        case noTitle = "no-title"
        /// No numbered provision was found.
        case noStructure = "no-structure"
        /// Control or invisible characters stand in the text.
        case invisibleCharacter = "invisible-character"
        /// The bytes were not UTF-8 and were read as something else.
        case encoding = "encoding"
        /// The parser's own check failed: what went in is not what came out.
        case notConserved = "not-conserved"
        /// A line of an amending decision that no rule reads, or not as a whole: not applied.
        case unreadInstruction = "unread-instruction"
        /// A quotation in an amending decision that is opened and never closed.
        case quotationNotClosed = "quotation-not-closed"
    }

    package let category: Category
    /// A sentence for a person.
    package let message: String
    /// The line of the input, from 1.
    package let line: Int

    package init(_ category: Category, _ message: String, line: Int) {
        self.category = category
        self.message = message
        self.line = line
    }
}

/// What a parser made of an input: never nothing.
package struct ParsedStatute: Sendable, Hashable {
    package var text: StatuteText
    package var diagnostics: [Diagnostic]
    /// The input line (from 1) on which each provision begins.
    package var lines: [ProvisionPath: Int]

    package init(text: StatuteText, diagnostics: [Diagnostic], lines: [ProvisionPath: Int]) {
        self.text = text
        self.diagnostics = diagnostics
        self.lines = lines
    }
}
