import Statute

/// The subject of a modal: the words before it, less what leads in and what an earlier verb governs.
struct EnglishSubject {
    private let sentence: EnglishSentence
    private let text: [Unicode.Scalar]

    init(_ sentence: EnglishSentence) {
        self.sentence = sentence
        text = sentence.text
    }

    /// A subject is looked for behind at most so many modals: "shall file …, shall keep … and shall submit".
    private static let depth = 6

    func range(before edge: Int) -> Range<Int>? { range(before: edge, Self.depth) }

    private func range(before edge: Int, _ depth: Int) -> Range<Int>? {
        guard depth > 0 else { return nil }
        let border = text[..<edge].lastIndex { $0 == ";" || $0 == "\n" || $0 == ":" || $0 == "." }
        let start = border.map { $0 + 1 } ?? 0
        guard
            let earlier = sentence.modals.last(where: {
                $0.range.upperBound <= edge && $0.range.lowerBound >= start
            })
        else {
            if let own = opening(start..<edge) { return own }
            // "…; and shall keep": the subject stands before the semicolon.
            guard let border, text[border] == ";" || text[border] == ":", isBare(start..<edge) else {
                return nil
            }
            return sentence.modals.last { $0.range.upperBound <= border }
                .flatMap { range(before: $0.range.lowerBound, depth - 1) }
        }
        if let own = later(earlier.range.upperBound..<edge) { return own }
        return range(before: earlier.range.lowerBound, depth - 1)
    }

    /// Nothing, or only a conjunction.
    private func isBare(_ range: Range<Int>) -> Bool {
        EnglishAgents.words(of: text, range).allSatisfy { Self.joins.isFound(in: text, $0) }
    }

    /// No modal stands before: all but the leading adverbial parts.
    private func opening(_ range: Range<Int>) -> Range<Int>? {
        var chunks = parts(range)
        var isLedIn = false
        while let first = chunks.first {
            if isBare(first) {
                chunks.removeFirst()
                continue
            }
            let start = skippingNumber(first)
            guard let word = EnglishWords.leadingAdverbial.match(at: start, in: text, limit: first.upperBound)
            else { break }
            if Self.joins.isFound(in: text, word) {
                chunks[0] = word.upperBound..<first.upperBound
            } else {
                isLedIn = true
                chunks.removeFirst()
            }
        }
        if isLedIn { chunks = lastPhrase(chunks) }
        chunks = afterFiniteClause(chunks)
        guard let first = chunks.first, let last = droppingParentheses(chunks).last else { return nil }
        return phrase(span(skippingNumber(first), last.upperBound))
    }

    /// A modal stands before: only what begins anew counts.
    private func later(_ range: Range<Int>) -> Range<Int>? {
        let chunks = parts(range)
        guard let last = chunks.last, !isBare(last) || chunks.count == 1 else { return nil }
        if chunks.count > 1 {
            var tail = lastPhrase(droppingParentheses(Array(chunks.dropFirst())))
            guard let first = tail.first else { return nil }
            let start = EnglishSentence.clauseStart(of: text, at: first.lowerBound)
            if let join = Self.joins.match(at: start, in: text, limit: first.upperBound) {
                tail[0] = join.upperBound..<first.upperBound
            }
            guard let head = tail.first, let end = tail.last, !isBare(head) else { return nil }
            let begun = EnglishSentence.clauseStart(of: text, at: head.lowerBound)
            if Self.fresh.begins(text, at: begun, limit: end.upperBound)
                || isParty(span(begun, end.upperBound))
            {
                return anew(span(begun, end.upperBound))
            }
            return anew(span(begun, end.upperBound), isSure: false)
        }
        return anew(last, isSure: false)
    }

    /// After the last conjunction that opens a clause: "… to decide and the operator shall".
    private func anew(_ range: Range<Int>, isSure: Bool = true) -> Range<Int>? {
        let openers = Self.openers.all(in: text, range)
        if let opener = openers.last {
            let start = EnglishSentence.clauseStart(of: text, at: opener.upperBound)
            if start >= range.upperBound {
                // "the users who may": the relative's own subject is the noun before it.
                guard Self.relatives.isFound(in: text, opener) else { return nil }
                return phrase(
                    span(lastDeterminer(span(range.lowerBound, opener.lowerBound)), opener.lowerBound))
            }
            if isSure, Self.joins.isFound(in: text, opener) { return phrase(range) }
            let rest = span(start, range.upperBound)
            if Self.fresh.begins(text, at: start, limit: rest.upperBound) || isParty(rest) {
                return phrase(rest)
            }
        }
        return isSure ? phrase(range) : nil
    }

    private func lastDeterminer(_ range: Range<Int>) -> Int {
        Self.fresh.last(in: text, range)?.lowerBound ?? range.lowerBound
    }

    /// Short, and its last word names somebody.
    private func isParty(_ range: Range<Int>) -> Bool {
        let words = EnglishAgents.words(of: text, range)
        return words.count <= 8 && Self.isSomebody(text, range, byDefault: false)
    }

    /// The stretches between commas.
    private func parts(_ range: Range<Int>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var start = range.lowerBound
        for index in range where text[index] == "," {
            found.append(start..<index)
            start = index + 1
        }
        found.append(start..<range.upperBound)
        return found
    }

    /// "the operator, in accordance with the rules,"; an adverbial part at the end is no part of the subject.
    private func droppingParentheses(_ chunks: [Range<Int>]) -> [Range<Int>] {
        var chunks = chunks
        while chunks.count > 1, let last = chunks.last {
            let start = EnglishSentence.clauseStart(of: text, at: last.lowerBound)
            guard let word = EnglishWords.leadingAdverbial.match(at: start, in: text, limit: last.upperBound),
                !Self.joins.isFound(in: text, word)
            else {
                if isBare(last) {
                    chunks.removeLast()
                    continue
                }
                break
            }
            chunks.removeLast()
        }
        return chunks
    }

    /// After an adverbial part the subject is the last stretch, with the list that it ends.
    private func lastPhrase(_ chunks: [Range<Int>]) -> [Range<Int>] {
        let chunks = droppingParentheses(chunks)
        guard var first = chunks.indices.last else { return [] }
        while first > 0 {
            let start = EnglishSentence.clauseStart(of: text, at: chunks[first].lowerBound)
            guard let join = Self.joins.match(at: start, in: text, limit: chunks[first].upperBound),
                !Self.fresh.begins(
                    text, at: EnglishSentence.clauseStart(of: text, at: join.upperBound),
                    limit: chunks[first].upperBound)
            else { break }
            first -= 1
        }
        return Array(chunks[first...])
    }

    /// "The purchase is subject to review, and the purchaser shall": a clause of its own stands before.
    private func afterFiniteClause(_ chunks: [Range<Int>]) -> [Range<Int>] {
        for number in chunks.indices.dropFirst().reversed() {
            let start = EnglishSentence.clauseStart(of: text, at: chunks[number].lowerBound)
            guard let join = Self.joins.match(at: start, in: text, limit: chunks[number].upperBound),
                Self.finite.isFound(in: text, span(chunks[0].lowerBound, chunks[number].lowerBound))
            else { continue }
            let begun = EnglishSentence.clauseStart(of: text, at: join.upperBound)
            guard Self.fresh.begins(text, at: begun, limit: chunks[number].upperBound) else { continue }
            return [begun..<chunks[number].upperBound] + chunks[(number + 1)...]
        }
        return chunks
    }

    private static let finite = PhraseSet(
        .en, "is|are|was|were|has|have|remains|applies|apply|requires|require|does|do")

    private func skippingNumber(_ range: Range<Int>) -> Int {
        let start = EnglishSentence.clauseStart(of: text, at: range.lowerBound)
        guard start < range.upperBound, text[start] == "(",
            let close = text[start..<range.upperBound].prefix(6).firstIndex(of: ")")
        else { return start }
        return EnglishSentence.clauseStart(of: text, at: close + 1)
    }

    private func phrase(_ range: Range<Int>) -> Range<Int>? {
        let range = Self.trimmed(text, range)
        return range.isEmpty || Self.pronouns.begins(text, at: range.lowerBound, limit: range.upperBound)
            ? nil : range
    }

    private static let joins = PhraseSet(.en, "and|or|but|nor|yet")
    private static let relatives = PhraseSet(.en, "who|that|which")
    private static let openers = PhraseSet(
        .en, "and|but|that|unless|if|when|where|because|while|until|which|who|or|as|before|after")
    /// Words that begin a subject.
    private static let fresh = PhraseSet(
        .en,
        "the|a|an|any|every|each|no|all|its|their|both|neither|either|such|nobody|everyone|anyone|those|persons"
    )
    private static let pronouns = PhraseSet(
        .en, "it|they|he|she|this|these|there|such|them|which|that|who|what")

    // MARK: who is somebody

    /// Whether the head of a noun phrase names somebody; `byDefault` for nouns that nothing is known of.
    static func isSomebody(_ text: [Unicode.Scalar], _ range: Range<Int>, byDefault: Bool) -> Bool {
        let range = trimmed(text, range)
        let words = EnglishAgents.words(of: text, range)
        guard let first = words.first, !pronouns.isFound(in: text, first) else { return false }
        if text[first].asString == "such", words.count > 1 { return false }
        var heads: [Range<Int>] = []
        var last: Range<Int>?
        for word in words {
            if postmodifiers.isFound(in: text, word) { break }
            if let known = last, isParticiple(text[word]),
                EnglishAgents.isSomebody(text[known], byDefault: false)
            {
                break
            }
            if joins.isFound(in: text, word)
                || (last.map { text[$0.upperBound..<word.lowerBound].contains(",") } ?? false)
            {
                if let last { heads.append(last) }
                last = joins.isFound(in: text, word) ? nil : word
                continue
            }
            last = word
        }
        if let last { heads.append(last) }
        guard let head = heads.last ?? words.last else { return false }
        if EnglishAgents.isSomebody(text[head], byDefault: byDefault) { return true }
        return heads.contains { EnglishAgents.isSomebody(text[$0], byDefault: false) }
    }

    /// "vendors applying for …", "persons employed by …".
    private static func isParticiple(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
        word.count > 4
            && (word.suffix(3).elementsEqual(["i", "n", "g"]) || word.suffix(2).elementsEqual(["e", "d"]))
    }

    private static let postmodifiers = PhraseSet(
        .en,
        """
        of|in|for|to|on|under|with|by|at|from|within|between|among|outside|abroad|not|that|which|who|whose|where|when|\
        engaged|designated|established|holding|providing|operating|handling|processing|using|having|responsible|subject|\
        registered|listed|concerned|appointed|authorised|authorized|acting|controlled|owned|carrying|conducting|\
        supplying|offering|employed|storing|seeking|making|receiving|conducting|undertaking work|dealing|wishing|intending
        """)

    static func trimmed(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Range<Int> {
        var range = range
        while let first = range.first, text[first] == " " || text[first] == "," { range = range.dropFirst() }
        while let last = range.last, text[last] == " " || text[last] == "," { range = range.dropLast() }
        return range
    }
}
