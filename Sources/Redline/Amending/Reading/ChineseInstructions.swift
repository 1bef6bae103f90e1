import Statute

/// Reads the clauses of one block of a Chinese decision. A block is read as a whole or not at all.
struct ChineseInstructions {
    private var cursor: PieceCursor
    /// The place that the clause before worked on.
    var context: Address?
    private var address = ChineseAddress()
    private var drafts: [InstructionDraft] = []
    private var clauseStart = 0
    private var awaitsWording = false

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

    private static func opensPurpose(_ cursor: PieceCursor) -> Bool {
        ["为", "根据", "经", "鉴于"].contains { cursor.looks(at: $0) }
    }

    private static func skipPastComma(_ cursor: inout PieceCursor) -> Bool {
        while !cursor.isAtEnd {
            let isComma = cursor.scalar() == "，"
            cursor.index += 1
            if isComma { return true }
        }
        return false
    }

    private mutating func run() -> BlockReading? {
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

    private mutating func skipConnectors() {
        let words = ["，", "；", "。", "、", "并相应", "并", "同时", "其中", "此外", "另外", "和", "相应地", "相应", "且", "."]
        while cursor.take(anyOf: words) != nil {}
    }

    private mutating func add(_ modification: Modification, restates: Bool = false) {
        drafts.append(
            InstructionDraft(
                modification: modification, law: address.law, restates: restates,
                span: cursor.span(from: clauseStart)))
    }

    // MARK: Clauses

    private mutating func clause() -> Bool {
        if order() { return true }
        let lead = cursor.take(anyOf: ["将", "把", "在", "对", "于"])
        if lead == nil || lead == "将" {
            if cursor.take(anyOf: ["删去", "删除", "废止"]) != nil { return repeal() }
            if takeInsertion() { return insertion(at: context ?? .whole, .end) }
            if let context, cursor.take(anyOf: ["修改为", "修正为"]) != nil { return substitution([context]) }
            if let context, let new = renumbered([context]) { return new }
        }
        if cursor.isAtQuotation { return words(in: [context ?? .whole]) }
        let restates = Self.restating.contains { cursor.looks(at: $0) }
        guard let places = address.list(&cursor, context: context) else { return false }
        context = places.first.map { Address($0.unit, paragraph: $0.paragraph, item: $0.item) }
        return predicate(places, restates: restates)
    }

    private static let restating = ["这一条", "这一款", "这一自然段", "该条", "该款", "该自然段", "这一项", "该项"]

    /// What happens to the places that were named.
    private mutating func predicate(_ places: [Address], restates: Bool = false) -> Bool {
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
    private mutating func inside(_ places: [Address]) -> Bool {
        if cursor.isAtQuotation { return words(in: places) }
        if takeInsertion(), let place = places.first { return insertion(at: place, .end) }
        if let narrower = address.list(&cursor, context: places.first) {
            context = narrower.first
            return predicate(narrower)
        }
        return false
    }

    /// The beginning or the end of a provision.
    private mutating func at(_ position: String, _ places: [Address]) -> Bool {
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

    // MARK: Words

    /// At the first quotation of a clause about words.
    private mutating func words(in places: [Address]) -> Bool {
        var old = cursor.takeQuotations()
        while lookingPast("、", { $0.isAtQuotation }) || lookingPast("和", { $0.isAtQuotation }) {
            cursor.index += 1
            old += cursor.takeQuotations()
        }
        _ = cursor.take("，")
        if cursor.take("中") {
            // 第六十二条“…行使下列职权”中: the quotation only says which list is meant.
            return inside(places)
        }
        skipAdverbs()
        if cursor.take(anyOf: ["修改为", "改为", "修正为", "替换为", "调整为"]) != nil {
            _ = cursor.take("：")
            let new = cursor.takeQuotations()
            guard !new.isEmpty else { return false }
            if let only = places.first, only.isHeading, let wording = new.first {
                add(.heading(only, old: old.first, new: wording))
            } else {
                add(.words(places, old: old, new: new))
            }
            return true
        }
        if cursor.take(anyOf: ["之后", "以后", "后面", "后"]) != nil {
            return wordInsertion(places, .after(old.joined))
        }
        if cursor.take(anyOf: ["之前", "以前", "前面", "前"]) != nil {
            return wordInsertion(places, .before(old.joined))
        }
        if cursor.take(anyOf: ["删去", "删除", "予以删除", "予以删去"]) != nil {
            add(.wordRepeal(places, old))
            return true
        }
        return false
    }

    private mutating func wordInsertion(_ places: [Address], _ place: Modification.Place) -> Bool {
        _ = cursor.take("，")
        guard takeInsertion(), let address = places.first, places.count == 1 else { return false }
        _ = cursor.take(anyOf: ["规定", "一句", "一段", "一句话"])
        _ = cursor.take("，")
        _ = cursor.take(anyOf: ["内容为", "规定", "即"])
        _ = cursor.take("：")
        let wording = cursor.takeQuotations().joined
        guard !wording.isEmpty else { return false }
        add(.wordInsertion(address, place, wording))
        return true
    }

    // MARK: Substitution, renumbering, join, split

    /// Behind 修改为.
    private mutating func substitution(_ places: [Address], restates: Bool = false) -> Bool {
        _ = cursor.take("：")
        let wording = cursor.takeQuotations().joined
        if wording.isEmpty {
            // The words stand in the lines below, or the clause says nothing that can be done.
            guard cursor.isAtEnd else { return false }
            awaitsWording = true
        }
        if let only = places.first, only.isHeading {
            add(.heading(only, old: nil, new: wording))
        } else {
            add(.substitution(places, wording), restates: restates)
        }
        return true
    }

    /// 改为第九条, 作为第三款; also 改为两条，作为第三十一条、第三十二条. Nil where the clause says something else.
    private mutating func renumbered(_ places: [Address]) -> Bool? {
        var ahead = cursor
        guard
            ahead.take(anyOf: [
                "改为", "修改为", "调整为", "作为", "改作", "移作", "列为", "顺延为", "依次顺延为", "变更为", "顺序调整为",
            ]) != nil
        else { return nil }
        if let parts = ahead.takeNumberOfArticles() {
            cursor = ahead
            return split(places, parts)
        }
        var numbers = ChineseAddress()
        guard let new = numbers.list(&ahead, context: places.first), !ahead.looks(at: "中") else { return nil }
        cursor = ahead
        if new.count == places.count {
            add(.renumbering(zip(places, new).map { .init(old: $0, new: $1) }))
        } else {
            return false
        }
        if cursor.looks(at: "："), lookingPast("：", { $0.isAtQuotation }) {
            clauseStart = cursor.index
            return substitution(places)
        }
        return true
    }

    private mutating func split(_ places: [Address], _ count: Int) -> Bool {
        _ = cursor.take("，")
        _ = cursor.take("分别")
        var numbers: [Address] = []
        var reader = ChineseAddress()
        if cursor.take("作为") { numbers = reader.list(&cursor, context: nil) ?? [] }
        _ = cursor.take("，")
        _ = cursor.take(anyOf: ["修改为", "内容为", "规定为"])
        _ = cursor.take("：")
        let wording = cursor.takeQuotations().joined
        guard let place = places.first, places.count == 1, !wording.isEmpty,
            numbers.isEmpty || numbers.count == count
        else { return false }
        add(.split(place, numbers: numbers, wording))
        return true
    }

    private mutating func join(_ places: [Address]) -> Bool {
        var number: Address?
        while true {
            _ = cursor.take("，")
            if cursor.take(anyOf: ["作为", "改为", "为"]) != nil {
                var reader = ChineseAddress()
                guard number == nil else { return false }
                if let new = reader.list(&cursor, context: places.first)?.first {
                    number = new
                } else if cursor.take("一条") {
                    continue
                } else {
                    break
                }
            } else if cursor.take(anyOf: ["修改为", "并修改为", "规定为"]) != nil {
                break
            } else {
                break
            }
        }
        _ = cursor.take("：")
        let wording = cursor.takeQuotations().joined
        guard places.count > 1, !wording.isEmpty else { return false }
        add(.join(places, number: number, wording))
        return true
    }

    // MARK: Repeal

    /// Behind 删去: places, or words in places, one after another.
    private mutating func repeal() -> Bool {
        var did = false
        repeat {
            if cursor.isAtQuotation, let context {
                add(.wordRepeal([context], quotationList()))
                did = true
                continue
            }
            guard let places = address.list(&cursor, context: context) else { return did }
            context = places.first
            let before = cursor
            _ = cursor.take(anyOf: ["中的", "末尾的", "规定的", "开头的", "最后的", "里的", "的", "中", "末尾"])
            if cursor.isAtQuotation {
                add(.wordRepeal(places, quotationList()))
            } else {
                cursor = before
                add(.repeal(places))
            }
            did = true
            clauseStart = cursor.index
        } while takeJoining()
        return did
    }

    private mutating func quotationList() -> [Wording] {
        var found = cursor.takeQuotations()
        while lookingPast("、", { $0.isAtQuotation }) || lookingPast("和", { $0.isAtQuotation }) {
            cursor.index += 1
            found += cursor.takeQuotations()
        }
        return found
    }

    /// 和 between two things that are repealed, when an address follows.
    private mutating func takeJoining() -> Bool {
        var ahead = cursor
        guard ahead.take(anyOf: ["和", "及", "以及", "、"]) != nil else { return false }
        var probe = ahead
        var reader = ChineseAddress()
        guard reader.list(&probe, context: context) != nil else { return false }
        cursor = ahead
        return true
    }

    // MARK: Insertion

    private mutating func takeInsertion() -> Bool {
        cursor.take(anyOf: ["增加规定", "增加", "增写", "增设", "新增", "补充规定", "补充", "加上"]) != nil
    }

    /// Behind 增加: how many of what, under which numbers, with which words.
    private mutating func insertion(at place: Address, _ where: Modification.Place) -> Bool {
        _ = cursor.take("了")
        if cursor.isAtQuotation || lookingPast("：", { $0.isAtQuotation }) {
            _ = cursor.take("：")
            return unnumbered(cursor.takeQuotations().joined, at: place, `where`)
        }
        guard let count = cursor.takeNumber(), count > 0, let kind = takeUnit() else { return false }
        var place = `where` == .end ? place.holding(kind) : place
        var numbers: [Address] = []
        var heading: String?
        while true {
            var ahead = cursor
            if ahead.take("。"), !ahead.looks(at: "内容如下") { break }
            _ = ahead.take("，")
            _ = ahead.take(anyOf: ["并分别", "分别", "并"])
            if ahead.take(anyOf: ["作为", "列为", "编为"]) != nil {
                var reader = ChineseAddress()
                guard numbers.isEmpty, let found = reader.list(&ahead, context: place) else { return false }
                numbers = found
            } else if ahead.take(anyOf: ["章名为", "节名为", "标题为", "名称为"]) != nil {
                _ = ahead.take("：")
                heading = ahead.takeQuotation()?.string
            } else if ahead.take(anyOf: ["规定", "内容为", "内容如下", "内容是", "即", "具体内容为"]) != nil {
            } else {
                break
            }
            cursor = ahead
            if kind.isContainer, heading == nil, cursor.isAtQuotation { heading = singleLine() }
        }
        guard numbers.isEmpty || numbers.count == count else { return false }
        // 增加一款，作为第五条第二款: the number says in which article.
        let isNamed = place.unit == .whole && kind != .article && !kind.isContainer
        if isNamed, let number = numbers.first { place = number.holding(kind) }
        let hasColon = cursor.take("：")
        let wording = cursor.takeQuotations().joined
        if hasColon, wording.isEmpty, cursor.isAtEnd { awaitsWording = true }
        if kind == .paragraph || kind == .item || kind == .subitem || numbers.isEmpty { context = place }
        if let number = numbers.first, kind == .article { context = number }
        add(.insertion(kind, count: count, at: place, `where`, numbers: numbers, heading: heading, wording))
        return true
    }

    /// A heading in quotation marks is one line and is not followed by what the chapter holds.
    private mutating func singleLine() -> String? {
        var ahead = cursor
        guard let wording = ahead.takeQuotation(), wording.lines.count == 1 else { return nil }
        cursor = ahead
        return wording.string
    }

    /// 增加规定：“…” with no word of what kind of provision it is.
    private mutating func unnumbered(_ wording: Wording, at place: Address, _ where: Modification.Place) -> Bool {
        guard !wording.isEmpty, place.unit != .whole else { return false }
        if place.paragraph != nil || place.item != nil || place.sentence != nil {
            add(.wordInsertion(place, `where`, wording))
        } else {
            add(
                .insertion(
                    .paragraph, count: wording.lines.count, at: place, `where`, numbers: [], heading: nil,
                    wording))
        }
        return true
    }

    private mutating func takeUnit() -> ProvisionKind? {
        switch cursor.take(anyOf: ["条", "款", "个自然段", "自然段", "段", "项", "目", "章", "节", "编", "分编"]) {
        case "条": .article
        case "款", "个自然段", "自然段", "段": .paragraph
        case "项": .item
        case "目": .subitem
        case "章": .chapter
        case "节": .section
        case "编": .part
        case "分编": .subpart
        default: nil
        }
    }

    /// 增加一款作为第二款，将该条修改为：“…”: the words come with the whole article, so the insertion is said twice.
    private mutating func foldAnnounced() -> Bool {
        var kept: [InstructionDraft] = []
        var announced: Int?
        for (index, draft) in drafts.enumerated() {
            if case .insertion(let kind, _, let place, _, _, _, let wording) = draft.modification, wording.isEmpty,
                !kind.isContainer, !(awaitsWording && index == drafts.count - 1)
            {
                let following = drafts.dropFirst(index + 1).first { next in
                    guard case .substitution(let places, _) = next.modification else { return false }
                    return places.contains { $0.unit == place.unit && $0.item == nil }
                }
                guard following != nil else { return false }
                announced = announced ?? draft.span.lowerBound
                continue
            }
            kept.append(draft)
            if let start = announced {
                kept[kept.count - 1].span = min(start, draft.span.lowerBound)..<draft.span.upperBound
                kept[kept.count - 1].restates = false
                announced = nil
            }
        }
        drafts = kept
        return true
    }

    // MARK: Order

    /// 条文顺序作相应调整, alone or with the pairs of old and new numbers in quotation marks behind it.
    private mutating func order() -> Bool {
        var ahead = cursor
        _ = ahead.take(anyOf: ["将", "对"])
        if ahead.takeTitle() != nil { _ = ahead.take("的") }
        guard ahead.take(anyOf: Self.orders) != nil else { return false }
        while ahead.take(anyOf: ["和章节顺序", "作", "作出", "做", "了", "相应", "调整", "的", "修改", "依次", "顺延"]) != nil {}
        cursor = ahead
        add(.order)
        guard lookingPast("：", { $0.isAtQuotation }) else { return true }
        _ = cursor.take("：")
        clauseStart = cursor.index
        var pairs: [Modification.Renumbering] = []
        repeat {
            guard let old = quotedAddress(), cursor.take(anyOf: ["调整为", "改为", "修改为"]) != nil,
                let new = quotedAddress()
            else { return false }
            pairs.append(.init(old: old, new: new))
        } while lookingPast("，", { $0.isAtQuotation }) && cursor.take("，")
        add(.renumbering(pairs))
        return true
    }

    private static let orders = [
        "条文顺序", "条文序号", "条款顺序", "条款序号", "条文的顺序", "部分条文顺序", "相关条文顺序", "章节条文顺序", "章节、条文顺序", "有关条文顺序",
        "条文顺序和", "条款的顺序", "其他条文顺序", "其他条文序号", "有关条文序号",
    ]

    private mutating func quotedAddress() -> Address? {
        guard let wording = cursor.takeQuotation() else { return nil }
        let scalars = Array(wording.string.unicodeScalars)
        let block = Block(
            lines: 0...0, span: 0..<scalars.count, label: nil,
            pieces: scalars.enumerated().map {
                Piece(kind: .scalar($0.element), span: $0.offset..<($0.offset + 1))
            }, quotations: [])
        var inner = PieceCursor(block, source: scalars, ignoresCase: false)
        var reader = ChineseAddress()
        guard let found = reader.list(&inner, context: nil), inner.isAtEnd, found.count == 1 else { return nil }
        return found[0]
    }

    // MARK: Looking

    private mutating func skipAdverbs() {
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

    private static let verbs = ["修改为", "改为", "合并", "并作为", "相应"]

    /// Whether `test` holds behind `word`, which must stand here.
    private func lookingPast(_ word: String, _ test: (PieceCursor) -> Bool) -> Bool {
        var ahead = cursor
        return ahead.take(word) && test(ahead)
    }
}

extension Address {
    /// The place that holds provisions of this kind: the article for a paragraph, the paragraph for an item.
    func holding(_ kind: ProvisionKind) -> Address {
        var place = self
        place.sentence = nil
        switch kind {
        case .subitem: place.subitem = nil
        case .item:
            place.item = nil
            place.subitem = nil
        default:
            place.paragraph = nil
            place.item = nil
            place.subitem = nil
        }
        return place
    }
}

extension PieceCursor {
    /// 两条, 三条 after 改为: into how many articles one is split.
    fileprivate mutating func takeNumberOfArticles() -> Int? {
        var ahead = self
        guard let count = ahead.takeNumber(), ahead.take("条"), count > 1 else { return nil }
        self = ahead
        return count
    }
}
