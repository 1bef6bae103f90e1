/// Tells the title of a statute from the other lines of a page.
enum StatuteTitle {
    /// Whether a line reads like one: 中华人民共和国网络安全法, 《…管理办法》（征求意见稿）, Export Administration Regulations.
    static func isLike(_ line: String) -> Bool {
        let scalars = core(of: line)
        guard (3...120).contains(scalars.count), !scalars.contains(where: endsSentence) else { return false }
        if scalars.contains(where: isIdeograph) {
            guard scalars.count <= 80, !line.contains("年") || !line.contains("日") else { return false }
            let words = String(String.UnicodeScalarView(scalars))
            return chinese.contains { words.hasSuffix($0) }
        }
        let words = String(String.UnicodeScalarView(scalars)).split { !$0.isLetter }.map { $0.lowercased() }
        return words.count >= 2 && words.contains { english.contains($0) }
    }

    /// What `<title>` says without the name of the site: the part that reads like a title, or else the first.
    static func cleaned(_ title: String) -> String {
        let parts = title.split { separates($0) }.map { trimmed(String($0)) }.filter { !$0.isEmpty }
        let best = parts.first(where: isLike) ?? parts.first ?? ""
        // Site — 中国人大网: a hyphen with blanks around it separates in English too, one without does not.
        return best
    }

    private static let chinese = [
        "法", "条例", "规定", "办法", "细则", "规则", "决定", "决议", "准则", "规范", "标准", "通知", "公告", "意见", "解释",
        "方案", "制度", "目录", "清单", "指引", "指南", "规程", "章程", "草案", "征求意见稿", "修订稿", "送审稿", "條例", "規定", "辦法",
        "細則", "規則", "決定",
    ]

    private static let english: Set<String> = [
        "act", "law", "code", "regulation", "regulations", "rule", "rules", "order", "measures", "provisions",
        "directive", "ordinance", "statute", "decree", "decision", "standards", "guidelines", "bill",
    ]

    /// Without quotation marks around it, and without what stands in brackets behind it.
    private static func core(of line: String) -> [Unicode.Scalar] {
        var scalars = line.unicodeScalars.filter { !Blank.isBlank($0) || $0 == " " }.map { $0 }
        while let last = scalars.last {
            if last == " " || last == "》" || last == "”" {
                scalars.removeLast()
            } else if last == "）" || last == ")",
                let open = scalars.lastIndex(where: { $0 == "（" || $0 == "(" }), open > 0
            {
                scalars.removeSubrange(open...)
            } else {
                break
            }
        }
        return Array(scalars.drop { $0 == "《" || $0 == " " || $0 == "“" })
    }

    private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x3400...0x9FFF, 0x20000...0x3FFFF: true
        default: false
        }
    }

    private static func endsSentence(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "。", "；", "，", ";", "：", "？", "！", "|", "_": true
        default: false
        }
    }

    private static func separates(_ character: Character) -> Bool {
        switch character {
        case "_", "-", "|", "–", "—", "－", "｜", ">", "»", "·": true
        default: false
        }
    }

    static func trimmed(_ words: String) -> String {
        let scalars = Array(words.unicodeScalars)
        guard let start = scalars.firstIndex(where: { !Blank.isBlank($0) }),
            let end = scalars.lastIndex(where: { !Blank.isBlank($0) })
        else { return "" }
        return String(String.UnicodeScalarView(scalars[start...end]))
    }
}
