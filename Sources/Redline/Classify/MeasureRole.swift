/// What a measure does where it stands; decides its class and which way it went.
enum MeasureRole: Sendable, Hashable {
    /// Part of a fine, a detention, a ban from a post.
    case sanction
    /// For how long something is to be kept.
    case retention
    /// By when something is to be done.
    case timeLimit
    /// How often.
    case frequency
    /// For how long something may last at most.
    case cap
    /// When a rule applies: 单笔达到五万元的, with more than one million users.
    case threshold
    /// What must be reached or not passed: 不低于百分之三十.
    case requirement
    /// What is paid by those who are bound.
    case payment
    /// The last day to act.
    case date
    /// An amount, a period or a number of which no rule knows more.
    case other

    static func of(_ measure: Measure, in reading: Reading) -> MeasureRole {
        let clause = reading.clause(at: measure.core.lowerBound)
        if measure.date != nil {
            let after = measure.range.upperBound
            let isLast =
                Self.lastDayAfter.starting(at: after, reading) > 0
                || Self.lastDayBefore.ending(at: measure.range.lowerBound, reading) > 0
            return isLast ? .date : .other
        }
        switch measure.unit {
        case "minute", "hour", "day", "working-day", "week", "month", "year":
            return time(measure, clause, reading)
        case nil: return isCondition(measure, clause, reading) ? .threshold : .other
        default: break
        }
        if Self.fines.stand(in: clause, of: reading) { return .sanction }
        if isCondition(measure, clause, reading) { return .threshold }
        if measure.unit == "person" { return measure.bound == .exact ? .other : .threshold }
        if Self.payments.stand(in: clause, of: reading), !Self.rewards.stand(in: clause, of: reading) {
            return measure.isLimit && measure.unit == "percent" ? .requirement : .payment
        }
        return measure.isLimit ? .requirement : (measure.bound == .exact ? .other : .threshold)
    }

    private static func time(_ measure: Measure, _ clause: Range<Int>, _ reading: Reading) -> MeasureRole {
        let last = reading.id(measure.core.upperBound - 1)
        if last == 0x5C81 || Self.ages.stand(in: clause, of: reading) { return .threshold }  // 岁
        if Self.custody.stand(in: clause, of: reading) { return .sanction }
        if measure.bound == .each { return .frequency }
        if measure.bound == .within { return .timeLimit }
        if Self.validity.stand(in: clause, of: reading) { return .other }
        if !measure.isLimit, measure.bound == .atLeast, isCondition(measure, clause, reading) {
            return .threshold
        }
        if measure.bound == .atLeast { return .retention }
        if Self.keeping.stand(in: clause, of: reading) { return .retention }
        return measure.bound == .atMost ? .cap : .other
    }

    /// Whether the measure names a case in which something applies: it is bounded, and 的 or a verb closes the case, or
    /// the case stands before the modal word.
    private static func isCondition(_ measure: Measure, _ clause: Range<Int>, _ reading: Reading) -> Bool {
        guard measure.bound == .atLeast || measure.bound == .atMost || measure.bound == .between else {
            return false
        }
        if reading.isWord(clause.lowerBound) {
            if measure.isLimit { return false }
            return true
        }
        let rest = measure.range.upperBound..<max(measure.range.upperBound, clause.upperBound)
        guard let closing = rest.first(where: { reading.id($0) == 0x7684 }) else { return false }  // 的
        // 应当缴纳五万元以上的保证金: bounded by 的, but a duty.
        return closing - measure.range.upperBound <= 12
            && reading.modalUses(in: clause.lowerBound..<measure.range.lowerBound).isEmpty
    }

    private static let lastDayAfter = Signs(["前", "之前", "以前", "止", "为止"])
    private static let lastDayBefore = Signs([
        "before", "by", "no later than", "not later than", "until", "截至", "截止", "on or before",
    ])
    private static let fines = Signs([
        "罚款", "罚金", "fine", "fines", "fined", "penalty", "penalties",
    ])
    private static let custody = Signs([
        "拘留", "有期徒刑", "拘役", "管制", "不得从事", "不得担任", "不得任职", "不得申请", "禁止从事", "从业禁止", "终身", "detained", "detain",
        "detains", "detention", "imprisonment", "imprisoned", "sentenced", "may not hold", "may not engage",
        "banned", "barred", "shall not hold", "shall not engage", "disqualified",
    ])
    private static let ages = Signs(["age", "aged", "周岁"])
    private static let validity = Signs(["有效期", "有效期限", "valid", "validity"])
    private static let keeping = Signs([
        "保存", "留存", "保留", "保管", "存储", "retained", "retain", "retains", "kept", "keep", "keeps", "stored",
        "store",
        "preserved", "preserve",
    ])
    private static let payments = Signs([
        "缴纳", "交纳", "支付", "赔偿", "保证金", "收费", "费用", "责任", "补偿", "pay", "pays", "paid", "deposit",
        "compensation",
        "compensate", "liability", "fee", "fees", "charge",
    ])
    private static let rewards = Signs([
        "奖励", "补助", "补贴", "资助", "奖金", "reward", "subsidy", "grant", "allowance",
    ])
}
