import Statute

/// One trigger as the grammar reads it.
struct TriggerReading: Sendable {
    var verdict: Verdict
    /// The trigger names the opposite of the concept.
    var isInverse: Bool
    var range: Range<Int>
    /// The modal that governs the trigger; nil where none does.
    var governor: Range<Int>?
    var actor: String?
    var beneficiary: String?
    /// The weight of the words found it, or decided how it speaks.
    var isByWeight = false

    /// The trigger with the modal before it: what evidence must not cut away.
    var focus: Range<Int> {
        let start = governor.map { min($0.lowerBound, range.lowerBound) } ?? range.lowerBound
        return start..<range.upperBound
    }

    /// Of several triggers in one sentence the one that says most stands for all.
    var rank: Int { verdict.polarity.weight * 4 + verdict.rule.strength.weight }

    /// Which readings of one concept in one sentence are told: the one that says most, and what is said besides in
    /// another way, in the order of the text.
    static func told(of readings: [TriggerReading], in passage: Passage) -> [TriggerReading] {
        guard let best = readings.max(by: { $0.rank < $1.rank }) else { return [] }
        guard readings.count > 1, best.verdict.polarity != .mentions else { return [best] }
        var told = [best]
        for reading in readings where told.allSatisfy({ reading.standsBeside($0, in: passage) }) {
            told.append(reading)
        }
        return told.count == 1 ? told : told.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// Whether both speak of a measure of their own, the later under a modal of its own: of another party (one hands
    /// over, the other keeps secret), or set against the first by "but". A power to demand and the duty to comply with
    /// it are one measure, and so are a duty and the ban on breaking it.
    private func standsBeside(_ other: TriggerReading, in passage: Passage) -> Bool {
        guard verdict.polarity.side != other.verdict.polarity.side, verdict.rule.strength != .low,
            other.verdict.rule.strength != .low
        else { return false }
        let (first, second) =
            range.lowerBound < other.range.lowerBound ? (self, other) : (other, self)
        guard let governor = second.governor, governor.lowerBound >= first.range.upperBound else {
            return false
        }
        let isFree = verdict.polarity == .permits || other.verdict.polarity == .permits
        // What is left free beside a duty is an exception from it.
        if isFree, verdict.rule == .exemption || other.verdict.rule == .exemption { return false }
        if !isFree, let one = first.actor, let two = second.actor, one != two { return true }
        let between = span(first.range.upperBound, governor.lowerBound)
        return Self.contrast(passage.language).isFound(in: passage.folded, between)
    }

    private static func contrast(_ language: Language) -> PhraseSet {
        language == .zh ? chineseContrast : englishContrast
    }

    private static let chineseContrast = PhraseSet(.zh, "，但|；但|，然而")
    private static let englishContrast = PhraseSet(
        .en, ", but|but may not|but shall not|but must not|, however")

    /// The part of the sentence that speaks of this reading where another stands beside it: the clauses from its modal
    /// on, up to those of the next.
    func stretch(of passage: Passage, among told: [TriggerReading]) -> Range<Int> {
        guard told.count > 1, let number = told.firstIndex(where: { $0.range == range }) else {
            return passage.own
        }
        let own = passage.own
        let start = number == 0 ? own.lowerBound : told[number - 1].border(before: self, in: passage)
        let end = number + 1 == told.count ? own.upperBound : border(before: told[number + 1], in: passage)
        guard let start, let end, start < end else { return own }
        return start..<end
    }

    /// Where the clauses of this reading end and those of the next begin; nil where no comma parts them.
    private func border(before next: TriggerReading, in passage: Passage) -> Int? {
        let way = passage.folded[span(range.upperBound, next.focus.lowerBound)]
        // English puts commas into lists, so there the last one counts.
        let border =
            passage.language == .zh
            ? way.firstIndex(where: ChineseSentence.isBorder) : way.lastIndex(where: ChineseSentence.isBorder)
        return border.map { $0 + 1 }
    }
}

extension Polarity {
    /// How much a reader is told: a duty more than a ban on demanding, a mention least.
    var weight: Int {
        switch self {
        case .requires: 5
        case .forbids: 4
        case .mayRequire: 3
        case .protects: 2
        case .permits: 1
        case .mentions: 0
        }
    }

    /// What a sentence can say besides: two of one side are more and less of the same.
    fileprivate var side: Int {
        switch self {
        case .requires, .mayRequire: 0
        case .permits: 1
        case .forbids: 2
        case .protects: 3
        case .mentions: 4
        }
    }
}

extension Level {
    var weight: Int {
        switch self {
        case .high: 2
        case .medium: 1
        case .low: 0
        }
    }
}
