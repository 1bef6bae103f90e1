package import Statute

/// Finds what a text says about concepts: which words stand where, and what the sentence makes of them.
///
/// Built once for all concepts and both languages; reading a text is one pass over each line, and the grammar only
/// looks at the sentences in which a trigger stands.
package struct ConceptScanner: Sendable {
    /// Triggers of one concept that are read in one sentence. They make one finding or two, and reading each costs the
    /// sentence's length: without a bound a text of one endless sentence would cost the square of its length.
    private static let mostTriggers = 8

    private let concepts: [Concept]
    private let lexicons: [Language: ConceptLexicon]
    private let weighers: [Language: LineWeigher]
    /// Whether anything at all can be found in a line, be it by words or by weight.
    private let sieves: [Language: TriggerSieve]

    /// - Parameter weights: what is learned of the words of each language; without, only what the concepts declare counts.
    package init(concepts: [Concept], weights: [WordWeights] = []) {
        self.concepts = concepts
        weighers = Dictionary(
            weights.map { ($0.language, LineWeigher($0, concepts)) }, uniquingKeysWith: { _, last in last })
        var lexicons: [Language: ConceptLexicon] = [:]
        for language in Language.allCases { lexicons[language] = ConceptLexicon(concepts, language) }
        self.lexicons = lexicons
        let anchors = Dictionary(weights.map { ($0.language, $0.anchorHeads) }, uniquingKeysWith: +)
        sieves = Dictionary(
            uniqueKeysWithValues: lexicons.map { language, lexicon in
                (language, TriggerSieve(lexicon.candidateHeads + (anchors[language] ?? []), language))
            })
    }

    /// All findings of a text in the order of its provisions; one for each concept and sentence, or one for each way
    /// in which the sentence speaks of it (it obliges one and forbids another).
    package func findings(in text: StatuteText) -> [Finding] {
        guard let sieve = sieves[text.language] else { return [] }
        return text.articleLevel.flatMap { provision in
            provision.admits(sieve) ? findings(in: ArticleText(provision), language: text.language) : []
        }
    }

    /// Whether a trigger of any concept can stand in a line: never no where one does, seldom yes where none does.
    package func mayFind(in line: UnsafeBufferPointer<UInt8>, _ language: Language) -> Bool {
        lexicons[language]?.sieve.admits(line) ?? false
    }

    /// The findings of one article-level provision.
    package func findings(in article: ArticleText, language: Language) -> [Finding] {
        guard let lexicon = lexicons[language] else { return [] }
        let reader = PassageReader(article, language)
        let passages = reader.passages(admittedBy: lexicon.sieve, weighedBy: weighers[language]) {
            line, leadIn in
            lexicon.candidates(in: line, below: leadIn)
        }
        return Excepted.read(passages.flatMap { findings(in: $0, of: article.path, lexicon) })
    }

    private func findings(in passage: Passage, of article: ProvisionPath, _ lexicon: ConceptLexicon)
        -> [Finding]
    {
        let hits = lexicon.hits(in: passage)
        var found: [Finding] = []
        let weigher = weighers[passage.language]
        let weighed = passage.weighed
        let named = Set(hits.lazy.filter(\.isCandidate).map(\.concept))
        for number in named.union(weighed?.taken.keys ?? [:].keys).sorted() {
            let concept = concepts[number]
            let own = hits.filter { $0.concept == number }
            let isDoubted = weighed.map { weigher?.doubts(number, $0.scores) ?? false } ?? false
            var triggers = own.filter {
                $0.isCandidate && $0.range.lowerBound >= passage.base && ($0.role == .inverse || !isDoubted)
            }
            let isByWeight = triggers.isEmpty || !isNear(own, concept, passage.language)
            if isByWeight {
                guard let place = weighed?.taken[number] else { continue }
                triggers = [ConceptLexicon.Hit(concept: number, role: .trigger, range: place)]
            }
            let readings = Array(
                triggers.lazy.filter { !$0.isPart(ofAny: triggers) }.prefix(Self.mostTriggers)
            ).map { reading(of: $0, among: own, in: passage) }
                .filter { lexicon.concerns(number, $0.actor) }
            var told = TriggerReading.told(of: readings, in: passage)
            if told.count == 1, let weighed { told[0].weigh(with: weigher, weighed, number) }
            if told.count == 1, let main = told.first,
                let back = main.backReference(in: passage),
                let shield = shield(at: back, beside: main, own, in: passage)
            {
                told.append(shield)
            }
            for reading in told {
                var finding = finding(reading, among: told, concept.id, passage, article)
                finding.isByWeight = isByWeight || reading.isByWeight
                found.append(finding)
            }
        }
        return found
    }

    /// "The supplier shall file the source code, and the agency shall keep it confidential": what is said of "it".
    private func shield(
        at range: Range<Int>, beside main: TriggerReading, _ own: [ConceptLexicon.Hit], in passage: Passage
    ) -> TriggerReading? {
        guard let concept = own.first?.concept else { return nil }
        let pronoun = ConceptLexicon.Hit(concept: concept, role: .trigger, range: range)
        let reading = reading(of: pronoun, among: own, in: passage)
        guard reading.verdict.polarity == .protects, reading.actor != nil, reading.actor != main.actor else {
            return nil
        }
        return reading
    }

    private func isNear(_ hits: [ConceptLexicon.Hit], _ concept: Concept, _ language: Language) -> Bool {
        if hits.contains(where: { $0.role == .notNear }) { return false }
        let asksForCompany = !(concept.words[language]?.near.isEmpty ?? true)
        return !asksForCompany || hits.contains { $0.role == .near }
    }

    private func reading(
        of hit: ConceptLexicon.Hit, among own: [ConceptLexicon.Hit], in passage: Passage
    ) -> TriggerReading {
        let use = TriggerUse(
            range: hit.range, isInverse: hit.role == .inverse,
            acts: own.filter { $0.role == .act }.map(\.range),
            harms: own.filter { $0.role == .harm }.map(\.range),
            asksForAct: lexicons[passage.language]?.hasActs(hit.concept) ?? false)
        switch passage.language {
        case .zh:
            let sentence = ChineseSentence(passage, use)
            let parties = ChineseParties(sentence)
            return TriggerReading(
                verdict: ChineseGrammar.verdict(sentence).decided(by: own, in: sentence).imposed(
                    by: concepts[hit.concept]),
                isInverse: use.isInverse, range: hit.range, governor: sentence.governor?.range,
                actor: parties.actor, beneficiary: parties.beneficiary)
        case .en:
            let sentence = EnglishSentence(passage, use)
            let parties = EnglishParties(sentence)
            return TriggerReading(
                verdict: EnglishGrammar.verdict(sentence).decided(by: own, in: sentence).imposed(
                    by: concepts[hit.concept]),
                isInverse: use.isInverse, range: hit.range, governor: sentence.governor?.range,
                actor: parties.actor, beneficiary: parties.beneficiary)
        }
    }

    private func finding(
        _ reading: TriggerReading, among told: [TriggerReading], _ concept: String, _ passage: Passage,
        _ article: ProvisionPath
    ) -> Finding {
        let shift = passage.origin - passage.base
        var finding = Finding(
            concept: concept, polarity: reading.verdict.polarity, path: passage.path, article: article,
            actor: reading.actor, beneficiary: reading.beneficiary,
            evidence: EvidenceCut.words(
                of: passage, around: reading.focus, within: reading.stretch(of: passage, among: told)),
            range: (reading.range.lowerBound + shift)..<(reading.range.upperBound + shift),
            rule: reading.verdict.rule.rawValue)
        finding.leadIn = EvidenceCut.leadIn(of: passage)
        finding.isOpposite = reading.isInverse && reading.verdict.polarity == .mentions
        return finding
    }
}

extension Provision {
    /// Whether a trigger can stand in its words or in those of its children.
    fileprivate func admits(_ sieve: TriggerSieve) -> Bool {
        sieve.admits(text) || children.contains { $0.admits(sieve) }
    }
}
