/// What is covered has changed: a member of a list, an exception, a qualifier of what a rule is about.
struct ScopeRule {
    let hunk: Hunk
    let old: Reading
    let new: Reading

    /// The side that has the more words, and their range.
    private var side: Reading { hunk.new.isEmpty ? old : new }
    private var range: Range<Int> { hunk.new.isEmpty ? hunk.old : hunk.new }
    private var isAlone: Bool { hunk.old.isEmpty != hunk.new.isEmpty }

    var finding: WordFinding? {
        if let reach = exception { return finding(reach) }
        if isAlone, let reach = listed { return finding(hunk.new.isEmpty ? reach.opposite : reach) }
        if isAlone, qualifies {
            // 安全审查 → |国家|安全审查 names another review, not fewer of them.
            if Self.naming.starting(at: range.lowerBound, side) > 0 {
                return WordFinding(class: .scope, direction: .unclear)
            }
            return finding(hunk.new.isEmpty ? .wider : .narrower)
        }
        if !isAlone, let reach = exchanged ?? relisted ?? reopened { return finding(reach) }
        if isInRelativeClause { return WordFinding(class: .scope, direction: .unclear) }
        if max(hunk.old.count, hunk.new.count) <= 20, touches(Self.places) {
            return WordFinding(class: .scope, direction: .unclear)
        }
        if stands(Self.application, in: new, hunk.new) || stands(Self.application, in: old, hunk.old) {
            return WordFinding(class: .scope, direction: .unclear)
        }
        return nil
    }

    private func finding(_ reach: Reach) -> WordFinding {
        let place = hunk.new.isEmpty ? hunk.new.lowerBound..<hunk.new.lowerBound : hunk.new
        let modal = Governing.modal(of: place, in: new)
        let bearer = modal.flatMap { Bearer.of($0.range, in: new) }.map { new.passage.string($0.range) }
        return WordFinding(
            class: .scope, direction: direction(reach, modal?.force, bearer),
            bearers: Bearers(after: bearer))
    }

    private func direction(_ reach: Reach, _ force: Modality.Force?, _ bearer: String?) -> Direction {
        if let force {
            // What more an authority may do is borne by others.
            if force == .permission, let bearer, Bearer.isAuthority(bearer) { return .unclear }
            return reach.direction(under: force)
        }
        // No modal word: a law that applies to more, or that requires something of more, binds more.
        // Neither: what is punished is forbidden.
        let binds =
            stands(Self.application, in: new, hunk.new) || stands(Self.requirements, in: new, hunk.new)
            || stands(SanctionRule.sanctions, in: new, hunk.new)
        return binds ? reach.direction(under: .obligation) : .unclear
    }

    private func stands(_ signs: Signs, in side: Reading, _ range: Range<Int>) -> Bool {
        signs.stand(in: side.sentence(at: range.lowerBound), of: side)
    }

    private func touches(_ signs: Signs) -> Bool {
        func touch(_ range: Range<Int>, _ side: Reading) -> Bool {
            if range.isEmpty { return false }
            let around = max(0, range.lowerBound - 2)..<(range.upperBound + 2)
            return signs.found(in: around, of: side).contains { $0.overlaps(range) }
        }
        return touch(hunk.old, old) || touch(hunk.new, new)
    }

    // MARK: Exceptions

    private var exception: Reach? {
        let before = Self.exceptions.found(in: hunk.old, of: old).count
        let after = Self.exceptions.found(in: hunk.new, of: new).count
        if before == after || max(hunk.old.count, hunk.new.count) > 60 { return nil }
        return after > before ? .narrower : .wider
    }

    // MARK: Lists

    /// A member of a list by itself: beside 、, opened or closed by 和 or `or`, or 等.
    private var listed: Reach? {
        if Self.openEnds.stand(in: range, of: side), range.count <= 16 { return .wider }
        guard let first = range.first, let last = range.last, range.count <= 24 else { return nil }
        return side.isWord(first) || side.isWord(last)
            ? englishListed(first, last) : chineseListed(first, last)
    }

    private func chineseListed(_ first: Int, _ last: Int) -> Reach? {
        let tokens = side.passage.tokens
        if range.contains(where: { side.endsClause($0) }) { return nil }
        let around = [side.id(first - 1), tokens[first].id, tokens[last].id, side.id(last + 1)]
        if around.contains(0x3001) { return .wider }  // 、
        return Self.joinersAtStart.starting(at: first, side) > 0
            || Self.joinersAtEnd.ending(at: last + 1, side, from: first) > 0
            ? .wider : nil
    }

    private func englishListed(_ first: Int, _ last: Int) -> Reach? {
        let edges = [side.word(first), side.word(last), side.word(first - 1), side.word(last + 1)]
        let commas = [side.id(first), side.id(last), side.id(first - 1), side.id(last + 1)].contains(0x2C)
        guard commas || edges.contains("and") || edges.contains("or"), side.modalUses(in: range).isEmpty
        else { return nil }
        var start = first
        while start <= last, !side.isWord(start) || ["and", "or"].contains(side.word(start)) { start += 1 }
        guard start <= last, !Self.verbs.contains(side.word(start)) else { return nil }
        // `on paper |or in electronic form|` is a member; `, |after an incident|,` is none.
        if start == first || !side.isWord(first), Self.prepositions.contains(side.word(start)) { return nil }
        // `and hears the public`, `and state the reason`: a verb with its object, a further act and not a further thing.
        if start + 1 <= last, Self.determiners.contains(side.word(start + 1)) { return nil }
        // A whole clause between commas is no member.
        return range.contains { side.endsClause($0) && side.id($0) != 0x2C } ? nil : .wider
    }

    // MARK: Qualifiers

    /// 公民|个人信息, 可能受到影响的|用户, |important| data, users |who may be affected|.
    private var qualifies: Bool {
        guard let first = range.first, let last = range.last, range.count <= 14,
            !range.contains(where: { side.endsClause($0) })
        else { return false }
        if side.isWord(first) {
            if Self.relatives.contains(side.word(first)) { return true }
            return range.count <= 4 && side.isWord(last + 1)
                && Self.englishQualifiers.contains(side.word(first))
        }
        let next = last + 1
        guard next < side.passage.tokens.count, side.passage.tokens[next].kind == .sign else { return false }
        if side.id(last) == 0x7684 { return range.count > 2 }  // 的
        return Self.qualifiers.starting(at: first, side) == range.count
    }

    // MARK: One for another

    /// Words exchanged where the one side has all that the other has, and more members of a list or more qualifiers.
    private var exchanged: Reach? {
        let before = old.passage.tokens[hunk.old].filter { !$0.isMark }.map(\.id)
        let after = new.passage.tokens[hunk.new].filter { !$0.isMark }.map(\.id)
        guard !before.isEmpty, !after.isEmpty, before.count <= 40, after.count <= 40, before != after else {
            return nil
        }
        if isMissing(before, from: after) == nil, let more = isMissing(after, from: before) {
            return more ? .wider : .narrower
        }
        if isMissing(after, from: before) == nil, let more = isMissing(before, from: after) {
            return more ? .narrower : .wider
        }
        return nil
    }

    /// `fixed-line |or| mobile` → `fixed-line |telephones,| mobile`: a joiner gave way to a longer list.
    private var relisted: Reach? {
        func isJoiner(_ range: Range<Int>, _ side: Reading) -> Bool {
            !range.isEmpty && range.allSatisfy { Self.joinerIDs.contains(side.id($0)) || side.id($0) == 0x2C }
        }
        if isJoiner(hunk.old, old), side.id(hunk.new.upperBound - 1) == 0x2C { return .wider }
        if isJoiner(hunk.new, new), old.id(hunk.old.upperBound - 1) == 0x2C { return .narrower }
        return nil
    }

    /// 等, `other`: one side has an open end where the other had a member.
    private var reopened: Reach? {
        guard max(hunk.old.count, hunk.new.count) <= 16 else { return nil }
        let (before, after) = (
            Self.openEnds.stand(in: hunk.old, of: old), Self.openEnds.stand(in: hunk.new, of: new)
        )
        return before == after ? nil : (after ? .wider : .narrower)
    }

    /// `organisations that |attack facilities| may`: who is covered, said by what they do.
    private var isInRelativeClause: Bool {
        guard !hunk.new.isEmpty, new.isWord(hunk.new.lowerBound),
            let modal = new.modalUses(
                in: hunk.new
                    .lowerBound..<max(hunk.new.upperBound, new.clause(at: hunk.new.lowerBound).upperBound)
            ).first,
            modal.range.lowerBound >= hunk.new.upperBound
        else { return false }
        let clause = new.clause(at: hunk.new.lowerBound)
        return (clause.lowerBound..<max(clause.lowerBound, hunk.new.lowerBound)).contains {
            Self.relatives.contains(new.word($0))
        }
    }

    /// Whether what `row` has beyond `other` joins members to a list; nil where it has nothing beyond.
    private func isMissing(_ row: [UInt32], from other: [UInt32]) -> Bool? {
        var rest: [UInt32: Int] = [:]
        for id in other { rest[id, default: 0] += 1 }
        var beyond: [UInt32] = []
        for id in row {
            if let count = rest[id], count > 0 { rest[id] = count - 1 } else { beyond.append(id) }
        }
        if beyond.isEmpty { return nil }
        return beyond.contains { Self.joinerIDs.contains($0) }
    }

    // MARK: Words

    private static let exceptions = Signs([
        "除外", "但是", "但", "不适用", "另有规定", "另有约定", "except", "unless", "other than", "does not apply",
        "do not apply",
        "provided otherwise", "provides otherwise", "excluding",
    ])
    private static let openEnds = Signs(
        ["等", "其他", "其它", "other", "including"],
        masks: ["等级", "平等", "等于", "同等", "高等", "中等", "初等", "对等", "等待", "等候", "相等", "each other", "other than"])
    private static let places = Signs([
        "境内", "境外", "地区", "区域", "领域", "行业", "地域", "within the territory", "abroad", "overseas", "areas",
        "regions",
        "sectors",
    ])
    private static let application = Signs([
        "适用本法", "适用本条例", "适用本办法", "适用本规定", "适用本细则", "This Law applies to", "These Measures apply to",
        "This Regulation applies to", "These Provisions apply to", "This rule applies to", "applies to",
    ])
    private static let requirements = Signs([
        "须经", "需经", "requires", "require", "is required", "are required", "is prohibited",
    ])
    private static let joinersAtStart = Signs(["和", "或者", "或", "以及", "及", "与"])
    private static let joinersAtEnd = Signs(["和", "或者", "或", "以及", "及"])
    private static let joinerIDs = Set(
        [0x3001, 0x548C, 0x6216, 0x53CA] + ["and", "or"].map { TokenHash.word($0) } as [UInt32])
    private static let prepositions: Set<String> = [
        "after", "before", "in", "within", "when", "where", "if", "upon", "by", "under", "at", "on", "for",
        "with", "as",
    ]
    private static let verbs: Set<String> = [
        "then", "also", "shall", "may", "must", "to", "it", "they", "that", "which", "who", "is", "are", "be",
    ]
    private static let determiners: Set<String> = [
        "the", "a", "an", "its", "their", "his", "her", "this", "such", "any", "each",
    ]
    private static let relatives: Set<String> = ["who", "which", "that", "whose"]
    private static let englishQualifiers: Set<String> = [
        "citizens", "citizen", "important", "core", "sensitive", "national", "critical", "key", "domestic",
        "overseas",
        "foreign", "public", "large", "small", "major", "minor", "personal", "certain", "specific", "special",
        "relevant",
        "all", "any", "private", "commercial", "business", "technical", "electronic", "dangerous", "general",
        "basic",
        "medical", "military", "civil", "serious", "only",
    ]
    private static let naming = Signs(["国家", "national"])
    private static let qualifiers = Signs([
        "公民", "重要", "核心", "敏感", "业务", "重要业务", "重大", "关键", "大型", "中型", "小型", "特定", "主要", "境内", "境外", "国家",
        "公共",
        "商业", "个人", "网络", "未成年", "外国", "外商", "国有", "民用", "军用", "专用", "一般", "特殊", "危险", "任何", "所有", "全部", "部分",
        "有关", "相关", "大规模", "基础", "公用", "私营", "集体", "医疗", "金融", "电子", "纸质", "书面", "技术",
    ])
}
