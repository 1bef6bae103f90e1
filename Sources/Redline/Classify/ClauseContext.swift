/// What the clauses around a hunk say of the words that changed: definition, actor, penalty, scope, or nothing known.
struct ClauseContext {
    private let hunk: Hunk
    private let old: Reading
    private let new: Reading

    init(_ hunk: Hunk, _ old: Reading, _ new: Reading) {
        self.hunk = hunk
        self.old = old
        self.new = new
    }

    var reasonClass: ReasonClass {
        if isActor { return .actor }
        if touches(Self.definitions) { return .definition }
        if touches(Self.penalties) { return .penalty }
        if isScope { return .scope }
        return .text
    }

    private static func signs(_ words: [String]) -> Lexicon { Lexicon(words.map { ($0, .plain) }) }

    private static let definitions = signs(["是指", "，指", "means", "refers to", "refer to", "mean"])
    static let penalties = signs([
        "罚款", "没收", "吊销", "拘留", "责令停产停业", "停业整顿", "有期徒刑", "处分", "予以处罚", "给予处罚", "给予警告", "fine", "fines",
        "fined",
        "confiscated", "revoked", "detention", "penalty", "penalties",
    ])
    private static let scopes = signs([
        "适用", "境内", "境外", "除外", "但是", "其他", "等", "applies to", "apply to", "within the territory", "except",
        "including", "other",
    ])

    private func touches(_ signs: Lexicon) -> Bool {
        Self.sentence(old, hunk.old, has: signs) || Self.sentence(new, hunk.new, has: signs)
    }

    /// Whether the sentence in which `range` begins holds one of the signs.
    static func sentence(_ side: Reading, _ range: Range<Int>, has signs: Lexicon) -> Bool {
        let sentence = side.sentence(at: range.lowerBound)
        return !signs.hits(in: Array(side.passage.tokens[sentence])).isEmpty
    }

    /// Only who acts has changed: bearers of duties and rights before a modal word.
    private var isActor: Bool {
        let before = actors(old, hunk.old)
        let after = actors(new, hunk.new)
        guard before.some || after.some, before.only, after.only else { return false }
        return modalFollows(hunk.new.isEmpty ? (old, hunk.old.upperBound) : (new, hunk.new.upperBound))
    }

    /// Whether a range holds actors, and nothing else but what joins them.
    private func actors(_ side: Reading, _ range: Range<Int>) -> (some: Bool, only: Bool) {
        let hits = side.hits(in: range).filter { $0.meaning == .actor }
        let only = range.allSatisfy { index in
            let token = side.passage.tokens[index]
            return token.isMark || Han.joinsReferences(token.id) || token.id == 0x7684  // 的
                || hits.contains { $0.range.contains(index) }
        }
        return (!hits.isEmpty, only)
    }

    private func modalFollows(_ place: (side: Reading, index: Int)) -> Bool {
        let end = place.side.sentence(at: max(place.index - 1, 0)).upperBound
        return place.index < end && !place.side.modals(in: place.index..<end).isEmpty
    }

    /// A member of a list has come or gone, or a word that says what is covered.
    private var isScope: Bool {
        let (side, range) = hunk.new.isEmpty ? (old, hunk.old) : (new, hunk.new)
        let tokens = side.passage.tokens
        if hunk.old.isEmpty != hunk.new.isEmpty, let first = range.first, let last = range.last {
            let around = [
                first > 0 ? tokens[first - 1].id : 0, tokens[first].id, tokens[last].id,
                last + 1 < tokens.count ? tokens[last + 1].id : 0,
            ]
            if around.contains(0x3001) { return true }  // 、
        }
        return !Self.scopes.hits(in: Array(old.passage.tokens[hunk.old])).isEmpty
            || !Self.scopes.hits(in: Array(new.passage.tokens[hunk.new])).isEmpty
            || Self.sentence(new, hunk.new, has: Self.application)
    }

    private static let application = signs(["适用本法", "适用本条例", "适用本办法", "适用本规定", "This Law applies to"])
}
