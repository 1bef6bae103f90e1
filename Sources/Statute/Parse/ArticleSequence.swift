/// Decides, in text that nobody has marked up, which lines that look like article headings are some.
///
/// An article that quotes another law's "第十条 …" on a line of its own must not start a new article; and a gap in
/// the numbers, which really occurs, must not swallow the rest of the law.
struct ArticleSequence {
    enum Verdict: Equatable {
        case heading
        /// Accepted although `expected` would have come next.
        case headingAfterGap(expected: Int)
        case text
        /// Looks like a heading and is set off, but its number does not follow.
        case textOutOfOrder
    }

    /// Every line of the text that looks like an article heading, in order.
    private let candidates: [Label]
    private var next = 0
    private var last: [Int] = [0]
    private var mayRestart = true

    /// - Parameter candidates: the labels of all article-like lines, in order.
    init(candidates: [Label]) {
        self.candidates = candidates
    }

    /// A new part, annex or headed division: its numbers may begin again.
    mutating func enterDivision() {
        mayRestart = true
    }

    /// The verdict on the next candidate, which must be asked for in order. `words`: what follows the label.
    mutating func verdict(on label: Label, words: Scalars) -> Verdict {
        next += 1
        let verdict = judge(label, words: words)
        if verdict == .heading || isGap(verdict) {
            last = label.ordinal
            mayRestart = false
        }
        return verdict
    }

    private func isGap(_ verdict: Verdict) -> Bool {
        if case .headingAfterGap = verdict { return true }
        return false
    }

    private func judge(_ label: Label, words: Scalars) -> Verdict {
        guard let number = label.ordinal.first, let lastNumber = last.first else { return .text }
        guard label.isSetOff || Self.canBegin(words) else { return .text }
        if follows(label.ordinal) { return .heading }
        guard label.isSetOff else { return .text }
        if mayRestart, number == 1, label.ordinal.count == 1 { return .heading }
        if number > lastNumber, !expectedComesLater, continues(from: number) || onlyRises(from: number) {
            return .headingAfterGap(expected: lastNumber + 1)
        }
        return .textOutOfOrder
    }

    /// N+1 after N or N之k; N之1 after N; N之(k+1) after N之k.
    private func follows(_ ordinal: [Int]) -> Bool {
        guard let number = ordinal.first, let lastNumber = last.first else { return false }
        if ordinal.count == 1 { return number == lastNumber + 1 }
        guard number == lastNumber else { return false }
        return ordinal[1] == (last.count > 1 ? last[1] + 1 : 1)
    }

    /// Whether the number that should have come still comes further on.
    private var expectedComesLater: Bool {
        guard let lastNumber = last.first else { return false }
        return candidates.dropFirst(next).contains { $0.isSetOff && $0.ordinal == [lastNumber + 1] }
    }

    /// Whether the text goes on from this number, or ends here.
    private func continues(from number: Int) -> Bool {
        guard let following = candidates.dropFirst(next).first(where: { $0.isSetOff }) else { return true }
        guard let then = following.ordinal.first else { return true }
        return then == number + 1 || (then == number && following.ordinal.count > 1)
    }

    /// Whether every later number is greater: an extract that leaves articles out, not a quotation.
    private func onlyRises(from number: Int) -> Bool {
        var last = number
        for label in candidates.dropFirst(next) where label.isSetOff {
            guard let then = label.ordinal.first, then >= last else { return false }
            last = then
        }
        return true
    }

    /// Whether words right behind 第N条 can begin an article rather than go on with a reference.
    private static func canBegin(_ words: Scalars) -> Bool {
        guard let first = words.first else { return true }
        switch first {
        case "的", "、", "，", "。", "；", "：", "至", "到", "和", "或", "与", "及", "以", "第", "规", "款", "项", "中",
            "所", "之", "修", "）", "》", "”", "（", ",", ".", ";", ")":
            return false
        default:
            return true
        }
    }
}
