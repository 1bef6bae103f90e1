import Statute

/// The sentences around the instructions: what opens the list, what closes it, what names the law.
enum DecisionPhrases {
    /// 作如下修改, 决定对《…》作修改; is amended as follows.
    static func opensList(_ words: ArraySlice<Unicode.Scalar>, _ language: Language) -> Bool {
        guard words.count <= 600 else { return false }
        let text = words.string
        switch language {
        case .zh:
            return ["如下修改", "修改如下", "如下补充", "补充修改", "以下修改", "做如下修改", "作出如下修改", "通过如下修正", "作了如下修改"].contains {
                text.contains($0)
            }
        case .en:
            let lower = text.lowercased()
            return [
                "amended as follows", "amends the law as follows", "makes the following amendments",
                "decides to amend",
            ]
            .contains { lower.contains($0) }
        }
    }

    /// 九、对部分条文作以下修改：the points of the list come below.
    static func opensInnerList(_ words: ArraySlice<Unicode.Scalar>, _ language: Language) -> Bool {
        guard language == .zh, PointLabel.leading(words) != nil, words.count <= 60 else { return false }
        return words.last == "：" || words.last == ":"
    }

    /// 本决定自2026年1月1日起施行; 《…》根据本决定作相应修改，重新公布.
    static func isClosing(_ words: ArraySlice<Unicode.Scalar>, _ language: Language) -> Bool {
        guard words.count <= 400 else { return false }
        let text = words.string
        switch language {
        case .zh:
            let subjects = ["本决定", "本修正案", "本修改决定"]
            let isOwn = subjects.contains { words.starts(with: $0.unicodeScalars) }
            if isOwn, text.contains("施行") || text.contains("生效"), text.contains("自") { return true }
            return text.contains("根据本决定") && (text.contains("重新公布") || text.contains("相应修改"))
        case .en:
            let lower = text.lowercased()
            if ["this decision ", "this amendment "].contains(where: { lower.hasPrefix($0) }) {
                return ["in force", "into force", "takes effect", "effective"].contains { lower.contains($0) }
            }
            return lower.contains("in accordance with this decision")
                && ["published", "promulgated", "published anew"].contains { lower.contains($0) }
        }
    }

    /// Whether a closing sentence also has the articles numbered on.
    static func ordersNumbers(_ words: ArraySlice<Unicode.Scalar>, _ language: Language) -> Bool {
        let text = words.string
        switch language {
        case .zh:
            return text.contains("条文顺序") || text.contains("条文序号") || text.contains("条款顺序")
        case .en:
            let lower = text.lowercased()
            return lower.contains("order of the articles") || lower.contains("renumbered")
        }
    }

    /// 一、修改《…》: the law that the points below amend.
    static func target(of block: Block) -> String? {
        guard block.label != nil, block.quotations.isEmpty else { return nil }
        var law: String?
        var words = ""
        for piece in block.pieces {
            switch piece.kind {
            case .title(let title):
                guard law == nil else { return nil }
                law = title
            case .scalar(let scalar): words.unicodeScalars.append(scalar)
            case .quotation: return nil
            }
        }
        guard ["", "修改", "对", "对作如下修改", "对作如下修改：", "修改：", "："].contains(words) else { return nil }
        return law
    }

    /// Who adopted it and when: a day and an act of law-making, and nothing that amends.
    static func isHeadnote(_ words: ArraySlice<Unicode.Scalar>, _ language: Language) -> Bool {
        guard words.count <= 300 else { return false }
        let text = words.string
        switch language {
        case .zh:
            let hasDay = text.contains("年") && text.contains("月") && text.contains("日")
            let acts = ["通过", "公布", "发布", "施行", "批准", "会议", "主席令"]
            return (hasDay || words.first == "（") && acts.contains { text.contains($0) }
                && !opensList(words, language)
        case .en:
            let lower = text.lowercased()
            let acts = ["adopted", "promulgated", "published", "in force", "rendering", "session"]
            return acts.contains { lower.contains($0) } && !opensList(words, language)
                && words.contains { SmallNumeral.digit($0) != nil }
        }
    }
}
