import Statute

/// Decides what a Chinese sentence says about the thing that a trigger names.
///
/// The order is that of a careful reader: is it a definition, a penalty, an exception, a condition; and only then
/// which modal word governs. Whatever is left is a mention.
struct ChineseGrammar {
    let sentence: ChineseSentence

    var text: [Unicode.Scalar] { sentence.text }
    var trigger: Range<Int> { sentence.trigger }
    var isInverse: Bool { sentence.use.isInverse }

    static func verdict(_ sentence: ChineseSentence) -> Verdict {
        let grammar = ChineseGrammar(sentence: sentence)
        return grammar.definition ?? grammar.liability ?? grammar.voided ?? grammar.exception
            ?? grammar.unburdened ?? grammar.condition ?? grammar.excepted ?? grammar.governed
            ?? grammar.topic ?? grammar.doing ?? grammar.owedSecrecy ?? grammar.statedCondition
            ?? grammar.assisted ?? grammar.programme ?? grammar.kept ?? grammar.nominalDuty
            ?? grammar.barredInItself ?? Verdict(.mentions, .noModal)
    }

    private var definition: Verdict? {
        let own = sentence.own
        guard sentence.holds(ChineseWords.definition, own) else { return nil }
        return Verdict(.mentions, .definition)
    }

    /// 但是…除外 with the trigger inside: what is excepted from a prohibition is a condition for the act.
    private var exception: Verdict? {
        guard sentence.holds(ChineseWords.exception, sentence.clause),
            let but = ChineseWords.but.last(in: text, span(sentence.base, trigger.lowerBound)),
            !sentence.modals.contains(where: {
                $0.range.lowerBound > but.lowerBound && $0.range.upperBound <= trigger.lowerBound
            })
        else { return nil }
        let barred = sentence.modals.contains {
            $0.kind == .prohibition && $0.range.upperBound <= but.lowerBound
        }
        guard barred, !isInverse else { return Verdict(.mentions, .conditionalClause) }
        let demanded = demandBefore(span(but.upperBound, trigger.lowerBound)) != nil
        return demanded ? Verdict(.mayRequire, .powerToDemand) : Verdict(.requires, .condition)
    }

    /// 未经审查的，不得采购; 审查合格后，方可销售.
    private var condition: Verdict? {
        guard !isInverse else { return nil }
        let before = span(sentence.clause.lowerBound, trigger.lowerBound)
        if let negation = lastOmission(before),
            sentence.modals(in: span(negation.upperBound, trigger.lowerBound)).isEmpty,
            sentence.modals(in: before).isEmpty,
            sentence.holds(ChineseWords.refusal, sentence.rest),
            !sentence.holds(ChineseWords.unheeded, sentence.rest)
        {
            return Verdict(.requires, .condition)
        }
        if let then = ChineseWords.onlyThen.first(in: text, sentence.rest),
            text[span(trigger.upperBound, then.lowerBound)].count(where: ChineseSentence.isComma) <= 2,
            sentence.modalBefore?.kind != .prohibition
        {
            return Verdict(.requires, .condition)
        }
        return nil
    }

    /// 对…商业秘密负有保密义务: a duty without a modal.
    private var owedSecrecy: Verdict? {
        guard !isInverse else { return nil }
        let reach = isAbout ? span(trigger.upperBound, sentence.nextClause.upperBound) : afterInClause
        guard isKeptSecret(reach), sentence.holds(ChineseWords.secrecyOwed, reach) else { return nil }
        return Verdict(.protects, .dutyToProtect)
    }

    /// No modal at all, but the thing stands as a condition: 以转让技术作为取得许可的条件.
    private var statedCondition: Verdict? {
        guard !isInverse else { return nil }
        let own = sentence.clause
        if sentence.holds(ChineseWords.passiveCondition, span(trigger.upperBound, own.upperBound)),
            !sentence.holds(ChineseWords.ruleMaking, own)
        {
            return Verdict(.requires, .condition)
        }
        return inheritsConditionList ? Verdict(.requires, .condition) : nil
    }

    /// 具备下列条件的，… with the trigger in an item.
    private var inheritsConditionList: Bool {
        let leadIn = sentence.leadIn
        return sentence.holds(ChineseWords.conditionList, leadIn)
            // One of several conditions is no requirement.
            && !sentence.holds(ChineseWords.alternatives, leadIn)
            && sentence.modals(in: sentence.own).isEmpty
    }

    // MARK: words around the trigger

    /// The nearest verb of demanding in `range`, nouns left out.
    func demandBefore(_ range: Range<Int>) -> Range<Int>? {
        ChineseWords.demand.all(in: text, range).last { hit in
            // 以胁迫手段获取: a way of doing harm, where the concept counts it as one.
            !isNoun(hit, from: range.lowerBound) && !sentence.use.harms.contains { $0.overlaps(hit) }
        }
    }

    private func isNoun(_ demand: Range<Int>, from start: Int) -> Bool {
        if text[demand].asString == "强制" {
            return demand.upperBound < text.count && text[demand.upperBound] == "性"
        }
        guard text[demand].asString == "要求" else { return false }
        return ChineseWords.demandNounBefore.ends(text, at: demand.lowerBound, from: start)
            || ChineseWords.demandNounAfter.begins(text, at: demand.upperBound, limit: text.count)
    }

    /// A negator in `range`, nearest to its end; 不正当 and the like are none.
    func lastNegation(_ range: Range<Int>) -> Range<Int>? {
        ChineseWords.negation.all(in: text, range).last { hit in
            !ChineseWords.negationLookalike.begins(text, at: hit.lowerBound, limit: text.count)
        }
    }

    /// A negator that says the thing is not done; in 未经批准向境外提供 it is done without leave.
    func lastOmission(_ range: Range<Int>) -> Range<Int>? {
        guard let negation = lastNegation(range) else { return nil }
        return sentence.holds(ChineseWords.leave, span(negation.upperBound, range.upperBound))
            ? nil : negation
    }

    func isHarmed(_ range: Range<Int>) -> Bool {
        let own = sentence.use.harms.filter {
            $0.lowerBound >= range.lowerBound && $0.upperBound <= range.upperBound
        }
        return (own + ChineseWords.harm.all(in: text, range)).contains { hit in
            // 数据泄露后, 泄露事件: when it happens, and not what is done.
            !ChineseWords.afterHarm.begins(text, at: hit.upperBound, limit: text.count)
        }
    }

    /// 不得公开源代码; but not 不得将公开的信息….
    func isHandedOn(_ range: Range<Int>) -> Bool {
        ChineseWords.handingOn.all(in: text, range).contains { hit in
            hit.upperBound == text.count || text[hit.upperBound] != "的"
        }
    }

    func isProtected(_ range: Range<Int>) -> Bool {
        let end = ChineseWords.observing.first(in: text, range)?.lowerBound ?? range.upperBound
        return shields(ChineseWords.protection, span(range.lowerBound, end))
    }

    /// Of words after the thing.
    func isKeptSecret(_ range: Range<Int>) -> Bool { shields(ChineseWords.secrecy, range) }

    private func shields(_ words: PhraseSet, _ range: Range<Int>) -> Bool {
        words.all(in: text, range).contains { hit in
            let window = span(max(0, hit.lowerBound - 2), min(text.count, hit.upperBound + 2))
            if text[hit.lowerBound] == "采" { return true }
            return !ChineseWords.protectionLookalike.all(in: text, window).contains { $0.overlaps(hit) }
        }
    }

    func isActedOn(_ range: Range<Int>) -> Bool {
        sentence.use.acts.contains { $0.lowerBound >= range.lowerBound && $0.upperBound <= range.upperBound }
    }

    /// Whether from here to the end of the clause something is done with the thing, and it is not merely named. A
    /// concept that lists no acts asks for none.
    func isDone(from start: Int) -> Bool {
        guard sentence.use.asksForAct else { return true }
        let reach = span(start, sentence.clause.upperBound)
        return isActedOn(reach) || sentence.holds(ChineseWords.act, reach)
    }

    /// To the end of the trigger's clause.
    var afterInClause: Range<Int> { span(trigger.upperBound, sentence.clause.upperBound) }
}
