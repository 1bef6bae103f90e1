import Statute

/// Finds the modal words of a Chinese sentence, look-alikes left out (应用, 许可, 技术支持).
enum ChineseModals {
    private static let classes: [(kind: Modal.Kind?, words: PhraseSet)] = [
        // Nil: a bound on a number, no modal.
        (nil, PhraseSet(.zh, "不得超过|不得高于|不得多于|不得迟于|不得早于|不得大于")),
        (.minimum, PhraseSet(.zh, "不得少于|不得低于|不得短于")),
        (.duty, PhraseSet(.zh, "不得不|应当|必须|只能|只可|仅能|仅可|有义务|有责任|负有义务|务必|均需|还需|需要向|需向|需经|需在|需提交|需提供|需将|承诺")),
        (.prohibition, PhraseSet(.zh, "不得|不准|不应当|不应|不可以|不可|禁止|严禁|无权|不许|不允许")),
        (.onlyThen, ChineseWords.onlyThen),
        (.exemption, PhraseSet(.zh, "无需|无须|不再进行|不再申报|不再提交|不再报送|不再审查|不需要|不需|不必|免于|免予|豁免|不再要求|可以不|可不|可以免|可免")),
        (.power, PhraseSet(.zh, "可以|有权|准许|允许")),
        (.encouragement, PhraseSet(.zh, "鼓励|支持|推动|推广|促进|倡导|引导|推进|宜")),
        (.duty, PhraseSet(.zh, "应|须|一律")),
        (.power, PhraseSet(.zh, "可")),
    ]

    private static let noModalHere = PhraseSet(
        .zh,
        """
        应用|应急|反应|相应|适应|供应|对应|效应|响应|应对|应聘|应诉|应付|应税|应纳|应收|应邀|应届|感应|答应|顺应|许可|可能|可靠|认可|可信|可行|可控\
        |可持续|可再生|可视|可疑|可操作|可追溯|可抗力|可分|可逆|可撤销|不可抗力|不可分割|不可逆|法律禁止|法规禁止|规定禁止|禁止性|禁止或者限制|限制或者禁止|限制、禁止|禁止、限制\
        |适宜|便宜|事宜|不宜|权宜|相宜|宜居|宜人|得宜|时宜|合宜|制宜|支持期|支持周期|停止支持|终止支持|技术支持|下列支持|支持或者帮助|支持和帮助|支持、帮助|资金支持|政策支持|的支持|支持性|应知|当事人承诺|承诺制|承诺书|告知承诺|允许他人|准许他人|许可他人|未经允许|经允许|应当认定|应认定|可以认定|应当视为|应当证明|应当举证|支持和协助|支持与协助|支持、协助|必要支持|提供支持|给予支持|予以支持|技术推广|农业推广|推广机构|推广人员\
        |为促进|为了促进|促进法|促进条例|促进中心|为推动|为推进|为支持|为鼓励|为了鼓励|促进会|应当可
        """)

    /// What may stand after a bare 可 for it to be a modal.
    private static let afterBareMay = PhraseSet(.zh, "要求|责令|依法|根据|自行|自愿|向|将|在|由|对|采取|申请|提出|按|委托|以")

    /// In order, those that overlap `avoid` left out.
    static func modals(in text: [Unicode.Scalar], avoiding avoid: Range<Int>) -> [Modal] {
        var found: [Modal] = []
        var index = 0
        while index < text.count {
            guard firstSigns.mayContain(text[index]) else {
                index += 1
                continue
            }
            if let lookalike = noModalHere.match(at: index, in: text, limit: text.count) {
                index = lookalike.upperBound
                continue
            }
            guard let (kind, range) = word(at: index, in: text), !modifies(range, in: text) else {
                index += 1
                continue
            }
            if let kind, !range.overlaps(avoid) { found.append(Modal(kind: kind, range: range)) }
            index = range.overlaps(avoid) ? index + 1 : range.upperBound
        }
        return found
    }

    /// 传输禁止出境的资料: a ban inside a clause that only says which goods are meant.
    private static func modifies(_ ban: Range<Int>, in text: [Unicode.Scalar]) -> Bool {
        guard text[ban.lowerBound] == "禁", ban.lowerBound > 0, !endsSubject(before: ban.lowerBound, in: text)
        else { return false }
        let reach = text[ban.upperBound..<min(text.count, ban.upperBound + 8)]
        return reach.firstIndex(of: "的").map {
            !text[ban.upperBound..<$0].contains(where: ChineseSentence.isBorder)
        }
            ?? false
    }

    /// A clause border, or a word after which 禁止 opens a rule.
    private static func endsSubject(before index: Int, in text: [Unicode.Scalar]) -> Bool {
        ChineseSentence.isBorder(text[index - 1]) || beforeBan.ends(text, at: index, from: 0)
    }

    private static let beforeBan = PhraseSet(.zh, "国家|并|严格|依法|一律|应当|和|或者|、|）|)| |但")

    /// With which a modal, or what looks like one, can begin.
    private static let firstSigns = classes.reduce(noModalHere.firstSigns) { $0.union($1.1.firstSigns) }

    private static let negated = PhraseSet(.zh, "不|禁|免|无|严|应|须|由|平|停")

    private static func word(at index: Int, in text: [Unicode.Scalar]) -> (Modal.Kind?, Range<Int>)? {
        for (kind, words) in classes {
            guard let range = words.match(at: index, in: text, limit: text.count) else { continue }
            // 一律存放于境内 is a duty, 一律不得存放 is none.
            if text[index] == "一", negated.begins(text, at: range.upperBound, limit: text.count) {
                return nil
            }
            if range.count == 1, text[index] == "可",
                !afterBareMay.begins(text, at: range.upperBound, limit: text.count)
            {
                return nil
            }
            return (kind, range)
        }
        return nil
    }
}
