import Statute

/// A Chinese passage seen from one trigger: its clause, its modals, and the stretches between them.
struct ChineseSentence: SentenceView {
    let passage: Passage
    let use: TriggerUse
    let text: [Unicode.Scalar]
    let modals: [Modal]
    let clause: Range<Int>
    /// Where the words begin that no lead-in holds.
    let base: Int

    init(_ passage: Passage, _ use: TriggerUse) {
        self.passage = passage
        self.use = use
        text = passage.folded
        modals = ChineseModals.modals(in: passage.folded, avoiding: use.range)
        clause = Self.clause(of: passage.folded, around: use.range, from: passage.base)
        base = Self.afterListColon(of: passage.folded, before: use.range, from: passage.base)
    }

    /// What opens the list in which the trigger stands, inherited or inside the sentence; empty where there is none.
    var leadIn: Range<Int> { span(0, base) }
    var own: Range<Int> { span(base, text.count) }

    /// After 有下列情形之一的：（一）, or where the sentence's own words begin.
    private static func afterListColon(of text: [Unicode.Scalar], before trigger: Range<Int>, from start: Int)
        -> Int
    {
        guard trigger.lowerBound > start,
            let colon = text[start..<trigger.lowerBound].lastIndex(where: { $0 == "：" || $0 == ":" }),
            opensList.isFound(in: text, start..<colon)
        else { return start }
        return colon + 1
    }

    private static let opensList = PhraseSet(.zh, "下列|以下|之一|如下")

    /// The first modal after the trigger and before `end`.
    func modalAfter(before end: Int) -> Modal? {
        modals.first { $0.range.lowerBound >= trigger.upperBound && $0.range.upperBound <= end }
    }

    /// The "if" part of a sentence: …的，… or …时，…
    var isConditional: Bool {
        guard clause.upperBound < text.count, clause.upperBound > trigger.upperBound || endsConditionally
        else {
            return false
        }
        return Self.isComma(text[clause.upperBound]) && endsConditionally
    }

    private var endsConditionally: Bool {
        guard let last = text[clause].last else { return false }
        return (last == "的" || last == "时" || last == "后" || last == "前")
            && clause.upperBound > trigger.upperBound
    }

    /// The next clause after the trigger's own, empty where there is none.
    var nextClause: Range<Int> {
        guard clause.upperBound + 1 < text.count else { return text.count..<text.count }
        let start = clause.upperBound + 1
        let end = text[start...].firstIndex(where: Self.isBorder) ?? text.count
        return start..<end
    }

    static func isComma(_ scalar: Unicode.Scalar) -> Bool { scalar == "，" || scalar == "," }

    static func isBorder(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "，", ",", "：", ":", "。", "；", ";", "\n", "！", "？": true
        default: false
        }
    }

    /// The stretch between borders that holds `range`; commas inside brackets do not count.
    static func clause(of text: [Unicode.Scalar], around range: Range<Int>, from base: Int) -> Range<Int> {
        var start = min(base, range.lowerBound)
        var end = text.count
        var depth = 0
        for index in start..<text.count {
            switch text[index] {
            case "（", "(": depth += 1
            case "）", ")": depth = max(0, depth - 1)
            default: break
            }
            guard isBorder(text[index]), depth == 0 || index >= range.upperBound else { continue }
            if index < range.lowerBound {
                start = index + 1
            } else if index >= range.upperBound {
                end = index
                break
            }
        }
        return start..<max(start, end)
    }
}
