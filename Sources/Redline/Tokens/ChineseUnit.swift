/// The units that follow a Chinese or Arabic number: 元, 个工作日, 小时, 万人 and the like.
enum ChineseUnit {
    /// How many tokens the unit that begins at `start` has, and which it is; nil where none begins.
    static func at(_ start: Int, in text: TokenText) -> (Int, String)? {
        let tokens = text.tokens
        func id(_ offset: Int) -> UInt32 { start + offset < tokens.count ? tokens[start + offset].id : 0 }
        let counted = id(0) == 0x4E2A ? 1 : 0  // 个
        switch (id(counted), id(counted + 1), id(counted + 2)) {
        case (0x5DE5, 0x4F5C, 0x65E5): return (counted + 3, "working-day")  // 工作日
        case (0x81EA, 0x7136, 0x65E5): return (counted + 3, "day")  // 自然日
        case (0x5C0F, 0x65F6, _): return (counted + 2, "hour")  // 小时
        case (0x5206, 0x949F, _): return (counted + 2, "minute")  // 分钟
        case (0x7528, 0x6237, _): return (counted + 2, "person")  // 用户
        case (0x6708, _, _): return counted == 1 ? (2, "month") : nil  // 个月
        default: break
        }
        switch (id(0), id(1)) {
        case (0x540D, 0x7528) where id(2) == 0x6237: return (3, "person")  // 名用户
        case (0x4EBA, 0x6B21): return (2, "person")  // 人次
        case (0x5468, 0x5C81): return (2, "year")  // 周岁
        case (0x7F8E, 0x5143): return (2, "USD")
        case (0x6B27, 0x5143): return (2, "EUR")
        case (0x6E2F, 0x5143): return (2, "HKD")
        case (0x5143, _): return (1, "CNY")
        case (0x65E5, _), (0x5929, _): return (1, "day")
        case (0x5468, _): return (1, "week")
        case (0x5E74, _), (0x5C81, _): return (1, "year")  // 年 岁
        case (0x500D, _): return (1, "multiple")
        case (0x4EBA, _), (0x540D, _): return (1, "person")
        default: return nil
        }
    }
}

extension Quantity {
    /// Whether a sign or a mark may stand in a quantity behind its first token; false is certain.
    static func mayContinue(with id: UInt32) -> Bool {
        switch id {
        // 个 工 作 日 自 然 小 时 分 钟 用 户 月 名 人 次 周 岁 美 元 欧 港 天 年 倍
        case 0x4E2A, 0x5DE5, 0x4F5C, 0x65E5, 0x81EA, 0x7136, 0x5C0F, 0x65F6, 0x5206, 0x949F, 0x7528, 0x6237,
            0x6708, 0x540D, 0x4EBA, 0x6B21, 0x5468, 0x5C81, 0x7F8E, 0x5143, 0x6B27, 0x6E2F, 0x5929, 0x5E74,
            0x500D:
            true
        // 半 每 季 度 至 到
        case 0x534A, 0x6BCF, 0x5B63, 0x5EA6, 0x81F3, 0x5230: true
        case 0...0x2FFF: true
        default: SpokenQuantity.isCounter(id) || NumeralReader.digitValue(id) != nil
        }
    }
}

/// Quantities that the tokenizer does not see as numbers: 半年, 每季度, 五间.
enum SpokenQuantity {
    /// 每, 半, a digit.
    static func mayBegin(with id: UInt32) -> Bool {
        id == 0x6BCF || id == 0x534A || NumeralReader.digitValue(id) != nil
    }

    static func at(_ index: Int, in text: TokenText) -> Quantity? {
        let tokens = text.tokens
        func id(_ offset: Int) -> UInt32 { index + offset < tokens.count ? tokens[index + offset].id : 0 }
        func period(_ length: Int, _ value: Int, _ unit: String) -> Quantity {
            Quantity(range: index..<(index + length), value: value, unit: unit)
        }
        switch (id(0), id(1)) {
        case (0x6BCF, 0x5E74): return period(2, 1, "year")  // 每年
        case (0x6BCF, 0x6708): return period(2, 1, "month")  // 每月
        case (0x6BCF, 0x5468): return period(2, 1, "week")  // 每周
        case (0x6BCF, 0x65E5), (0x6BCF, 0x5929): return period(2, 1, "day")  // 每日 每天
        case (0x6BCF, 0x534A) where id(2) == 0x5E74: return period(3, 6, "month")  // 每半年
        case (0x6BCF, 0x5B63) where id(2) == 0x5EA6: return period(3, 3, "month")  // 每季度
        case (0x6BCF, 0x4E2A) where id(2) == 0x6708: return period(3, 1, "month")  // 每个月
        case (0x6BCF, _): return nil
        case (0x534A, 0x5E74): return period(2, 6, "month")  // 半年
        case (0x534A, _): return nil
        default: break
        }
        guard let digit = NumeralReader.digitValue(id(0)) else { return nil }
        // 三至五日: counts when the other end does.
        if id(1) == 0x81F3 || id(1) == 0x5230 {
            return Quantity(range: index..<(index + 1), value: digit, unit: nil)
        }
        guard isCounter(id(1)) else { return nil }
        return Quantity(range: index..<(index + 2), value: digit, unit: nil)
    }

    /// 间 件 台 辆 艘 架 家 头 吨 米 克 亩 户: what is counted one by one. Not 种 级 批, which name more often than they
    /// count.
    static func isCounter(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x95F4, 0x4EF6, 0x53F0, 0x8F86, 0x8258, 0x67B6, 0x5BB6, 0x5934, 0x5428, 0x7C73, 0x514B, 0x4EA9,
            0x6237:
            true
        default: false
        }
    }
}
