import Statute

/// A title without what differs between the places where it is printed.
struct LawTitle {
    /// Letters, ideographs and digits, without the country and without words on draft or year of amendment.
    let key: String
    /// It calls itself a draft: 草案, 征求意见稿, 送审稿, Draft.
    let isDraft: Bool

    init(_ words: String) {
        var view = String.UnicodeScalarView()
        for scalar in words.unicodeScalars where !scalar.isUnseen {
            switch scalar {
            case "（", "【", "〔", "[", "﹝", "［", "{": view.append("(")
            case "）", "】", "〕", "]", "﹞", "］", "}": view.append(")")
            default: view.append(LookAlike.plain(scalar).narrow.lowered)
            }
        }
        var rest = Array(view)
        var isDraft = false
        while let shorter = Self.withoutSuffix(rest, &isDraft) { rest = shorter }
        let letters = rest.filter(\.isWord)
        self.isDraft = isDraft
        key = Self.withoutCountry(letters).string
    }

    /// Whether the words end as titles of laws do.
    var readsAsLaw: Bool {
        let ends = [
            "法", "条例", "规定", "办法", "细则", "决定", "解释", "规则", "准则", "指南", "规范", "通则", "法典", "修正案", "决议", "批复",
            "章程", "纲要", "law", "act", "regulations", "regulation", "measures", "provisions", "rules", "code",
            "guidelines", "interpretation", "decision",
        ]
        var core = Array(key.unicodeScalars)
        while let last = core.last, ChineseNumber.isDigit(last) { core.removeLast() }
        if core.suffix(2).elementsEqual("试行".unicodeScalars) { core.removeLast(2) }
        let bytes = core.string.utf8
        return core.count >= 3 && ends.contains { bytes.suffix($0.utf8.count).elementsEqual($0.utf8) }
    }

    /// Whether it is the same title as one of others. Long English titles are cut and lengthened freely; of
    /// Chinese ones a longer is another law (实施细则).
    func isOne(of others: [LawTitle]) -> Bool {
        others.contains { other in
            if other.key.utf8.elementsEqual(key.utf8) { return true }
            let (short, long) = key.utf8.count < other.key.utf8.count ? (key, other.key) : (other.key, key)
            return short.utf8.count >= 30 && short.utf8.allSatisfy { $0 < 0x80 }
                && long.utf8.starts(with: short.utf8)
        }
    }

    /// Whether the words head a paper that carries a law: a notice, an order, a call for comments.
    var readsAsCover: Bool {
        let signs = [
            "通知", "公告", "通告", "公布", "印发", "发布", "征求意见", "令", "公开征集", "notice", "announcement", "order",
            "decree", "promulgat", "issuing", "solicit",
        ]
        let words = Array(key.utf8)
        return signs.contains { PlainWords.holds(words, Array($0.utf8)) }
    }

    func contains(_ other: LawTitle) -> Bool {
        other.key.unicodeScalars.count >= 3 && PlainWords.holds(Array(key.utf8), Array(other.key.utf8))
    }

    /// Strikes one group in brackets, or one word on its state, from the end; nil when there is none.
    private static func withoutSuffix(_ words: [Unicode.Scalar], _ isDraft: inout Bool) -> [Unicode.Scalar]? {
        var words = words
        while let last = words.last, !last.isWord, last != ")" { words.removeLast() }
        if words.last == ")", let open = words.lastIndex(of: "("), open > 0 {
            let group = Array(words[(open + 1)...].string.utf8)
            guard
                isYear(words[(open + 1)...].dropLast())
                    || stateWords.contains(where: { PlainWords.holds(group, Array($0.utf8)) })
            else { return nil }
            if draftWords.contains(where: { PlainWords.holds(group, Array($0.utf8)) }) { isDraft = true }
            return Array(words[..<open])
        }
        for suffix in bareSuffixes where words.count > suffix.unicodeScalars.count {
            guard words.suffix(suffix.unicodeScalars.count).elementsEqual(suffix.unicodeScalars) else {
                continue
            }
            if draftWords.contains(where: { PlainWords.holds(Array(suffix.utf8), Array($0.utf8)) }) {
                isDraft = true
            }
            return Array(words.dropLast(suffix.unicodeScalars.count))
        }
        return nil
    }

    /// 2022, 2022年.
    private static func isYear(_ group: ArraySlice<Unicode.Scalar>) -> Bool {
        let digits = group.last == "年" ? group.dropLast() : group
        guard digits.count == 4, digits.first == "1" || digits.first == "2" else { return false }
        return digits.allSatisfy { (0x30...0x39).contains($0.value) }
    }

    private static let draftWords = ["草案", "征求意见", "审议稿", "送审稿", "讨论稿", "修订稿", "draft", "forcomment"]

    private static let stateWords =
        draftWords + [
            "修正", "修订", "修改", "年版", "年本", "最新", "全文", "公布", "施行", "已失效", "废止", "amend", "revis", "version",
            "effective", "fulltext", "asof", "reading", "translation",
            "division", "publiclaw", "pub.l.", "asadopted",
        ]

    private static let bareSuffixes = [
        "公开征求意见稿", "征求意见稿", "二次审议稿", "三次审议稿", "四次审议稿", "一次审议稿", "二审稿", "三审稿", "一审稿", "审议稿", "送审稿", "讨论稿",
        "修订草案", "修正草案", "修正案草案", "草案", "修订稿", "全文", "draftforpubliccomments", "draftforpubliccomment",
        "draftforcomments", "draftforcomment", "seconddraft", "thirddraft", "draft",
    ]

    private static func withoutCountry(_ letters: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var rest = letters
        for prefix in ["中华人民共和国", "the", "prc"] where rest.count > prefix.unicodeScalars.count {
            if rest.starts(with: prefix.unicodeScalars) { rest.removeFirst(prefix.unicodeScalars.count) }
        }
        for suffix in ["ofthepeoplesrepublicofchina", "oftheprc"]
        where rest.count > suffix.unicodeScalars.count {
            if rest.suffix(suffix.unicodeScalars.count).elementsEqual(suffix.unicodeScalars) {
                rest.removeLast(suffix.unicodeScalars.count)
            }
        }
        return rest
    }
}
