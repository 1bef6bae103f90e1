import Statute

/// Who is bound, and towards whom, as printed in a Chinese sentence.
struct ChineseParties {
    let sentence: ChineseSentence
    let text: [Unicode.Scalar]
    private let subject: ChineseSubject

    init(_ sentence: ChineseSentence) {
        self.sentence = sentence
        text = sentence.text
        subject = ChineseSubject(text: sentence.text)
    }

    var trigger: Range<Int> { sentence.trigger }

    /// The subject of the governing modal; for a penalty, whoever is punished; for a demand, whoever must meet it.
    var actor: String? {
        if isPunishedInLeadIn { return punished }
        if ChineseGrammar(sentence: sentence).voided != nil { return lastSubject(before: trigger.upperBound) }
        let anchor = governingModal
        if let by = agentAfterBy(anchor) ?? asked(anchor) ?? told(anchor) { return by }
        let edge = anchor?.range.lowerBound ?? trigger.upperBound
        if let anchor, isImpersonal(anchor), let named = addressed(by: anchor) { return named }
        return lastSubject(before: edge) ?? inherited ?? laterSubject ?? productSubject(before: edge)
            ?? carriedOver(anchor)
    }

    /// Back from the modal, clause by clause.
    private func lastSubject(before edge: Int) -> String? {
        var end = edge
        while end > 0 {
            var start = end
            while start > 0, !ChineseSentence.isBorder(text[start - 1]) || isInBrackets(start - 1) {
                start -= 1
            }
            if let found = subject.words(in: start..<end) {
                return joined(found, to: start)
            }
            end = start - 1
        }
        return nil
    }

    /// 网信、公安等部门，服务机构及其人员应当: the clause before is nothing but more of the same subject.
    private func joined(_ found: String, to start: Int) -> String {
        guard start > 1, ChineseSentence.isComma(text[start - 1]) else { return found }
        let before = text[..<(start - 1)].lastIndex(where: ChineseSentence.isBorder).map { $0 + 1 } ?? 0
        let clause = before..<(start - 1)
        guard text[clause].contains("、"), sentence.modals(in: clause).isEmpty,
            let run = ChineseAgents.run(in: clause, of: text), run.upperBound == clause.upperBound,
            !ChineseAgents.isClause(text[clause].asString), !ChineseWords.refusal.isFound(in: text, clause),
            let first = subject.words(in: clause)
        else { return found }
        return first + "，" + found
    }

    private var inherited: String? {
        let earlier = sentence.passage.antecedent
        guard !earlier.isEmpty else { return nil }
        let border = earlier.firstIndex(where: ChineseSentence.isBorder) ?? earlier.count
        return ChineseSubject(text: earlier).words(in: 0..<border)
    }

    /// 未经客户同意，银行不得…: who is bound is named after the condition.
    private var laterSubject: String? {
        var start = sentence.clause.upperBound + 1
        for _ in 0..<3 where start < text.count {
            let end = text[start...].firstIndex(where: ChineseSentence.isBorder) ?? text.count
            let modal = sentence.modals(in: start..<end).first
            if text[start] == "由" { return nil }
            if let found = subject.words(in: span(start, modal?.range.lowerBound ?? end)) { return found }
            if modal != nil { return nil }
            start = end + 1
        }
        return nil
    }

    /// 网络产品不得…: a thing, where nobody is named.
    private func productSubject(before edge: Int) -> String? {
        guard edge > 0, trigger.lowerBound >= edge else { return nil }
        let start = text[..<edge].lastIndex(where: ChineseSentence.isBorder).map { $0 + 1 } ?? 0
        guard (2...12).contains(edge - start), Self.things.ends(text, at: edge, from: start),
            !subject.isAdverbial(start, limit: edge)
        else { return nil }
        return ChineseAgents.shortened(text[start..<edge])
    }

    private static let things = PhraseSet(.zh, "产品|设备|终端|软件|系统|应用程序|产品和服务|产品、服务")

    /// The modal whose subject is asked for; after an "if" part, that of the main clause.
    private var governingModal: Modal? {
        let head = span(sentence.clause.lowerBound, trigger.lowerBound)
        if sentence.isConditional, sentence.modals(in: head).isEmpty,
            let main = sentence.modals(in: sentence.nextClause).first ?? laterModal
        {
            return main
        }
        return sentence.modalBefore ?? sentence.modalAfter(before: sentence.clause.upperBound) ?? laterModal
    }

    /// 境外法院请求提供的，未经批准，开发者不得提供: past what only narrows the case; but not in a penalty.
    private var laterModal: Modal? {
        var start = sentence.clause.upperBound + 1
        for _ in 0..<3 where start < text.count {
            let end = text[start...].firstIndex(where: ChineseSentence.isBorder) ?? text.count
            if text[start] == "由" || ChineseWords.punishment.isFound(in: text, start..<end) { return nil }
            if let modal = sentence.modals(in: start..<end).first {
                // Only where it has a subject of its own; else the first clause's holds.
                return subject.words(in: span(start, modal.range.lowerBound)) == nil ? nil : modal
            }
            start = end + 1
        }
        return nil
    }

    private var isPunishedInLeadIn: Bool {
        sentence.holds(ChineseWords.punishment, sentence.leadIn)
            && sentence.holds(ChineseWords.conductList, sentence.leadIn)
    }

    /// Whoever the lead-in of a list of offences names before 违反 or 有下列, unless the item names its own subject.
    private var punished: String? {
        let own = span(sentence.base, trigger.lowerBound)
        if !own.isEmpty, opensClause, sentence.clause.lowerBound == own.lowerBound { return group(in: own) }
        guard let edge = Self.offenceOpening.first(in: text, sentence.leadIn) else { return nil }
        return lastSubject(before: edge.lowerBound)
    }

    private static let offenceOpening = PhraseSet(.zh, "违反|有下列|有前款|有以下")

    /// 禁止 and 鼓励 stand before those whom they address.
    private func isImpersonal(_ modal: Modal) -> Bool {
        modal.kind == .encouragement || text[modal.range.lowerBound] == "禁"
            || text[modal.range.lowerBound] == "严"
    }

    /// 鼓励企业…; or 推进体系建设，鼓励企业….
    private func addressed(by modal: Modal) -> String? {
        if let named = group(in: span(modal.range.upperBound, trigger.lowerBound)) { return named }
        if modal.range.lowerBound >= sentence.clause.lowerBound,
            let run = ChineseAgents.run(in: span(trigger.upperBound, sentence.clause.upperBound), of: text),
            text[span(trigger.upperBound, run.upperBound)].contains("的")
        {
            return ChineseAgents.shortened(text[span(modal.range.upperBound, run.upperBound)])
        }
        guard modal.kind == .encouragement,
            let further = sentence.modals.first(where: {
                $0.kind == .encouragement && $0.range.lowerBound >= sentence.clause.upperBound
            }),
            let run = ChineseAgents.run(
                in: span(further.range.upperBound, min(text.count, further.range.upperBound + 20)), of: text),
            let named = ChineseAgents.shortened(text[run]), !ChineseAgents.isClause(named)
        else { return nil }
        return named
    }

    // MARK: who must act where another speaks

    /// 应当由供应商提交, 由运营者报…评估: the one who must do it stands after 由.
    private func agentAfterBy(_ anchor: Modal?) -> String? {
        if let anchor, anchor.kind == .duty || anchor.kind == .power, anchor.range.upperBound < text.count,
            text[anchor.range.upperBound] == "由",
            let named = group(in: span(anchor.range.upperBound + 1, clauseEnd(from: anchor.range.upperBound)))
        {
            return named
        }
        let clause = sentence.clause
        var places = text[clause].indices.filter { text[$0] == "由" && !clausesWord($0) }
        let next = sentence.nextClause
        if sentence.modals(in: span(trigger.upperBound, next.lowerBound)).isEmpty, !next.isEmpty,
            text[next.lowerBound] == "由"
        {
            places.append(next.lowerBound)
        }
        for place in places where sentence.modals(in: span(place, trigger.lowerBound)).isEmpty {
            let reach = span(place + 1, min(clauseEnd(from: place), place + 32))
            guard let run = ChineseAgents.run(in: reach, of: text),
                Self.carryingOut.begins(text, at: run.upperBound, limit: text.count),
                let named = ChineseAgents.shortened(text[run]), !ChineseAgents.isClause(named)
            else { continue }
            return named
        }
        return nil
    }

    private static let carryingOut = PhraseSet(.zh, "负责|承担|报|向|依法报|组织|提交|自主|自行|妥善")

    /// 理由, 自由, 由于.
    private func clausesWord(_ index: Int) -> Bool {
        let window = span(max(0, index - 1), min(text.count, index + 2))
        return Self.wordsWithBy.isFound(in: text, window)
    }

    private static let wordsWithBy = PhraseSet(.zh, "理由|自由|由于|事由|为由|经由|缘由|案由|由此")

    private func clauseEnd(from index: Int) -> Int {
        text[index...].firstIndex(where: ChineseSentence.isBorder) ?? text.count
    }

    /// 主管部门可以要求供应商提交: the one who is asked must act.
    private func asked(_ anchor: Modal?) -> String? {
        guard let anchor, anchor.kind == .power || anchor.kind == .onlyThen,
            let demand = Self.asking.first(in: text, span(anchor.range.upperBound, trigger.lowerBound)),
            demand.lowerBound - anchor.range.upperBound <= 16
        else { return nil }
        let object = span(demand.upperBound, trigger.lowerBound)
        guard !object.isEmpty else { return nil }
        if text[object.lowerBound] == "其" {
            if let own = subject.words(in: object) { return own }
            let start = text[..<anchor.range.lowerBound].lastIndex(where: ChineseSentence.isBorder) ?? 0
            return lastSubject(before: start)
        }
        guard !subject.isAdverbial(object.lowerBound, limit: object.upperBound) else { return nil }
        return subject.words(in: object)
    }

    private static let asking = PhraseSet(.zh, "要求|责令|通知|指令|命令")

    /// 主管部门可以进行审查，供应商应当配合: somebody else is told to bear with it.
    private func told(_ anchor: Modal?) -> String? {
        guard let anchor, anchor.kind == .power else { return nil }
        for modal in sentence.modals where modal.range.lowerBound > trigger.upperBound {
            guard modal.kind == .duty || modal.kind == .prohibition else { continue }
            let reach = span(modal.range.upperBound, min(text.count, modal.range.upperBound + 5))
            guard sentence.holds(modal.kind == .duty ? ChineseWords.complying : ChineseWords.refusing, reach)
            else { continue }
            let start =
                text[..<modal.range.lowerBound].lastIndex(where: ChineseSentence.isBorder).map { $0 + 1 } ?? 0
            guard start > trigger.upperBound else { continue }
            if let named = subject.words(in: span(start, modal.range.lowerBound)) { return named }
        }
        return nil
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

    private func group(in range: Range<Int>) -> String? { ChineseAgents.group(in: range, of: text) }

    /// Whether the trigger's clause begins with a subject of its own.
    var opensClause: Bool {
        let head = span(sentence.clause.lowerBound, trigger.lowerBound)
        guard !head.isEmpty, !subject.isAdverbial(head.lowerBound, limit: text.count) else { return false }
        guard let named = group(in: head) else { return false }
        let scalars = Array(named.unicodeScalars)
        return !ChineseWords.demand.isFound(in: scalars, scalars.indices)
            && !ChineseWords.complying.isFound(in: scalars, scalars.indices)
    }

    // MARK: towards whom

    private static let toward = PhraseSet(.zh, "向|为|报送|报|提交给|交给|移交给")

    /// After 向, 为 or 报: the nearest before the trigger in its clause, else the first after it.
    var beneficiary: String? {
        let clause = sentence.clause
        let before = Self.toward.all(in: text, span(clause.lowerBound, trigger.lowerBound)).reversed()
        let after = Self.toward.all(in: text, span(trigger.upperBound, clause.upperBound))
        for word in Array(before) + after where !isInsideWord(word) {
            let rest = span(word.upperBound, clause.upperBound)
            if !rest.isEmpty, text[rest.lowerBound] == "其" { return speaker }
            guard let found = nearGroup(in: rest, before: trigger.lowerBound) else { continue }
            return found
        }
        return nil
    }

    /// The subject of the modal itself, also where another has to act.
    var speaker: String? {
        lastSubject(before: governingModal?.range.lowerBound ?? trigger.upperBound) ?? inherited
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
