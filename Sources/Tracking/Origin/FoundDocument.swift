import Material
package import Statute

/// A document that an index page or a feed announces.
package struct FoundDocument: Sendable, Hashable {
    /// `found-` and 12 hexadecimal digits of the SHA-256 of ``url``: the same in every run.
    package let id: String
    /// Normal (``PageAddress/normal``).
    package let url: String
    /// As shown.
    package let words: String
    package let stage: StageGuess?
    /// When it was announced, by its words or else its address: a guess.
    package let date: CalendarDate?

    /// Nil for what is no address of the web.
    package init?(url: String, words: String) {
        guard let normal = PageAddress(url).normal else { return nil }
        id = "found-" + SHA256.hex(of: Array(normal.utf8)).prefix(12)
        self.url = normal
        self.words = words
        stage = StageGuess(words: words)
        date = DateGuess.inWords(words) ?? DateGuess.inAddress(normal)
    }
}
