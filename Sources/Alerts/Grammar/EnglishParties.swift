import Statute

/// Who is bound, and towards whom, as printed in an English sentence.
struct EnglishParties {
    let sentence: EnglishSentence
    private let text: [Unicode.Scalar]

    init(_ sentence: EnglishSentence) {
        self.sentence = sentence
        text = sentence.text
    }

    private static let limit = 100
    /// In how many words of a subject its head must stand.
    private static let headWords = 5
    private static let by = PhraseSet(.en, "by")
    private static let agents = PhraseSet(
        .en,
        """
        operator|operators|department|departments|organ|organs|unit|units|individual|individuals|person|persons|\
        enterprise|enterprises|company|companies|provider|providers|supplier|suppliers|vendor|vendors|body|bodies|\
        authority|authorities|staff|official|officials|state|government|governments|institution|institutions|\
        organisation|organisations|organization|organizations|handler|handlers|processor|processors|developer|\
        developers|bank|banks|platform|platforms|carrier|carriers|firm|firms|buyer|buyers|user|users|citizen|\
        citizens|investor|investors|applicant|applicants|party|parties|agency|agencies|administration|commission|\
        council|ministry|inspector|inspectors|reviewer|reviewers|regulator|regulators|website|websites|office|\
        offices|personnel|owner|owners|manager|managers|undertaking|undertakings|association|associations|whoever|\
        court|courts|president|secretary|congress|importer|exporter|manufacturer|manufacturers|seller|sellers
        """)
    /// What may follow an agent noun and still belong to its name.
    private static let ofPhrase = PhraseSet(
        .en,
        "of critical information infrastructure|of key information infrastructure|of networks|of the network")
    private static let pronouns = PhraseSet(.en, "it|they|he|she|this|these|there|such|them")

    /// The subject of the governing modal when it names somebody; else who stands after "by", else the subject of
    /// the "where" part.
    var actor: String? {
        let before = sentence.modalBefore
        if before == nil, let after = sentence.modals(in: sentence.afterInClause).first {
            // The thing itself is the subject.
            return agentAfterBy(span(after.range.upperBound, text.count))
        }
        guard let modal = before ?? sentence.modals(in: sentence.rest).first else {
            return conditionalSubject
        }
        return subject(before: modal.range.lowerBound) ?? conditionalSubject
            ?? agentAfterBy(span(modal.range.upperBound, text.count))
    }

    /// The words before a modal, from the sentence's start or the modal before it, less leading adverbial parts.
    private func subject(before edge: Int) -> String? {
        let start = text[..<edge].lastIndex { $0 == ";" || $0 == "\n" || $0 == ":" }.map { $0 + 1 } ?? 0
        let earlier = sentence.modals.last { $0.range.upperBound <= edge && $0.range.lowerBound >= start }
        var chunks = text[(earlier?.range.upperBound ?? start)..<edge].split(separator: ",")
        // "…, and shall keep": what stood under the earlier modal is no subject.
        if earlier != nil, !chunks.isEmpty { chunks.removeFirst() }
        while let first = chunks.first {
            let opening = EnglishSentence.clauseStart(of: text, at: first.startIndex)
            guard let word = EnglishWords.leadingAdverbial.match(at: opening, in: text, limit: first.endIndex)
            else { break }
            let joins = text[word].asString == "and" || text[word].asString == "but"
            if joins { chunks[0] = text[word.upperBound..<first.endIndex] } else { chunks.removeFirst() }
            if joins, chunks[0].allSatisfy({ $0 == " " }) { chunks.removeFirst() }
        }
        if let first = chunks.first, let last = chunks.last,
            let found = named(first.startIndex..<last.endIndex)
        {
            return found
        }
        return earlier.flatMap { subject(before: $0.range.lowerBound) }
    }

    /// "Where an operator …": who the "where" part is about, or the words that open a list of offences.
    private var conditionalSubject: String? {
        let passage = sentence.passage
        let isListed = passage.base > 0 && sentence.holds(EnglishWords.listOpening, passage.leadIn)
        return (isListed ? opener(passage.leadIn) : nil) ?? opener(passage.own)
    }

    private func opener(_ range: Range<Int>) -> String? {
        guard !range.isEmpty else { return nil }
        var start = EnglishSentence.clauseStart(of: text, at: range.lowerBound)
        if let word = EnglishWords.leadingAdverbial.match(at: start, in: text, limit: range.upperBound) {
            start = word.upperBound
        }
        let rest = span(start, range.upperBound)
        let end = text[rest].firstIndex { $0 == "," || $0 == ";" } ?? range.upperBound
        return agent(in: headWords(span(start, end)))
    }

    /// The subject as printed when its head names somebody; an agent inside it otherwise ("data collected by …").
    private func named(_ range: Range<Int>) -> String? {
        let range = trimmed(range)
        guard !range.isEmpty, !Self.pronouns.begins(text, at: range.lowerBound, limit: range.upperBound)
        else {
            return nil
        }
        let head = headWords(range)
        guard let first = firstAgent(in: head),
            !Self.by.isFound(in: text, head.lowerBound..<first.lowerBound)
        else {
            guard let by = Self.by.first(in: text, range) else { return nil }
            return agent(in: span(by.upperBound, range.upperBound))
        }
        return phrase(range)
    }

    private func headWords(_ range: Range<Int>) -> Range<Int> {
        let range = trimmed(range)
        var words = 0
        for index in range where text[index] == " " {
            words += 1
            if words == Self.headWords { return extended(range.lowerBound..<index, within: range) }
        }
        return range
    }

    private func extended(_ head: Range<Int>, within range: Range<Int>) -> Range<Int> {
        guard let agent = firstAgent(in: head),
            let of = Self.ofPhrase.match(at: agent.upperBound + 1, in: text, limit: range.upperBound)
        else { return head }
        return head.lowerBound..<max(head.upperBound, of.upperBound)
    }

    /// The first agent noun with the words before it and what belongs to its name.
    private func agent(in range: Range<Int>) -> String? {
        let range = trimmed(range)
        guard let hit = firstAgent(in: range) else { return nil }
        var end = fullName(hit, within: range)
        if let of = Self.ofPhrase.match(at: end + 1, in: text, limit: text.count) { end = of.upperBound }
        return phrase(range.lowerBound..<end)
    }

    /// "the State cyberspace administration": the State is not yet the whole name.
    private func fullName(_ agent: Range<Int>, within range: Range<Int>) -> Int {
        guard text[agent].asString == "state" else { return agent.upperBound }
        var end = agent.upperBound
        for _ in 0..<3 {
            let start = EnglishSentence.clauseStart(of: text, at: end)
            guard start < range.upperBound else { break }
            end = text[start..<range.upperBound].firstIndex { !WordPattern.isWord($0) } ?? range.upperBound
            guard end > start else { break }
            if Self.agents.match(at: start, in: text, limit: range.upperBound)?.upperBound == end {
                return end
            }
        }
        return agent.upperBound
    }

    /// Not one that only owns something: citizens' data.
    private func firstAgent(in range: Range<Int>) -> Range<Int>? {
        Self.agents.all(in: text, range).first { hit in
            hit.upperBound >= text.count || (text[hit.upperBound] != "'" && text[hit.upperBound] != "’")
        }
    }

    /// Participles whose "by" tells who made the rule and not who must act.
    private static let madeBy = PhraseSet(
        .en,
        """
        accordance|formulated|organized|organised|issued|prescribed|designated|approved|provided for|required|\
        specified|stipulated|laid down|made
        """)

    private func agentAfterBy(_ range: Range<Int>) -> String? {
        guard let by = Self.by.first(in: text, range) else { return nil }
        if Self.madeBy.isFound(in: text, range.lowerBound..<by.lowerBound) { return nil }
        let rest = span(by.upperBound, range.upperBound)
        let end = text[rest].firstIndex { $0 == "," || $0 == "." || $0 == ";" } ?? rest.upperBound
        return agent(in: span(rest.lowerBound, end))
    }

    /// As printed, less "No", a relative clause and an item's number; cut when it is long.
    func phrase(_ range: Range<Int>) -> String? {
        var range = trimmed(range)
        if let no = EnglishWords.subjectNo.match(at: range.lowerBound, in: text, limit: range.upperBound) {
            range = trimmed(no.upperBound..<range.upperBound)
        }
        if let relative = EnglishWords.relative.first(in: text, range), relative.lowerBound > range.lowerBound
        {
            range = trimmed(range.lowerBound..<relative.lowerBound)
        }
        if range.count > 3, text[range.lowerBound] == "(",
            let close = text[range.prefix(6)].firstIndex(of: ")")
        {
            range = trimmed((close + 1)..<range.upperBound)
        }
        guard !range.isEmpty else { return nil }
        if range.count > Self.limit {
            let cut = text[range.prefix(Self.limit)].lastIndex(of: " ") ?? (range.lowerBound + Self.limit)
            range = trimmed(range.lowerBound..<cut)
        }
        return sentence.passage.string(range)
    }

    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var range = range
        while let first = range.first, text[first] == " " || text[first] == "," { range = range.dropFirst() }
        while let last = range.last, text[last] == " " || text[last] == "," { range = range.dropLast() }
        return range
    }
}
