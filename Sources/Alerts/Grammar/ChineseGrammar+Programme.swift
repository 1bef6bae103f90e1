import Statute

/// What is so without a modal: the State runs a system, somebody bears a duty, others must go along.
extension ChineseGrammar {
    /// 国家实行等级保护制度, 公安部设立联络点; and 不实行许可制度.
    var programme: Verdict? {
        guard !isInverse, !sentence.isConditional else { return nil }
        let head = span(sentence.clause.lowerBound, trigger.lowerBound)
        guard sentence.modals(in: head).isEmpty, let verb = Self.establishing.last(in: text, head),
            verb.upperBound + 24 >= trigger.lowerBound,
            // 国家指定的机构: by whom, and not what is done.
            verb.upperBound == trigger.lowerBound || text[verb.upperBound] != "的"
        else { return nil }
        if Self.not.ends(text, at: verb.lowerBound, from: head.lowerBound) {
            return Verdict(.forbids, .exemption)
        }
        guard
            actsPublicly(
                span(sentence.base, verb.lowerBound),
                Self.conducting.match(at: verb.lowerBound, in: text, limit: verb.upperBound) != nil)
        else { return nil }
        return isModifier && !isSystem ? nil : Verdict(.requires, .programme)
    }

    private static let establishing = PhraseSet(.zh, "建立|实行|实施|设立|设置|推行|开展|组建|指定")
    /// Of an authority these only tell what it does: 公安机关开展检查.
    private static let conducting = PhraseSet(.zh, "开展|推行")
    private static let not = PhraseSet(.zh, "不|不再|未|无需|暂不")

    /// 制度 and the like right after the trigger: what is set up is the system of the thing.
    private var isSystem: Bool {
        let after = text[trigger.upperBound...].prefix(6)
        return Self.system.isFound(in: text, after.indices)
    }

    private static let system = PhraseSet(.zh, "制度|体系|机制|管理")

    /// The sentence opens with the State or an authority, and nothing but adverbs parts it from the verb.
    private func actsPublicly(_ range: Range<Int>, _ isConduct: Bool) -> Bool {
        let start = text[range].lastIndex(where: ChineseSentence.isBorder).map { $0 + 1 } ?? range.lowerBound
        let clauses = [span(start, range.upperBound), span(range.lowerBound, range.upperBound)]
        return clauses.contains { clause in
            guard let run = ChineseAgents.run(in: clause, of: text), !text[run].contains("的") else {
                return false
            }
            return (isConduct ? Self.state : Self.publicBody).isFound(in: text, run)
                && !ChineseAgents.isClause(text[run].asString)
        }
    }

    private static let state = PhraseSet(.zh, "国家")
    private static let publicBody = PhraseSet(.zh, "国家|国务院|部门|机关|政府|公安部|商务部|外交部|工业和信息化部|网信办|主管")

    /// 公安机关因办案需要调取数据，有关单位应当予以配合: no "if" word, and somebody else must bear with it.
    var assisted: Verdict? {
        guard !isInverse,
            sentence.holds(ChineseWords.inspection, trigger) || demandBefore(sentence.clause) != nil,
            sentence.modals(in: sentence.clause).isEmpty,
            let main = sentence.modals(in: sentence.nextClause).first, main.kind == .duty,
            sentence.holds(
                ChineseWords.complying,
                span(main.range.upperBound, min(text.count, main.range.upperBound + 6))),
            !sentence.holds(ChineseWords.amongThemselves, sentence.nextClause)
        else { return nil }
        return Verdict(.requires, .dutyToComply)
    }

    /// 外商投资企业不得: the trigger holds the ban, and names those whom it bars.
    var barredInItself: Verdict? {
        guard !isInverse, !sentence.isConditional,
            Self.bar.ends(text, at: trigger.upperBound, from: trigger.lowerBound)
        else { return nil }
        return Verdict(.requires, .ban)
    }

    private static let bar = PhraseSet(.zh, "不得|不准|不可")

    /// 密钥由托管机构代为保存: no modal, and somebody is named who keeps it.
    var kept: Verdict? {
        let clause = sentence.clause
        guard !isInverse, !sentence.isConditional, sentence.modals(in: clause).isEmpty,
            let keeping = Self.keeping.first(in: text, clause),
            let by = text[span(clause.lowerBound, keeping.lowerBound)].lastIndex(of: "由"),
            let run = ChineseAgents.run(in: span(by + 1, keeping.lowerBound), of: text),
            keeping.lowerBound - run.upperBound <= 4
        else { return nil }
        return Verdict(.requires, .duty)
    }

    private static let keeping = PhraseSet(
        .zh, "代为保存|代为保管|代为存储|代为存放|代为持有|统一保存|统一保管|统一存储|统一存放|集中存储|集中保存|集中存放|集中保管")

    /// 不承担解密的义务: said before a condition is looked for, since its 不 negates the burden and not the thing.
    var unburdened: Verdict? {
        guard let duty = nominalDuty, duty.rule == .exemption else { return nil }
        return duty
    }

    /// 负有协助义务, 不负提交义务.
    var nominalDuty: Verdict? {
        guard !isInverse else { return nil }
        let clause = sentence.clause
        guard let noun = Self.obligation.first(in: text, span(trigger.upperBound, clause.upperBound)),
            let bearing = Self.bearing.last(in: text, span(clause.lowerBound, noun.lowerBound)),
            bearing.upperBound <= trigger.lowerBound && noun.lowerBound - trigger.upperBound <= 4
                || isActedOn(span(bearing.upperBound, noun.lowerBound))
        else { return nil }
        return Self.not.ends(text, at: bearing.lowerBound, from: clause.lowerBound)
            ? Verdict(.forbids, .exemption) : Verdict(.requires, .duty)
    }

    private static let obligation = PhraseSet(.zh, "义务|责任")
    private static let bearing = PhraseSet(.zh, "负有|负|承担")
}
