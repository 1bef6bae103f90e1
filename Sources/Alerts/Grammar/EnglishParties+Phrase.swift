import Statute

/// How a party is printed.
extension EnglishParties {
    private static let limit = 100

    /// As printed, less "No", a relative clause and an item's number; cut when it is long.
    func phrase(_ range: Range<Int>) -> String? {
        var range = EnglishSubject.trimmed(text, range)
        if let no = Self.bareNo.match(at: range.lowerBound, in: text, limit: range.upperBound),
            !Self.one.begins(text, at: min(no.upperBound + 1, text.count), limit: text.count)
        {
            range = EnglishSubject.trimmed(text, no.upperBound..<range.upperBound)
        }
        if let relative = EnglishWords.relative.first(in: text, range), relative.lowerBound > range.lowerBound
        {
            range = EnglishSubject.trimmed(text, range.lowerBound..<relative.lowerBound)
            // "a provider in which …"
            if let last = EnglishAgents.words(of: text, range).last, Self.stops.isFound(in: text, last) {
                range = EnglishSubject.trimmed(text, range.lowerBound..<last.lowerBound)
            }
        }
        if range.count > 3, text[range.lowerBound] == "(",
            let close = text[range.prefix(6)].firstIndex(of: ")")
        {
            range = EnglishSubject.trimmed(text, (close + 1)..<range.upperBound)
        }
        guard !range.isEmpty else { return nil }
        if range.count > Self.limit {
            let cut = text[range.prefix(Self.limit)].lastIndex(of: " ") ?? (range.lowerBound + Self.limit)
            range = EnglishSubject.trimmed(text, range.lowerBound..<cut)
        }
        return sentence.passage.string(range)
    }

    private static let one = PhraseSet(.en, "one")
    private static let bareNo = PhraseSet(.en, "no|neither|nor")
    func trimmed(_ range: Range<Int>) -> Range<Int> { EnglishSubject.trimmed(text, range) }
}
