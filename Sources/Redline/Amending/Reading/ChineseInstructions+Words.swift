import Statute

extension ChineseInstructions {
    /// At the first quotation of a clause about words.
    mutating func words(in places: [Address]) -> Bool {
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
            if let only = places.first, case .division = only.unit, !cursor.isAtQuotation,
                !cursor.looks(at: "：")
            {
                // 第四章“旧名”改为第五章: the quotation only says what it is called.
                var numbers = ChineseAddress()
                guard let new = numbers.list(&cursor, context: nil), new.count == 1 else { return false }
                add(.renumbering([.init(old: Address(only.unit), new: new[0])]))
                return true
            }
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

    mutating func wordInsertion(_ places: [Address], _ place: Modification.Place) -> Bool {
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

    /// Behind 删去: places, or words in places, one after another.
    mutating func repeal() -> Bool {
        var did = false
        repeat {
            takeWithin()
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

    mutating func quotationList() -> [Wording] {
        var found = cursor.takeQuotations()
        while lookingPast("、", { $0.isAtQuotation }) || lookingPast("和", { $0.isAtQuotation }) {
            cursor.index += 1
            found += cursor.takeQuotations()
        }
        return found
    }

    /// 和 between two things that are repealed, when an address follows.
    mutating func takeJoining() -> Bool {
        var ahead = cursor
        guard ahead.take(anyOf: ["和", "及", "以及", "、"]) != nil else { return false }
        var probe = ahead
        var reader = ChineseAddress()
        guard reader.list(&probe, context: context) != nil else { return false }
        cursor = ahead
        return true
    }
}
