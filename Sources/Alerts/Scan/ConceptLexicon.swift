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

    /// What a word is to a concept.
    private struct Use: Sendable {
        var concept: Int
        var role: Role
    }

    /// Every word once, however many lists of however many concepts hold it.
    private let patterns: [WordPattern]
    /// What the words are used for: `uses[firstUse[word]..<firstUse[word + 1]]`.
    private let uses: [Use]
    private let firstUse: [Int]
    private let automaton: PhraseAutomaton
    let language: Language
    /// Whether a line can hold a trigger at all: asked before anything else is made of it.
    let sieve: TriggerSieve
    /// How the words begin that can be triggers.
    let candidateHeads: [[Unicode.Scalar]]
    private let withActs: Set<Int>
    private let bound: [Int: BoundParty]
    let weak: [Concept.WeakTrigger]

    init(_ concepts: [Concept], _ language: Language) {
        var numbers: [WordPattern: Int] = [:]
        var patterns: [WordPattern] = []
        var usesOf: [[Use]] = []
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
                    let pattern = WordPattern(word, language)
                    let known = numbers[pattern] ?? patterns.count
                    if known == patterns.count {
                        numbers[pattern] = known
                        patterns.append(pattern)
                        usesOf.append([])
                    }
                    usesOf[known].append(Use(concept: number, role: role))
                }
            }
        }
        self.patterns = patterns
        uses = usesOf.flatMap { $0 }
        firstUse = usesOf.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }
        self.weak = weak
        self.language = language
        withActs = Set(uses.filter { $0.role == .act }.map(\.concept))
        automaton = PhraseAutomaton(patterns.map(\.head))
        candidateHeads = patterns.indices.filter { word in
            usesOf[word].contains { Hit(concept: 0, role: $0.role, range: 0..<0).mayBeCandidate }
        }.map { patterns[$0].head }
        sieve = TriggerSieve(candidateHeads, language)
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
        var isMasked = false
        automaton.forEachHit(in: folded) { word, place in
            guard let range = patterns[word].match(at: place, in: folded) else { return }
            for number in firstUse[word]..<firstUse[word + 1] {
                let use = uses[number]
                if case .mask = use.role { isMasked = true }
                hits.append(Hit(concept: use.concept, role: use.role, range: range))
            }
        }
        return isMasked ? unmasked(hits) : hits
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
