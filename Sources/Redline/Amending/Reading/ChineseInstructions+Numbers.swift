import Statute

extension ChineseInstructions {
    /// Behind 修改为.
    mutating func substitution(_ places: [Address], restates: Bool = false) -> Bool {
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
    mutating func renumbered(_ places: [Address]) -> Bool? {
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
        guard new.count == places.count else { return false }
        add(.renumbering(zip(places, new).map { .init(old: $0, new: $1) }))
        subject = places
        if cursor.looks(at: "："), lookingPast("：", { $0.isAtQuotation }) {
            clauseStart = cursor.index
            return substitution(places)
        }
        return true
    }

    mutating func split(_ places: [Address], _ count: Int) -> Bool {
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

    mutating func join(_ places: [Address]) -> Bool {
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
