/// New or old words that a decision quotes, as they stand there.
package struct Wording: Sendable, Hashable {
    /// One paragraph or item each, without the quotation marks that open every paragraph.
    package var lines: [String]
    /// Scalars of the decision, quotation marks included.
    package var span: Range<Int>

    package init(lines: [String], span: Range<Int>) {
        self.lines = lines
        self.span = span
    }

    package var isEmpty: Bool { lines.isEmpty }

    /// The lines joined by line feeds.
    package var string: String { lines.joined(separator: "\n") }
}
