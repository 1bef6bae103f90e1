/// A quantity with the words that bound it: 十万元以上五十万元以下, not less than six months, within 24 hours.
struct Measure: Sendable, Hashable {
    /// What the bounding words say.
    enum Bound: Sendable, Hashable {
        case exact
        /// 以上, 不少于, at least: from here up.
        case atLeast
        /// 以下, 不超过, up to: down from here.
        case atMost
        /// Both ends named.
        case between
        /// 内, within: before the time is over.
        case within
        /// 每, every.
        case each
    }

    /// Tokens, bounding words included.
    var range: Range<Int>
    /// Tokens of the quantities alone, units included.
    var core: Range<Int>
    var lower: Int?
    var upper: Int?
    /// Nil for ``Bound/between`` and what has no number.
    var value: Int?
    var unit: String?
    var date: Int?
    var bound: Bound
    /// The bounding words set a limit (不少于, not more than) instead of naming a case (超过, more than, 以上).
    var isLimit = false

    /// The lowest and the highest value that it admits.
    var ends: (low: Int, high: Int)? {
        if bound == .between, let lower, let upper { return (lower, upper) }
        guard let value else { return nil }
        switch bound {
        case .exact, .each, .within: return (value, value)
        case .atLeast: return (value, .max)
        case .atMost: return (0, value)
        case .between: return nil
        }
    }

    /// As it is reported.
    func reasonValue(_ reading: Reading) -> ReasonValue {
        ReasonValue(
            text: reading.passage.string(bound == .between ? range : core), value: unit == nil ? nil : value,
            lower: unit == nil ? nil : lower, upper: unit == nil ? nil : upper, unit: unit)
    }

    /// Whether two measures say the same, however they are written: 一年 and 十二个月, `RMB 1 million` and 100万元.
    func says(_ other: Measure) -> Bool {
        guard bound == other.bound, date == other.date else { return false }
        let (a, b) = (scaled, other.scaled)
        return a.unit == b.unit && a.value == b.value && a.lower == b.lower && a.upper == b.upper
            && (a.value ?? a.upper ?? date) != nil
    }

    /// Years as months: the one conversion that is exact in law.
    private var scaled: (value: Int?, lower: Int?, upper: Int?, unit: String?) {
        guard unit == "year" else { return (value, lower, upper, unit) }
        func months(_ years: Int?) -> Int? {
            years.flatMap { years in
                let (product, over) = years.multipliedReportingOverflow(by: 12)
                return over ? nil : product
            }
        }
        return (months(value), months(lower), months(upper), "month")
    }
}

extension Reading {
    /// The measures whose quantities touch a range of tokens, in order.
    func measures(in range: Range<Int>) -> [Measure] {
        var found: [Measure] = []
        for quantity in quantities(in: range) {
            let measure = Self.bounded(quantity, self)
            if let last = found.last, let joined = last.joined(measure, self) {
                found[found.count - 1] = joined
            } else {
                found.append(measure)
            }
        }
        return found
    }

    private static func bounded(_ quantity: Quantity, _ reading: Reading) -> Measure {
        var start = quantity.range.lowerBound
        var end = quantity.range.upperBound
        var bound = Measure.Bound.exact
        let tail = MeasureSigns.after.lazy.compactMap { signs, bound -> (Int, Measure.Bound)? in
            let count = signs.starting(at: end, reading)
            return count > 0 ? (count, bound) : nil
        }.first
        if let (count, found) = tail {
            end += count
            bound = found
        }
        // 人民币 and the like may stand between the bounding word and the number.
        start -= MeasureSigns.fillers.ending(at: start, reading)
        var isLimit = false
        for (place, entry) in MeasureSigns.before.enumerated() {
            let count = entry.0.ending(at: start, reading)
            if count == 0 { continue }
            start -= count
            isLimit = place < MeasureSigns.limits
            if bound == .exact { bound = entry.1 }
            break
        }
        if bound == .exact, let apart = limitApart(start, reading) {
            isLimit = true
            bound = apart
        }
        if bound == .exact, reading.id(quantity.range.lowerBound) == 0x6BCF { bound = .each }  // 每
        if bound == .exact, quantity.range.count > 3, reading.word(quantity.range.upperBound - 3) == "or" {
            bound = reading.word(quantity.range.upperBound - 2) == "more" ? .atLeast : .atMost
        }
        if let lower = quantity.lower {
            return Measure(
                range: start..<end, core: quantity.range, lower: lower, upper: quantity.value, value: nil,
                unit: quantity.unit, bound: .between)
        }
        return Measure(
            range: start..<end, core: quantity.range, value: quantity.value, unit: quantity.unit,
            date: quantity.date, bound: bound, isLimit: isLimit)
    }
}

extension Reading {
    /// 不低于|总用地面积的|百分之三十: a limit with that of which it is a share in between.
    private static func limitApart(_ start: Int, _ reading: Reading) -> Measure.Bound? {
        guard reading.id(start - 1) == 0x7684 else { return nil }  // 的
        var place = start - 1
        while place > 0, start - place <= 14, !reading.endsClause(place - 1) {
            for (signs, bound) in MeasureSigns.before.prefix(MeasureSigns.limits)
            where signs.ending(at: place, reading) > 0 {
                return bound
            }
            place -= 1
        }
        return nil
    }
}

extension Measure {
    /// 十万元以上 and 五十万元以下, `not less than X and not more than Y`, `between X and Y` as one; nil where they are two.
    fileprivate func joined(_ next: Measure, _ reading: Reading) -> Measure? {
        let gap = range.upperBound..<max(range.upperBound, next.range.lowerBound)
        guard gap.count <= 2, unit == next.unit, unit != nil, let low = value, let high = next.value,
            low < high,
            gap.allSatisfy({ MeasureSigns.joins(reading, $0) }), bound == .atLeast,
            next.bound == .atMost || reading.word(range.lowerBound) == "between"
        else { return nil }
        return Measure(
            range: range.lowerBound..<next.range.upperBound, core: core.lowerBound..<next.core.upperBound,
            lower: low, upper: high, value: nil, unit: unit, bound: .between)
    }
}

/// The words that bound a quantity.
enum MeasureSigns {
    static let after: [(Signs, Measure.Bound)] = [
        (
            Signs([
                "以上", "及以上", "或者以上", "或以上", "起", "or more", "or above", "or over", "and above", "and over",
            ]), .atLeast
        ),
        (Signs(["以下", "及以下", "为限", "or less", "or below", "or fewer", "or under"]), .atMost),
        (Signs(["以内", "之内", "内"]), .within),
    ]
    /// How many of ``before``, the first ones, set a limit.
    static let limits = 2
    static let before: [(Signs, Measure.Bound)] = [
        (
            Signs([
                "不少于", "不得少于", "至少", "不低于", "不得低于", "最低", "最少", "不小于", "at least", "not less than",
                "no less than",
                "a minimum of", "not fewer than", "no fewer than", "not be less than", "between",
            ]), .atLeast
        ),
        (
            Signs([
                "不超过", "不得超过", "不多于", "不得多于", "不高于", "不得高于", "最多", "最高", "至多", "最长", "不大于", "not more than",
                "no more than", "up to", "at most", "not exceeding", "does not exceed", "do not exceed",
                "not exceed",
                "a maximum of", "limited to",
            ]), .atMost
        ),
        (
            Signs([
                "超过", "高于", "多于", "大于", "满", "年满", "达到", "达", "more than", "exceeding", "exceeds", "exceed",
                "over", "above",
            ]), .atLeast
        ),
        (
            Signs(["不足", "低于", "少于", "小于", "未满", "不满", "未达到", "less than", "below", "under", "fewer than"]),
            .atMost
        ),
        (Signs(["within", "no later than", "not later than"]), .within),
        (Signs(["every", "每", "每隔"]), .each),
    ]
    static let fillers = Signs(["人民币", "a total of", "the sum of"])

    /// `and`, `but`, 并, a comma: what may stand between the ends of a range.
    static func joins(_ reading: Reading, _ index: Int) -> Bool {
        switch reading.id(index) {
        case 0x2C, 0x3001, 0x81F3, 0x5E76: true
        default: reading.word(index) == "and" || reading.word(index) == "but"
        }
    }
}
