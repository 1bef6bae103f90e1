import Statute

/// The cheap test for words that can open an instruction, used where quotations leave a doubt.
enum InstructionBeginning {
    private static let chinese = [
        "将", "把", "在", "增加", "增写", "删去", "删除", "原第", "并", "同时", "其中", "本决定", "本修正案", "对", "刑法", "宪法", "本法",
        "该", "这一", "条文顺序", "根据本决定", "修改为",
    ]

    private static let english = [
        "article", "articles", "paragraph", "item", "in ", "a new", "an ", "a ", "the ", "this decision",
        "and ",
        "chapter", "it ",
    ]

    /// Whether `words`, a line or what follows a quotation, can open an instruction; a point's number goes first.
    static func matches(_ words: ArraySlice<Unicode.Scalar>, _ language: Language) -> Bool {
        let rest = words.dropFirst(PointLabel.leading(words)?.length ?? 0)
        switch language {
        case .zh:
            if chinese.contains(where: { rest.starts(with: $0.unicodeScalars) }) { return true }
            return rest.first == "第" && addressGoesOn(rest)
        case .en:
            let start = rest.prefix(16).string.lowercased()
            return english.contains { start.unicodeScalars.starts(with: $0.unicodeScalars) }
        }
    }

    /// 第五条第二款…修改为: something is done to the address within the next words.
    private static func addressGoesOn(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
        let start = words.prefix(60).prefix { $0 != "。" }.string
        return ["修改为", "改为", "作为", "增加", "删去", "合并"].contains { start.contains($0) }
    }

    /// Signs that may stand between a closing mark and what comes next.
    static func isStop(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "。", "；", "，", "、", ".", ";", ",", ")", "）": true
        default: DecisionLine.isBlank(scalar)
        }
    }
}
