/// How far words reach: whether what they name became more or less.
enum Reach: Sendable, Hashable {
    case wider, narrower

    var opposite: Reach { self == .wider ? .narrower : .wider }

    /// What it means for those who are bound: more under a duty or a ban tightens, more under a permission loosens.
    func direction(under force: Modality.Force?) -> Direction {
        guard let binds = force?.binds else { return .unclear }
        return (self == .wider) == binds ? .tightened : .loosened
    }

    /// Compares two phrases that name actors: members of a list, then qualifiers before the same noun.
    static func between(_ before: [UInt32], _ after: [UInt32], isEnglish: Bool) -> Reach? {
        let old = members(before, isEnglish: isEnglish)
        let new = members(after, isEnglish: isEnglish)
        if old.isEmpty || new.isEmpty || old == new { return nil }
        if old.isSubset(of: new) { return .wider }
        if new.isSubset(of: old) { return .narrower }
        guard old.count == 1, new.count == 1, let a = old.first, let b = new.first else { return nil }
        if let known = kinds[Pair(before: a, after: b)] { return known }
        if isEnglish { return qualified(Set(a), Set(b)) }
        guard a.last == b.last else { return nil }
        if isSubsequence(a, of: b) { return .narrower }
        return isSubsequence(b, of: a) ? .wider : nil
    }

    /// One has all the words of the other and more: it is the narrower.
    private static func qualified(_ old: Set<UInt32>, _ new: Set<UInt32>) -> Reach? {
        if old.isStrictSubset(of: new) { return .narrower }
        return new.isStrictSubset(of: old) ? .wider : nil
    }

    private static func isSubsequence(_ part: [UInt32], of whole: [UInt32]) -> Bool {
        var rest = part[...]
        for id in whole where id == rest.first { rest = rest.dropFirst() }
        return rest.isEmpty && part.count < whole.count
    }

    /// The members of a list, each without articles, 的 and words for all.
    private static func members(_ ids: [UInt32], isEnglish: Bool) -> Set<[UInt32]> {
        var members: Set<[UInt32]> = []
        var member: [UInt32] = []
        for id in ids {
            if joiners.contains(id) {
                if !member.isEmpty { members.insert(member) }
                member = []
            } else if !idle.contains(id) {
                member.append(isEnglish ? EnglishNoun.singular(id) : id)
            }
        }
        if !member.isEmpty { members.insert(member) }
        return members
    }

    private static let joiners = Set(
        [0x3001, 0x548C, 0x6216, 0x53CA, 0x4EE5, 0x8005, 0x4E0E, 0x2C]
            + ["and", "or"].map { TokenHash.word($0) })
    /// 的 任 何 各 所 有, articles, `of`.
    private static let idle = Set(
        [0x7684, 0x4EFB, 0x4F55, 0x5404, 0x6240, 0x6709, 0x27]
            + ["the", "The", "a", "A", "an", "An", "any", "Any", "all", "All", "of", "every", "Every"].map {
                TokenHash.word($0)
            })

    private struct Pair: Hashable {
        var before: [UInt32]
        var after: [UInt32]
    }

    /// Kinds of actors that words alone do not show to lie one within the other: the wider first.
    private static let within = [
        ("网络运营者", "关键信息基础设施的运营者"), ("网络运营者", "关键信息基础设施运营者"),
        ("network operators", "critical information infrastructure operators"),
        ("network operators", "operators of critical information infrastructure"),
        ("network operators", "key information infrastructure operators"), ("组织", "企业"), ("企业", "公司"),
        ("单位", "企业"),
    ]
    private static let kinds: [Pair: Reach] = {
        var kinds: [Pair: Reach] = [:]
        for (wide, narrow) in within {
            let isEnglish = wide.utf8.first.map { $0 < 0x80 } ?? false
            let (a, b) = (Tokenizer.identities(of: wide), Tokenizer.identities(of: narrow))
            guard let x = members(a, isEnglish: isEnglish).first,
                let y = members(b, isEnglish: isEnglish).first
            else { continue }
            kinds[Pair(before: x, after: y)] = .narrower
            kinds[Pair(before: y, after: x)] = .wider
        }
        return kinds
    }()
}

/// Number and case of English nouns, as far as the names of actors need it.
enum EnglishNoun {
    /// Capitals and plurals of the names of actors, by identity; every other word is itself.
    static func singular(_ id: UInt32) -> UInt32 { forms[id] ?? id }

    private static let nouns = [
        "operator", "handler", "processor", "producer", "seller", "owner", "tenant", "merchant", "employer",
        "agency",
        "organisation", "organization", "individual", "enterprise", "company", "provider", "carrier", "user",
        "network",
        "data", "critical", "key", "information", "infrastructure", "importer", "manufacturer", "department",
        "person",
        "large", "small", "platform", "service", "holder", "citizen", "unit", "body", "worker", "bank",
        "shop",
    ]

    private static let forms: [UInt32: UInt32] = {
        var forms: [UInt32: UInt32] = [:]
        for noun in nouns {
            let stem = TokenHash.word(noun)
            let plural = noun.hasSuffix("y") ? String(noun.dropLast()) + "ies" : noun + "s"
            for form in [noun, plural] {
                forms[TokenHash.word(form)] = stem
                forms[TokenHash.word(capitalised(form))] = stem
            }
        }
        return forms
    }()

    private static func capitalised(_ word: String) -> String {
        var view = String.UnicodeScalarView()
        for (index, scalar) in word.unicodeScalars.enumerated() {
            let isSmall = index == 0 && (0x61...0x7A).contains(scalar.value)
            view.append(isSmall ? Unicode.Scalar(UInt8(scalar.value - 0x20)) : scalar)
        }
        return String(view)
    }
}
