/// What a changed measure is: an amount, a deadline, a threshold, part of a penalty; and which way it went.
struct MeasureRule {
    let before: Measure?
    let after: Measure?
    let old: Reading
    let new: Reading
    /// The change stands in a definition.
    var inDefinition = false
    /// What was put in or taken out together with the measure.
    var hunk: Hunk

    private var role: MeasureRole {
        if let after { return .of(after, in: new) }
        return before.map { .of($0, in: old) } ?? .other
    }

    var reasons: [Reason] {
        let role = role
        let (x, y) = (before?.reasonValue(old), after?.reasonValue(new))
        if inDefinition { return [Reason(.definition, before: x, after: y, direction: .unclear)] }
        let (direction, bearers) = directed(role)
        func reason(_ class: ReasonClass) -> Reason {
            Reason(`class`, before: x, after: y, direction: direction, bearers: bearers)
        }
        switch reasonClass(role) {
        case .amount where role == .sanction: return [reason(.amount), reason(.penalty)]
        case let found: return [reason(found)]
        }
    }

    private func reasonClass(_ role: MeasureRole) -> ReasonClass {
        let unit = after?.unit ?? before?.unit
        let isTime = MeasureUnit.isTime(unit)
        switch role {
        case .sanction: return isTime ? .penalty : .amount
        case .retention, .timeLimit, .frequency, .cap, .date: return .deadline
        case .threshold: return .threshold
        case .requirement: return unit == "percent" || unit == "person" ? .threshold : .amount
        case .payment: return .amount
        case .other:
            if isTime { return .deadline }
            return unit == nil || unit == "person" ? .text : .amount
        }
    }

    // MARK: Which way

    private func directed(_ role: MeasureRole) -> (Direction, Bearers) {
        let governing = (
            old: before.flatMap { Governing.modal(of: $0.core, in: old) },
            new: after.flatMap { Governing.modal(of: $0.core, in: new) }
        )
        let bearers = Bearers(
            before: governing.old.flatMap { Bearer.of($0.range, in: old) }.map {
                old.passage.string($0.range)
            },
            after: governing.new.flatMap { Bearer.of($0.range, in: new) }.map { new.passage.string($0.range) }
        )
        let force = (governing.new ?? governing.old)?.force
        return (direction(role, force, bearers), bearers)
    }

    private func direction(_ role: MeasureRole, _ force: Modality.Force?, _ bearers: Bearers) -> Direction {
        guard let grew else { return .unclear }
        switch role {
        case .sanction, .retention, .payment: return grew ? .tightened : .loosened
        case .timeLimit: return grew ? .loosened : .tightened
        case .frequency: return before == nil || after == nil ? .unclear : (grew ? .loosened : .tightened)
        case .date: return grew ? .loosened : .tightened
        case .cap:
            // For how long officials may act upon others: what frees them burdens the others.
            if force?.binds != true { return .unclear }
            return grew ? .loosened : .tightened
        case .requirement:
            if force?.binds == false { return .unclear }
            let atLeast = (after ?? before)?.bound != .atMost
            if before == nil || after == nil { return grew ? .tightened : .loosened }
            return grew == atLeast ? .tightened : .loosened
        case .threshold: return threshold(grew, force)
        case .other: return .unclear
        }
    }

    /// More cases covered bind more where the rule binds, and free more where it frees.
    private func threshold(_ grew: Bool, _ force: Modality.Force?) -> Direction {
        if let before, let after, before.bound != after.bound { return .unclear }
        let covers: Bool
        if before == nil || after == nil {
            covers = after == nil
        } else {
            covers = grew == ((after ?? before)?.bound == .atMost)
        }
        guard let binds = force?.binds else { return .unclear }
        return covers == binds ? .tightened : .loosened
    }

    /// Whether the measure grew; where one is new, as if it had grown from nothing. Nil where nobody can say.
    private var grew: Bool? {
        guard let before, let after else { return alone }
        if let a = before.date, let b = after.date { return a == b || a < 10_000 || b < 10_000 ? nil : b > a }
        guard let a = before.ends, let b = after.ends,
            let (x, y) = MeasureUnit.comparable(a, before.unit, b, after.unit)
        else { return nil }
        if y.low >= x.low, y.high >= x.high, y != x { return true }
        return y.low <= x.low && y.high <= x.high && y != x ? false : nil
    }

    /// 立即 is less than any time: a limit in its place gives more.
    private var alone: Bool? {
        if (after ?? before)?.date != nil { return nil }
        let (other, range) = after == nil ? (new, hunk.new) : (old, hunk.old)
        let isNew = after != nil
        if saysAtOnce(other, range) { return isNew }
        // A ban for life where it was one of years.
        if !isNew, MeasureRule.forLife.stand(in: range, of: other) { return true }
        if isNew, MeasureRule.forLife.stand(in: range, of: other) { return false }
        let limit = (after ?? before)?.bound == .within
        // A time limit that is put in shortens, one that is taken out leaves all the time there is.
        return limit ? !isNew : isNew
    }

    /// The other side says 立即 in its sentence, this one does not.
    private func saysAtOnce(_ other: Reading, _ range: Range<Int>) -> Bool {
        let (side, own) = after == nil ? (old, hunk.old) : (new, hunk.new)
        return Self.atOnce.stand(in: other.sentence(at: range.lowerBound), of: other)
            && !Self.atOnce.stand(in: side.sentence(at: own.lowerBound), of: side)
    }

    static let atOnce = Signs(["立即", "即时", "马上", "immediately", "at once", "forthwith"])
    static let forLife = Signs(["终身", "永久", "for life", "life", "permanently"])
}

/// Units of measures, and which of them can be compared.
enum MeasureUnit {
    static func isTime(_ unit: String?) -> Bool { unit.map { families[$0] != nil } ?? false }

    /// A month has no fixed number of days, a working day no fixed number of hours: not compared.
    private static let families: [String: (family: Int, factor: Int)] = [
        "minute": (0, 1), "hour": (0, 60), "day": (0, 1_440), "week": (0, 10_080), "month": (1, 1),
        "year": (1, 12),
        "working-day": (2, 1),
    ]

    typealias Ends = (low: Int, high: Int)

    /// Both in one unit; nil where there is no common one.
    static func comparable(_ a: Ends, _ aUnit: String?, _ b: Ends, _ bUnit: String?) -> (Ends, Ends)? {
        if aUnit == bUnit { return (a, b) }
        // As many working days are never less than days; fewer may be either.
        if aUnit == "day", bUnit == "working-day" { return workingDays(b, asLongAs: a).map { (a, $0) } }
        if aUnit == "working-day", bUnit == "day" { return workingDays(a, asLongAs: b).map { ($0, b) } }
        guard let x = aUnit.flatMap({ families[$0] }), let y = bUnit.flatMap({ families[$0] }),
            x.family == y.family
        else { return nil }
        func scaled(_ ends: Ends, _ factor: Int) -> Ends? {
            let (low, over) = ends.low.multipliedReportingOverflow(by: factor)
            if over { return nil }
            if ends.high == .max { return (low, .max) }
            let (high, above) = ends.high.multipliedReportingOverflow(by: factor)
            return above ? nil : (low, high)
        }
        guard let first = scaled(a, x.factor), let second = scaled(b, y.factor) else { return nil }
        return (first, second)
    }

    /// Working days as more than as many days; nil where they are fewer, and may be longer or shorter.
    private static func workingDays(_ working: Ends, asLongAs days: Ends) -> Ends? {
        guard working.low >= days.low, working.high >= days.high, working.high < .max else { return nil }
        return (low: working.low, high: working.high + 1)
    }
}

/// The modal word that governs a place: the nearest after it in its sentence, else the nearest before it.
enum Governing {
    static func modal(of range: Range<Int>, in reading: Reading) -> ModalUse? {
        let sentence = reading.sentence(at: range.lowerBound)
        let uses = reading.modalUses(in: sentence)
        let clause = reading.clause(at: range.lowerBound)
        if let here = uses.last(where: {
            clause.contains($0.range.lowerBound) && $0.range.upperBound <= range.lowerBound
        }) {
            return here
        }
        return uses.first { $0.range.lowerBound >= range.upperBound }
            ?? uses.last { $0.range.upperBound <= range.lowerBound }
    }
}
