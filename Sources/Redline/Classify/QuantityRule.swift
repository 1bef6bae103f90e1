/// What a changed number is: an amount, a deadline, a threshold, part of a penalty; and which way it went.
struct QuantityRule {
    let before: Quantity?
    let after: Quantity?
    let old: Reading
    let new: Reading

    var reasons: [Reason] {
        guard let side = after.map({ (new, $0) }) ?? before.map({ (old, $0) }) else { return [] }
        let (reading, quantity) = side
        let inPenalty = ClauseContext.sentence(reading, quantity.range, has: ClauseContext.penalties)
        let main = Self.reasonClass(quantity, reading, inPenalty: inPenalty)
        let reason = Reason(
            main, before: value(before, old), after: value(after, new), direction: direction(inPenalty))
        guard inPenalty, main == .amount else { return [reason] }
        return [
            reason, Reason(.penalty, before: reason.before, after: reason.after, direction: reason.direction),
        ]
    }

    private func value(_ quantity: Quantity?, _ side: Reading) -> ReasonValue? {
        quantity.map {
            ReasonValue(
                text: side.passage.string($0.range), value: $0.unit == nil ? nil : $0.value, unit: $0.unit)
        }
    }

    private static func reasonClass(_ quantity: Quantity, _ side: Reading, inPenalty: Bool) -> ReasonClass {
        switch quantity.unit {
        case "hour", "day", "working-day", "month", "year":
            return inPenalty && !isWithin(quantity, side) ? .penalty : .deadline
        case "CNY", "percent", "multiple":
            if inPenalty { return .amount }
            return isBound(quantity, side) ? .threshold : .amount
        case "person":
            return .threshold
        default:
            // Dates, ordinals and bare numbers.
            return .text
        }
    }

    /// Up or down, where a rule knows what that means for those who are bound.
    private func direction(_ inPenalty: Bool) -> Direction {
        guard let before, let after, let a = before.value, let b = after.value, let unit = after.unit,
            let scaled = Self.comparable(a, before.unit, b, unit), scaled.0 != scaled.1
        else { return .unclear }
        let grew = scaled.1 > scaled.0
        if Self.isAtLeast(before, old), Self.isAtLeast(after, new) { return grew ? .tightened : .loosened }
        if Self.isWithin(before, old), Self.isWithin(after, new) { return grew ? .loosened : .tightened }
        if inPenalty { return grew ? .tightened : .loosened }
        return .unclear
    }

    /// Both in one unit; nil where there is no common one (a working day is no fixed number of hours).
    private static func comparable(_ a: Int, _ aUnit: String?, _ b: Int, _ bUnit: String) -> (Int, Int)? {
        if aUnit == bUnit { return (a, b) }
        let factors: [String: (family: Int, factor: Int)] = [
            "hour": (0, 1), "day": (0, 24), "month": (1, 1), "year": (1, 12),
        ]
        guard let x = aUnit.flatMap({ factors[$0] }), let y = factors[bUnit], x.family == y.family else {
            return nil
        }
        let (p, over) = a.multipliedReportingOverflow(by: x.factor)
        let (q, above) = b.multipliedReportingOverflow(by: y.factor)
        return over || above ? nil : (p, q)
    }

    private static func signs(_ words: [String]) -> Lexicon { Lexicon(words.map { ($0, .plain) }) }
    private static let within = signs(["内", "以内", "之内"])
    private static let withinBefore = signs(["within", "no later than", "not later than"])
    private static let atLeast = signs([
        "不少于", "不得少于", "至少", "不低于", "不得低于", "at least", "not less than", "no less than", "a minimum of",
    ])
    private static let boundsAfter = signs(["以上", "以下", "以内", "or more", "or above", "or less"])
    private static let boundsBefore = signs(["超过", "满", "不足", "达到", "more than", "exceeding", "over"])

    private static func isWithin(_ quantity: Quantity, _ side: Reading) -> Bool {
        stands(within, from: quantity.range.upperBound, 2, side)
            || stands(withinBefore, from: quantity.range.lowerBound - 3, 3, side)
    }

    private static func isAtLeast(_ quantity: Quantity, _ side: Reading) -> Bool {
        stands(atLeast, from: quantity.range.lowerBound - 4, 4, side)
    }

    private static func isBound(_ quantity: Quantity, _ side: Reading) -> Bool {
        stands(boundsAfter, from: quantity.range.upperBound, 2, side)
            || stands(boundsBefore, from: quantity.range.lowerBound - 2, 2, side)
    }

    private static func stands(_ signs: Lexicon, from start: Int, _ count: Int, _ side: Reading) -> Bool {
        let tokens = side.passage.tokens
        let range = max(start, 0)..<max(max(start, 0), min(start + count, tokens.count))
        return !signs.hits(in: Array(tokens[range])).isEmpty
    }
}
