/// A replaced stretch of tokens; between hunks the two rows run side by side.
struct Hunk: Sendable, Hashable {
    var old: Range<Int>
    var new: Range<Int>

    /// The hunks that a row of partners leaves, in order.
    static func all(_ partner: [Int32], newCount: Int) -> [Hunk] {
        var hunks: [Hunk] = []
        var (i, j) = (0, 0)
        for index in partner.indices where partner[index] >= 0 {
            let other = Int(partner[index])
            if index > i || other > j { hunks.append(Hunk(old: i..<index, new: j..<other)) }
            (i, j) = (index + 1, other + 1)
        }
        if i < partner.count || j < newCount { hunks.append(Hunk(old: i..<partner.count, new: j..<newCount)) }
        return hunks
    }
}

/// Makes hunks readable: slides them to the ends of clauses and widens them to whole words.
struct HunkTidying {
    let old: Reading
    let new: Reading

    func tidied(_ hunks: [Hunk]) -> [Hunk] { widened(slid(hunks)) }

    /// Moves insertions and deletions that could as well stand elsewhere to the best break.
    private func slid(_ hunks: [Hunk]) -> [Hunk] {
        var result: [Hunk] = []
        for (index, hunk) in hunks.enumerated() {
            let before = result.last
            let after = index + 1 < hunks.count ? hunks[index + 1] : nil
            if hunk.old.isEmpty != hunk.new.isEmpty {
                result.append(slide(hunk, after: before, before: after))
            } else {
                result.append(hunk)
            }
        }
        return result
    }

    private func slide(_ hunk: Hunk, after previous: Hunk?, before next: Hunk?) -> Hunk {
        let inNew = hunk.old.isEmpty
        let reading = inNew ? new : old
        let tokens = reading.passage.tokens
        let range = inNew ? hunk.new : hunk.old
        let anchor = inNew ? hunk.old.lowerBound : hunk.new.lowerBound
        let floor = (inNew ? previous?.new.upperBound : previous?.old.upperBound) ?? 0
        let anchorFloor = (inNew ? previous?.old.upperBound : previous?.new.upperBound) ?? 0
        let ceiling = (inNew ? next?.new.lowerBound : next?.old.lowerBound) ?? tokens.count
        let anchorCeiling =
            (inNew ? next?.old.lowerBound : next?.new.lowerBound)
            ?? (inNew ? old.passage.tokens.count : new.passage.tokens.count)
        let limit = 400
        var lowest = 0
        while lowest > -limit, range.lowerBound + lowest > floor, anchor + lowest > anchorFloor,
            tokens[range.lowerBound + lowest - 1].id == tokens[range.upperBound + lowest - 1].id
        {
            lowest -= 1
        }
        var highest = 0
        while highest < limit, range.upperBound + highest < ceiling, anchor + highest < anchorCeiling,
            tokens[range.lowerBound + highest].id == tokens[range.upperBound + highest].id
        {
            highest += 1
        }
        var best = 0
        var bestScore = -1
        for shift in lowest...highest {
            let score =
                reading.breakScore(range.lowerBound + shift) + reading.breakScore(range.upperBound + shift)
            if score > bestScore || (score == bestScore && abs(shift) < abs(best)) {
                (best, bestScore) = (shift, score)
            }
        }
        let moved = (range.lowerBound + best)..<(range.upperBound + best)
        let place = (anchor + best)..<(anchor + best)
        return inNew ? Hunk(old: place, new: moved) : Hunk(old: moved, new: place)
    }

    /// Takes in matched tokens while a hunk begins or ends inside a word; hunks that meet become one.
    private func widened(_ hunks: [Hunk]) -> [Hunk] {
        var result: [Hunk] = []
        for (index, hunk) in hunks.enumerated() {
            var (a0, a1, b0, b1) = (
                hunk.old.lowerBound, hunk.old.upperBound, hunk.new.lowerBound, hunk.new.upperBound
            )
            while a0 > 0, b0 > 0, old.isInside(a0) || new.isInside(b0) {
                if let last = result.last, a0 <= last.old.upperBound || b0 <= last.new.upperBound { break }
                a0 -= 1
                b0 -= 1
            }
            let next = index + 1 < hunks.count ? hunks[index + 1] : nil
            let (oldEnd, newEnd) = (
                next?.old.lowerBound ?? old.passage.tokens.count,
                next?.new.lowerBound ?? new.passage.tokens.count
            )
            while a1 < oldEnd, b1 < newEnd, old.isInside(a1) || new.isInside(b1) {
                a1 += 1
                b1 += 1
            }
            if let last = result.last, a0 <= last.old.upperBound, b0 <= last.new.upperBound {
                result[result.count - 1] = Hunk(
                    old: last.old.lowerBound..<max(a1, last.old.upperBound),
                    new: last.new.lowerBound..<max(b1, last.new.upperBound))
            } else {
                result.append(Hunk(old: a0..<a1, new: b0..<b1))
            }
        }
        return result
    }
}
