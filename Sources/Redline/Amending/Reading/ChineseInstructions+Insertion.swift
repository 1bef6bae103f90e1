import Statute

extension ChineseInstructions {
    mutating func takeInsertion() -> Bool {
        cursor.take(anyOf: ["增加规定", "增加", "增写", "增设", "新增", "补充规定", "补充", "加上"]) != nil
    }

    /// Behind 增加: how many of what, under which numbers, with which words.
    mutating func insertion(at place: Address, _ where: Modification.Place) -> Bool {
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
    mutating func singleLine() -> String? {
        var ahead = cursor
        guard let wording = ahead.takeQuotation(), wording.lines.count == 1 else { return nil }
        cursor = ahead
        return wording.string
    }

    /// 增加规定：“…” with no word of what kind of provision it is.
    mutating func unnumbered(_ wording: Wording, at place: Address, _ where: Modification.Place) -> Bool {
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

    mutating func takeUnit() -> ProvisionKind? {
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
    mutating func foldAnnounced() -> Bool {
        var kept: [InstructionDraft] = []
        var announced: Int?
        for (index, draft) in drafts.enumerated() {
            if case .insertion(let kind, _, let place, _, _, _, let wording) = draft.modification,
                wording.isEmpty,
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
}
