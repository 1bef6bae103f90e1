import Statute

/// Reads the clauses of one block of a Chinese decision. A block is read as a whole or not at all.
struct ChineseInstructions {
    var cursor: PieceCursor
    /// The place that the clause before worked on.
    var context: Address?
    /// The articles that the clause before renumbered, for a wording of all of them.
    var subject: [Address] = []
    var address = ChineseAddress()
    var drafts: [InstructionDraft] = []
    var clauseStart = 0
    var awaitsWording = false

    private init(_ cursor: PieceCursor, context: Address?) {
        self.cursor = cursor
        self.context = context
    }

    /// The instructions of a block; nil where a part of it says something that no rule knows.
    ///
    /// - Parameter context: what the block before spoke of, for a block without a number of its own.
    static func read(_ block: Block, source: [Unicode.Scalar], context: Address?) -> BlockReading? {
        let start = PieceCursor(block, source: source, ignoresCase: false)
        // 为了……，将……: the purpose comes first and ends with some comma.
        var attempts = 0
        var from = start
        while attempts < 24 {
            var reader = ChineseInstructions(from, context: context)
            if let reading = reader.run() { return reading }
            guard Self.opensPurpose(start), Self.skipPastComma(&from) else { return nil }
            attempts += 1
        }
        return nil
    }

    static func opensPurpose(_ cursor: PieceCursor) -> Bool {
        ["为", "根据", "经", "鉴于"].contains { cursor.looks(at: $0) }
    }

    static func skipPastComma(_ cursor: inout PieceCursor) -> Bool {
        while !cursor.isAtEnd {
            let isComma = cursor.scalar() == "，"
            cursor.index += 1
            if isComma { return true }
        }
        return false
    }

    mutating func run() -> BlockReading? {
        while true {
            skipConnectors()
            if cursor.isAtEnd { break }
            if awaitsWording { return nil }
            clauseStart = cursor.index
            guard clause() else { return nil }
        }
        guard !drafts.isEmpty, foldAnnounced() else { return nil }
        return BlockReading(drafts: drafts, awaitsWording: awaitsWording, context: context)
    }

    mutating func skipConnectors() {
        let words = ["，", "；", "。", "、", "并相应", "并", "同时", "其中", "此外", "另外", "和", "相应地", "相应", "且", "."]
        while cursor.take(anyOf: words) != nil {}
    }

    mutating func add(_ modification: Modification, restates: Bool = false) {
        drafts.append(
            InstructionDraft(
                modification: modification, law: address.law, restates: restates,
                span: cursor.span(from: clauseStart)))
    }

    // MARK: Clauses

    mutating func clause() -> Bool {
        if order() { return true }
        let lead = cursor.take(anyOf: ["将", "把", "在", "对", "于"])
        if lead == nil || lead == "将" {
            if cursor.take(anyOf: ["删去", "删除", "废止"]) != nil { return repeal() }
            if takeInsertion() { return insertion(at: context ?? .whole, .end) }
            if let context, cursor.take(anyOf: ["修改为", "修正为"]) != nil {
                return substitution(subject.count > 1 ? subject : [context])
            }
            if let context, let new = renumbered([context]) { return new }
        }
        subject = []
        if takeScope() { return words(in: [.whole]) }
        if context != nil { takeWithin() }
        if cursor.isAtQuotation { return words(in: [context ?? .whole]) }
        let restates = Self.restating.contains { cursor.looks(at: $0) }
        guard let places = address.list(&cursor, context: context) else { return false }
        context = places.first.map { Address($0.unit, paragraph: $0.paragraph, item: $0.item) }
        return predicate(places, restates: restates)
    }

    /// 本法中的, 全文中的 before quoted words.
    mutating func takeScope() -> Bool {
        var ahead = cursor
        if ahead.take(anyOf: ["本法", "本条例", "本规定", "本办法", "本解释", "该法", "全文", "条文"]) == nil,
            ahead.takeTitle() == nil
        {
            return false
        }
        guard ahead.take(anyOf: ["中的", "中", "里的", "的"]) != nil, ahead.isAtQuotation else { return false }
        cursor = ahead
        return true
    }

    /// 其中的, or the 的 that is left of it, before quoted words of the place that was named before.
    mutating func takeWithin() {
        var ahead = cursor
        guard ahead.take(anyOf: ["其中的", "其中", "的"]) != nil, ahead.isAtQuotation else { return }
        cursor = ahead
    }

    static let restating = ["这一条", "这一款", "这一自然段", "该条", "该款", "该自然段", "这一项", "该项"]

    /// What happens to the places that were named.
    mutating func predicate(_ places: [Address], restates: Bool = false) -> Bool {
        skipAdverbs()
        if cursor.looks(at: "："), lookingPast("：", { $0.isAtQuotation }) { _ = cursor.take("：") }
        if cursor.isAtQuotation { return words(in: places) }
        if let position = cursor.take(anyOf: ["条首部分", "条首", "开始部分", "开头部分", "开头", "首部", "末尾的", "末尾", "最后"]) {
            return at(position, places)
        }
        if cursor.take(anyOf: ["中的", "规定的", "里的", "内的", "的", "中"]) != nil { return inside(places) }
        if cursor.take(anyOf: ["之后", "以后", "后面", "后"]) != nil {
            _ = cursor.take("，")
            guard takeInsertion(), let place = places.first else { return false }
            return insertion(at: place, .after(nil))
        }
        if cursor.take(anyOf: ["之前", "以前", "前面", "前"]) != nil {
            _ = cursor.take("，")
            guard takeInsertion(), let place = places.first else { return false }
            return insertion(at: place, .before(nil))
        }
        if cursor.take("合并") { return join(places) }
        if let new = renumbered(places) { return new }
        if cursor.take(anyOf: ["修改为", "修正为", "改为"]) != nil {
            return substitution(places, restates: restates && !places.isEmpty)
        }
        if takeInsertion(), let place = places.first { return insertion(at: place, .end) }
        if cursor.take(anyOf: ["删去", "删除", "予以删除", "予以删去"]) != nil {
            add(.repeal(places))
            return true
        }
        return false
    }

    /// 第五条中“…”, 第六十二条中增加一项, 第八十九条中第六项.
    mutating func inside(_ places: [Address]) -> Bool {
        if cursor.isAtQuotation { return words(in: places) }
        if takeInsertion(), let place = places.first { return insertion(at: place, .end) }
        if let narrower = address.list(&cursor, context: places.first) {
            context = narrower.first
            return predicate(narrower)
        }
        return false
    }

    /// The beginning or the end of a provision.
    mutating func at(_ position: String, _ places: [Address]) -> Bool {
        guard let place = places.first, places.count == 1 else { return false }
        let isEnd = position.hasPrefix("末尾") || position == "最后"
        if cursor.isAtQuotation, isEnd { return words(in: places) }
        if position.hasPrefix("条首"), cursor.take(anyOf: ["修改为", "改为"]) != nil {
            _ = cursor.take("：")
            let wording = cursor.takeQuotations().joined
            guard !wording.isEmpty else { return false }
            add(.leadIn(place, wording))
            return true
        }
        guard takeInsertion() else { return false }
        _ = cursor.take("规定")
        _ = cursor.take("一句") && (cursor.take("，") || true)
        _ = cursor.take(anyOf: ["内容为", "规定"])
        _ = cursor.take("：")
        let wording = cursor.takeQuotations().joined
        guard !wording.isEmpty else { return false }
        add(.wordInsertion(place, isEnd ? .end : .beginning, wording))
        return true
    }

    // MARK: Looking

    mutating func skipAdverbs() {
        while true {
            let before = cursor.index
            _ = cursor.take(anyOf: ["相应地", "相应", "分别", "依次", "统一", "的规定", "的内容", "均"])
            // A comma before the verb: “…”，修改为“…”; 第六条、第七条，合并为.
            if cursor.looks(at: "，"),
                lookingPast("，", { next in Self.verbs.contains { next.looks(at: $0) } })
            {
                cursor.index += 1
            }
            if cursor.index == before { return }
        }
    }

    static let verbs = ["修改为", "改为", "合并", "并作为", "相应"]

    /// Whether `test` holds behind `word`, which must stand here.
    func lookingPast(_ word: String, _ test: (PieceCursor) -> Bool) -> Bool {
        var ahead = cursor
        return ahead.take(word) && test(ahead)
    }
}
