import Statute

/// The subject of a Chinese clause, from the clause's start to the modal.
struct ChineseSubject {
    let text: [Unicode.Scalar]

    private static let adverbials = PhraseSet(
        .zh,
        """
        因|对|发现|知道|明知|只能|仅能|只可|仅限|依照|按照|根据|在|违反|为了|为|经|未经|除|自|当|向|通过|以|从|将|但是|但|并|或者|且|有下列|有前款|有本|本|前款|上述|其|可能|确需\
        |需要|确有|由|拒不|拒绝|阻碍|阻挠|妨碍|逃避|隐瞒|泄露|窃取|未|不|擅自|配合|协助|积极|密切|维护|依法|强制|强迫|变相|要求|责令|遇有|涉及|属于|符合|以及|非法|及时
        """)
    private static let noAdverbials = PhraseSet(
        .zh, "从业|自然人|当事人|经营|经纪|对外贸易经营|从属|自治|当地|不动产|本市|本省|本行业主管|向导|协助单位|配合单位")
    /// A clause that begins so is no relative clause: what stands before the last 的 is left out.
    private static let frames = PhraseSet(.zh, "在|对|因|根据|按照|依照|除|自|当|违反|发现|但是|但|并|前款|上述|本|有关")
    /// After a noun these show that it is the subject.
    private static let afterSubject = PhraseSet(
        .zh,
        "在|对|向|按|依|根据|应|必|可|不|未|有|将|与|于|因|通过|利用|使用|采购|收集|处理|提供|办理|开展|进行|发现|收到|违反|擅自|需|确|经|及时|无|拒|赴|申请|以|自")

    func isAdverbial(_ start: Int, limit: Int) -> Bool {
        Self.adverbials.begins(text, at: start, limit: limit)
            && !Self.noAdverbials.begins(text, at: start, limit: limit)
    }

    /// Nil where the clause has none of its own.
    func words(in clause: Range<Int>) -> String? {
        let clause = span(
            clause.lowerBound + enumerator(at: clause.lowerBound, limit: clause.upperBound), clause.upperBound
        )
        guard !clause.isEmpty else { return nil }
        if text[clause.lowerBound] == "其" {
            let rest = span(clause.lowerBound + 1, min(clause.upperBound, clause.lowerBound + 9))
            return ChineseAgents.run(in: rest, of: text).flatMap { run in
                ChineseAgents.group(in: run, of: text).flatMap { ChineseAgents.isClause($0) ? nil : $0 }
            }
        }
        if !isAdverbial(clause.lowerBound, limit: clause.upperBound),
            let found = ChineseAgents.group(in: clause, of: text), !ChineseAgents.isClause(found)
        {
            return found
        }
        return related(in: clause) ?? closing(in: clause)
    }

    /// 从事认证活动的机构, 由外方控制的企业在境内…: a noun after a relative clause.
    private func related(in clause: Range<Int>) -> String? {
        // 对…的人员，可以检查: towards whom, and not who.
        if text[clause.lowerBound] == "对" { return nil }
        for of in text[clause].indices where text[of] == "的" {
            guard let run = ChineseAgents.run(in: span(of + 1, clause.upperBound), of: text),
                !text[run].contains("的"), run.count <= 24,
                run.upperBound == clause.upperBound
                    || Self.afterSubject.begins(text, at: run.upperBound, limit: clause.upperBound),
                let words = ChineseAgents.shortened(text[run]), !ChineseAgents.isClause(words)
            else { continue }
            let whole = clause.lowerBound..<run.upperBound
            return Self.frames.begins(text, at: clause.lowerBound, limit: clause.upperBound)
                ? words : ChineseAgents.shortened(text[whole])
        }
        return nil
    }

    /// 在…过程中运营者, 根据侦查需要公安机关: the noun at the end.
    private func closing(in clause: Range<Int>) -> String? {
        guard Self.framesThatClose.begins(text, at: clause.lowerBound, limit: clause.upperBound),
            let end = ChineseAgents.lastAgentEnd(in: clause, of: text),
            let start = text[clause].lastIndex(where: {
                $0 == "中" || $0 == "时" || $0 == "内" || $0 == "的" || $0 == "要"
            }),
            start + 1 < end
        else { return nil }
        return ChineseAgents.shortened(text[(start + 1)..<end])
    }

    private static let framesThatClose = PhraseSet(.zh, "在|对|本|根据|因|为")

    /// How long （一） or 1. is at the head of an item.
    private func enumerator(at start: Int, limit: Int) -> Int {
        guard start < limit, text[start] == "（" || text[start] == "(",
            let close = text[start..<min(limit, start + 6)].firstIndex(where: { $0 == "）" || $0 == ")" })
        else { return 0 }
        return close + 1 - start
    }
}
