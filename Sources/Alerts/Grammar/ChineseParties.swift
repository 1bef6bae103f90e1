import Statute

/// Who is bound, and towards whom, as printed in a Chinese sentence.
struct ChineseParties {
    private let sentence: ChineseSentence
    private let text: [Unicode.Scalar]

    init(_ sentence: ChineseSentence) {
        self.sentence = sentence
        text = sentence.text
    }

    /// Longer noun phrases are cut to their last part.
    private static let limit = 60

    private static let agents = PhraseSet(
        .zh,
        """
        工作人员|人员|运营者|经营者|提供者|处理者|投资者|生产者|销售者|使用者|所有者|管理者|消费者|开发者|设计者|建设者|者|机关|部门|机构|单位|企业|组织|个人\
        |公司|平台|政府|国务院|法院|检察院|银行|协会|委员会|供应商|厂商|运营商|开发商|制造商|服务商|会员|公民|用户|研究所|学校|申请人|负责人|当事人|采购人|行为人\
        |代理人|让与人|受让人|委托人|法人|所有人|持有人|合同人|网站|双方|场所|船长|医师|律师|股东|主体|国家
        """)
    private static let joiners = PhraseSet(.zh, "以及其|以及|及其|及|和|与|或者|或|、|并|等")
    private static let adverbials = PhraseSet(
        .zh,
        "因|对|发现|知道|明知|只能|仅能|只可|仅限|依照|按照|根据|在|违反|为了|为|经|未经|除|自|当|向|通过|以|从|将|但是|但|并|有下列|有前款|有本|本|前款|上述|其|可能|确需|需要|确有|由|拒不|未|不|擅自|配合|协助|积极|密切|维护|依法|强制|强迫|变相|要求|责令"
    )

    /// The subject of the governing modal; for a penalty, whoever is punished.
    var actor: String? {
        if isPunishedInLeadIn { return punished }
        if let by = agentAfterBy { return by }
        let anchor = governingModal
        let edge = anchor?.range.lowerBound ?? sentence.trigger.upperBound
        if let anchor, isImpersonal(anchor),
            let named = group(in: span(anchor.range.upperBound, sentence.trigger.lowerBound))
        {
            return named
        }
        // Back from the modal, clause by clause.
        var end = edge
        while end > 0 {
            var start = end
            while start > 0, !ChineseSentence.isBorder(text[start - 1]) || isInBrackets(start - 1) {
                start -= 1
            }
            if let found = subject(in: start..<end) { return found }
            end = start - 1
        }
        let earlier = sentence.passage.antecedent
        guard !earlier.isEmpty else { return nil }
        let border = earlier.firstIndex(where: ChineseSentence.isBorder) ?? earlier.count
        return group(in: 0..<border, of: earlier).flatMap { isAdverbial(earlier, 0) ? nil : $0 }
    }

    /// The modal whose subject is asked for; after an "if" part, that of the main clause.
    private var governingModal: Modal? {
        let head = span(sentence.clause.lowerBound, sentence.trigger.lowerBound)
        if sentence.isConditional, sentence.modals(in: head).isEmpty,
            let main = sentence.modals(in: sentence.nextClause).first
        {
            return main
        }
        return sentence.modalBefore ?? sentence.modalAfter(before: sentence.clause.upperBound)
    }

    private var isPunishedInLeadIn: Bool {
        let leadIn = sentence.passage.leadIn
        return sentence.holds(ChineseWords.punishment, leadIn)
            && sentence.holds(ChineseWords.conductList, leadIn)
    }

    /// Whoever the lead-in of a list of offences names before 违反 or 有下列, unless the item names its own subject.
    private var punished: String? {
        let own = span(sentence.passage.base, sentence.trigger.lowerBound)
        if !own.isEmpty, opensClause, sentence.clause.lowerBound == own.lowerBound { return group(in: own) }
        let leadIn = sentence.passage.leadIn
        guard let edge = Self.offenceOpening.first(in: text, leadIn) else { return nil }
        return subject(in: span(leadIn.lowerBound, edge.lowerBound))
    }

    private static let offenceOpening = PhraseSet(.zh, "违反|有下列|有前款")

    /// 禁止 and 鼓励 stand before those whom they address.
    private func isImpersonal(_ modal: Modal) -> Bool {
        modal.kind == .encouragement || text[modal.range.lowerBound] == "禁"
            || text[modal.range.lowerBound] == "严"
    }

    /// 应当由供应商提交: the one who must do it stands after 由.
    private var agentAfterBy: String? {
        guard let modal = sentence.modalBefore, modal.kind == .duty || modal.kind == .power,
            modal.range.upperBound < text.count, text[modal.range.upperBound] == "由"
        else { return nil }
        return group(in: span(modal.range.upperBound + 1, sentence.clause.upperBound))
    }

    private func isInBrackets(_ index: Int) -> Bool {
        var depth = 0
        for scalar in text[..<index].reversed() {
            if scalar == "）" || scalar == ")" { depth += 1 }
            if scalar == "（" || scalar == "(" {
                if depth == 0 { return true }
                depth -= 1
            }
            if scalar == "。" || scalar == "\n" { return false }
        }
        return false
    }

    private func isAdverbial(_ scalars: [Unicode.Scalar], _ start: Int) -> Bool {
        Self.adverbials.begins(scalars, at: start, limit: scalars.count)
    }

    private func subject(in clause: Range<Int>) -> String? {
        guard !clause.isEmpty else { return nil }
        // A leading adverbial in the same clause: the last group before the modal is the subject.
        if isAdverbial(text, clause.lowerBound) {
            guard
                text[clause.lowerBound] == "在" || text[clause.lowerBound] == "对"
                    || text[clause.lowerBound] == "本"
            else { return nil }
            return lastGroup(in: clause)
        }
        return group(in: clause).flatMap { isClause($0) ? nil : $0 }
    }

    private func group(in range: Range<Int>) -> String? { group(in: range, of: text) }

    /// From the start to the end of the first run of joined agent nouns: 密码管理部门和有关部门及其工作人员.
    private func group(in range: Range<Int>, of scalars: [Unicode.Scalar]) -> String? {
        var end: Int?
        var index = range.lowerBound
        var reach = range.upperBound
        while index < reach {
            guard let hit = agent(at: index, in: scalars, limit: range.upperBound) else {
                index += 1
                continue
            }
            let next = afterBrackets(hit.upperBound, in: scalars, limit: range.upperBound)
            index = max(next, hit.upperBound)
            // 运营者的数据: the agent only modifies.
            if next < range.upperBound, scalars[next] == "的" { continue }
            if let joiner = Self.joiners.match(at: next, in: scalars, limit: range.upperBound) {
                end = hit.upperBound
                index = joiner.upperBound
                reach = min(range.upperBound, joiner.upperBound + 24)
                // …者和…的…者，: the noun phrase is the whole clause.
                if let last = lastAgentEnd(in: range, of: scalars), last == range.upperBound {
                    end = last
                    break
                }
                continue
            }
            // 机关工作人员: one noun after another is one noun.
            if next == hit.upperBound, agent(at: next, in: scalars, limit: range.upperBound) != nil {
                continue
            }
            // 人民政府化学工业主管部门, 国务院…部门: the greater body only modifies.
            if let further = furtherAgent(than: hit, in: scalars, limit: range.upperBound) {
                index = further
                continue
            }
            end = next
            break
        }
        return end.flatMap { shortened(scalars[range.lowerBound..<$0]) }
    }

    /// Where the next agent noun begins when `hit` only opens a longer name.
    private func furtherAgent(than hit: Range<Int>, in scalars: [Unicode.Scalar], limit: Int) -> Int? {
        guard Self.greaterBodies.match(at: hit.lowerBound, in: scalars, limit: hit.upperBound) != nil else {
            return nil
        }
        for index in span(hit.upperBound, min(limit, hit.upperBound + 14)) {
            if Self.verbs.begins(scalars, at: index, limit: limit) { return nil }
            if let found = agent(at: index, in: scalars, limit: limit) { return found.lowerBound }
        }
        return nil
    }

    /// Words that a bare noun phrase does not hold.
    private static let verbs = PhraseSet(
        .zh, "向|对|为|由|将|把|未|不得|按照|依照|违反|规定|建立|进行|开展|采取|执行|配合|协助|利用|形成|接受|委托|要求|收集|产生|的")

    /// A subject that holds a verb is none, unless the verb belongs to a relative clause: 从事…的单位.
    private func isClause(_ subject: String) -> Bool {
        let scalars = Array(subject.unicodeScalars)
        return !scalars.contains("的") && scalars.last != "者"
            && Self.verbs.isFound(in: scalars, scalars.indices)
    }

    private static let greaterBodies = PhraseSet(.zh, "政府|国务院|银行|企业|公司|平台|网站|学校|组织")
    private static let noAgents = PhraseSet(.zh, "或者|个人信息|个人隐私|个人数据|银行业|公司法|组织实施|组织开展|组织的|企业法")
    private static let afterState = PhraseSet(
        .zh, "鼓励|支持|推动|推进|促进|引导|倡导|对|建立|实行|采取|保护|加强|保障|制定|坚持")

    /// An agent noun at `index`, look-alikes left out; 国家 only where it acts.
    private func agent(at index: Int, in scalars: [Unicode.Scalar], limit: Int) -> Range<Int>? {
        guard let hit = Self.agents.match(at: index, in: scalars, limit: limit) else { return nil }
        let window = span(max(0, index - 1), min(scalars.count, hit.upperBound + 2))
        if Self.noAgents.all(in: scalars, window).contains(where: { $0.overlaps(hit) }) { return nil }
        if scalars[hit].asString == "国家", hit.upperBound < limit,
            !Self.afterState.begins(scalars, at: hit.upperBound, limit: limit)
        {
            return nil
        }
        return hit
    }

    private func afterBrackets(_ index: Int, in scalars: [Unicode.Scalar], limit: Int) -> Int {
        guard index < limit, scalars[index] == "（" || scalars[index] == "(" else { return index }
        return scalars[index..<limit].firstIndex { $0 == "）" || $0 == ")" }.map { $0 + 1 } ?? index
    }

    private func lastAgentEnd(in range: Range<Int>, of scalars: [Unicode.Scalar]) -> Int? {
        for index in span(max(range.lowerBound, range.upperBound - 6), range.upperBound) {
            if let hit = agent(at: index, in: scalars, limit: range.upperBound),
                hit.upperBound == range.upperBound
            {
                return hit.upperBound
            }
        }
        return nil
    }

    /// Whether the trigger's clause begins with a subject of its own.
    var opensClause: Bool {
        let head = span(sentence.clause.lowerBound, sentence.trigger.lowerBound)
        guard !head.isEmpty, !isAdverbial(text, head.lowerBound) else { return false }
        guard let subject = group(in: head) else { return false }
        let scalars = Array(subject.unicodeScalars)
        return !ChineseWords.demand.isFound(in: scalars, scalars.indices)
            && !ChineseWords.complying.isFound(in: scalars, scalars.indices)
    }

    private func lastGroup(in range: Range<Int>) -> String? {
        guard let hit = Self.agents.last(in: text, range) else { return nil }
        guard hit.upperBound == range.upperBound else { return nil }
        let start = text[range].lastIndex { $0 == "中" || $0 == "时" || $0 == "内" || $0 == "的" }.map { $0 + 1 }
        guard let start, start < hit.upperBound else { return nil }
        return shortened(text[start..<hit.upperBound])
    }

    private func shortened(_ phrase: ArraySlice<Unicode.Scalar>) -> String? {
        var phrase = phrase.drop { $0 == "（" || $0 == " " || $0 == "\u{3000}" || $0 == "“" }
        if let enumerator = phrase.first,
            enumerator.properties.numericType != nil || "一二三四五六七八九十".unicodeScalars.contains(enumerator),
            let close = phrase.prefix(6).firstIndex(where: { $0 == "）" || $0 == ")" || $0 == "、" })
        {
            phrase = phrase[(close + 1)...]
        }
        if phrase.count > Self.limit, let cut = phrase.lastIndex(of: "的") { phrase = phrase[(cut + 1)...] }
        let short = phrase.suffix(Self.limit)
        return short.isEmpty ? nil : Array(short).asString
    }

    // MARK: towards whom

    private static let toward = PhraseSet(.zh, "向|为|报送|报|提交给|交给|移交给")

    /// After 向, 为 or 报: the nearest before the trigger in its clause, else the first after it.
    var beneficiary: String? {
        let clause = sentence.clause
        let before = Self.toward.all(in: text, span(clause.lowerBound, sentence.trigger.lowerBound))
            .reversed()
        let after = Self.toward.all(in: text, span(sentence.trigger.upperBound, clause.upperBound))
        for word in Array(before) + after where !isInsideWord(word) {
            let rest = span(word.upperBound, clause.upperBound)
            if !rest.isEmpty, text[rest.lowerBound] == "其" { return actor }
            guard let found = nearGroup(in: rest, before: sentence.trigger.lowerBound) else { continue }
            return found
        }
        return nil
    }

    private static let wordsWithToward = PhraseSet(
        .zh, "作为|行为|认为|视为|成为|因为|称为|为了|为由|为条件|方向|意向|定向|导向|报告|报道|报名|报表|报酬|举报|通报|汇报|申报|情报|上报|预报")

    private func isInsideWord(_ word: Range<Int>) -> Bool {
        let window = span(max(0, word.lowerBound - 1), min(text.count, word.upperBound + 2))
        return Self.wordsWithToward.all(in: text, window).contains { $0.overlaps(word) }
    }

    private func nearGroup(in range: Range<Int>, before edge: Int) -> String? {
        let limit = range.lowerBound < edge ? edge : range.upperBound
        guard let found = group(in: span(range.lowerBound, limit)), found.unicodeScalars.count <= 40 else {
            return nil
        }
        return found
    }
}
