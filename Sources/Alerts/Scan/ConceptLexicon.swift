import Statute

/// The words of all concepts in one language, ready to be found in one pass.
struct ConceptLexicon: Sendable {
    /// What a word does for its concept.
    enum Role: Sendable, Hashable {
        case trigger, inverse, mask, near, notNear, act, harm
        case cue(Polarity)
        /// A trigger if its company is there: the number of the rule.
        case weak(Int)
        /// A word of one list of a weak trigger's company.
        case company(rule: Int, list: Int)
    }

    /// A word of a concept in a text.
    struct Hit: Sendable, Hashable {
        var concept: Int
        var role: Role
        var range: Range<Int>

        /// Whether the word makes its sentence one to be read.
        var isCandidate: Bool { role == .trigger || role == .inverse }
        /// Whether it may be one, once its company is known.
        var mayBeCandidate: Bool {
            if case .weak = role { return true }
            return isCandidate
        }

        /// Whether it stands inside a longer trigger that turns it round: 境外品牌 in 排斥境外品牌.
        func isPart(ofAny hits: [Hit]) -> Bool {
            role == .inverse
                && hits.contains { longer in
                    longer.role == .trigger && longer.range.count > range.count
                        && longer.range.lowerBound <= range.lowerBound
                        && range.upperBound <= longer.range.upperBound
                }
        }
    }

    private struct Word: Sendable {
        var concept: Int
        var role: Role
        var pattern: WordPattern
    }

    private let words: [Word]
    private let automaton: PhraseAutomaton
    let language: Language
    /// Whether a line can hold a trigger at all: asked before anything else is made of it.
    let sieve: TriggerSieve
    private let withActs: Set<Int>
    private let bound: [Int: BoundParty]
    let weak: [Concept.WeakTrigger]

    init(_ concepts: [Concept], _ language: Language) {
        var words: [Word] = []
        var weak: [Concept.WeakTrigger] = []
        for (number, concept) in concepts.enumerated() {
            guard let own = concept.words[language] else { continue }
            var roles: [(Role, [String])] = [
                (.trigger, own.triggers), (.inverse, own.inverseTriggers), (.mask, own.masks),
                (.near, own.near), (.notNear, own.notNear), (.act, own.acts), (.harm, own.harms),
            ]
            for polarity in Polarity.allCases {
                if let cues = own.cues[polarity] { roles.append((.cue(polarity), cues)) }
            }
            for rule in own.weakTriggers {
                roles.append((.weak(weak.count), rule.words))
                for (list, company) in rule.company.enumerated() {
                    roles.append((.company(rule: weak.count, list: list), company))
                }
                weak.append(rule)
            }
            for (role, list) in roles {
                for word in list {
                    words.append(
                        Word(concept: number, role: role, pattern: WordPattern(word, language)))
                }
            }
        }
        self.words = words
        self.weak = weak
        self.language = language
        withActs = Set(words.filter { $0.role == .act }.map(\.concept))
        automaton = PhraseAutomaton(words.map(\.pattern.head))
        sieve = TriggerSieve(
            words.filter { Hit(concept: $0.concept, role: $0.role, range: 0..<0).mayBeCandidate }
                .map(\.pattern.head), language)
        var bound: [Int: BoundParty] = [:]
        for (number, concept) in concepts.enumerated() {
            if let own = concept.words[language] { bound[number] = BoundParty(own, language) }
        }
        self.bound = bound
    }

    /// Whether a concept is about a duty of this party, as printed; an unknown party may be any.
    func concerns(_ concept: Int, _ actor: String?) -> Bool {
        guard let actor, let party = bound[concept] else { return true }
        return party.admits(actor)
    }

    /// Whether a concept says what is done with its thing.
    func hasActs(_ concept: Int) -> Bool { withActs.contains(concept) }

    /// Every word of every concept in a folded text, less what a mask of the same concept covers.
    func hits(in folded: [Unicode.Scalar]) -> [Hit] {
        var hits: [Hit] = []
        for hit in automaton.hits(in: folded) {
            let word = words[hit.phrase]
            guard let range = word.pattern.match(at: hit.range, in: folded) else { continue }
            hits.append(Hit(concept: word.concept, role: word.role, range: range))
        }
        return hits.contains { $0.role == .mask } ? unmasked(hits) : hits
    }

    /// Drops what overlaps a mask. A mask that begins inside another word of the concept is no word there: 开源 is
    /// none in 公开源代码.
    private func unmasked(_ hits: [Hit]) -> [Hit] {
        let masks = hits.filter { mask in
            mask.role == .mask
                && !hits.contains { word in
                    (word.role == .act || word.role == .harm) && word.concept == mask.concept
                        && word.range.lowerBound < mask.range.lowerBound
                        && mask.range.lowerBound < word.range.upperBound
                        && word.range.upperBound < mask.range.upperBound
                }
        }
        return hits.filter { hit in
            hit.role != .mask
                && !masks.contains { $0.concept == hit.concept && $0.range.overlaps(hit.range) }
        }
    }
}
