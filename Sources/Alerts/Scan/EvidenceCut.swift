import Statute

/// Cuts the words that are shown as evidence: the sentence, or as many of its clauses as are short enough.
enum EvidenceCut {
    /// In Unicode scalars; an English sentence takes twice as many to say the same.
    static func limit(_ language: Language) -> Int { language == .zh ? 300 : 600 }

    /// The sentence as printed, or the `stretch` of it that is meant; when it is too long, whole clauses around the
    /// trigger.
    static func words(of passage: Passage, around focus: Range<Int>, within stretch: Range<Int>) -> String {
        let own = trimmed(stretch, passage.scalars)
        let limit = limit(passage.language)
        guard own.count > limit else { return passage.string(own) }
        var range = max(own.lowerBound, focus.lowerBound)..<min(own.upperBound, focus.upperBound)
        if range.count > limit { range = range.suffix(limit) }
        range = widened(range, within: own, passage.scalars, limit)
        return passage.string(trimmed(range, passage.scalars))
    }

    /// The lead-in that governs the sentence, cut at its front; nil where there is none.
    static func leadIn(of passage: Passage) -> String? {
        guard passage.base > 0 else { return nil }
        let range = trimmed(passage.leadIn, passage.scalars)
        guard !range.isEmpty else { return nil }
        return passage.string(range.suffix(limit(passage.language)))
    }

    /// The sentence of a provision that holds a word, with the line it stands in; nil where none does.
    static func sentence(of provision: ArticleText, holding word: String, _ language: Language)
        -> (path: ProvisionPath, words: String)?
    {
        let wanted = PhraseSet(language, word)
        for line in provision.lines {
            let text = Array(line.text.unicodeScalars)
            let folded = WordPattern.folded(text, language)
            for part in SentenceSplitter.parts(of: text, language) {
                guard let hit = wanted.first(in: folded, part.range) else { continue }
                let limit = limit(language)
                var range = trimmed(part.range, text)
                if range.count > limit { range = widened(hit, within: range, text, limit) }
                return (line.path, text[trimmed(range, text)].asString)
            }
        }
        return nil
    }

    /// Adds clauses on either side while they fit: first those before, since they hold subject and modal.
    private static func widened(
        _ range: Range<Int>, within own: Range<Int>, _ text: [Unicode.Scalar], _ limit: Int
    ) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while end < own.upperBound, end - start < limit, !ChineseSentence.isBorder(text[end]) { end += 1 }
        if end < own.upperBound, end - start < limit { end += 1 }
        var probe = start
        while probe > own.lowerBound, end - probe < limit {
            probe -= 1
            if probe == own.lowerBound || ChineseSentence.isBorder(text[probe - 1]) { start = probe }
        }
        probe = end
        while probe < own.upperBound, probe - start < limit {
            probe += 1
            if probe == own.upperBound || ChineseSentence.isBorder(text[probe - 1]) { end = probe }
        }
        return start..<end
    }

    private static func trimmed(_ range: Range<Int>, _ text: [Unicode.Scalar]) -> Range<Int> {
        var range = range
        while let first = range.first, text[first].properties.isWhitespace { range = range.dropFirst() }
        while let last = range.last, text[last].properties.isWhitespace { range = range.dropLast() }
        return range
    }
}
