/// A replaced stretch of tokens; between hunks the two rows run side by side.
struct Hunk: BitwiseCopyable, Sendable, Hashable {
    var oldStart: Int32
    var oldEnd: Int32
    var newStart: Int32
    var newEnd: Int32

    init(old: Range<Int>, new: Range<Int>) {
        oldStart = Int32(truncatingIfNeeded: old.lowerBound)
        oldEnd = Int32(truncatingIfNeeded: old.upperBound)
        newStart = Int32(truncatingIfNeeded: new.lowerBound)
        newEnd = Int32(truncatingIfNeeded: new.upperBound)
    }

    var old: Range<Int> { Int(oldStart)..<Int(oldEnd) }
    var new: Range<Int> { Int(newStart)..<Int(newEnd) }

    /// The hunks that a row of partners leaves, in order.
    static func all(_ partner: Row<Int32>, newCount: Int, _ arena: Arena) -> Stack<Hunk> {
        var hunks = Stack<Hunk>(arena, capacity: 8)
        var (i, j) = (0, 0)
        while true {
            while i < partner.count, Int(partner[i]) == j {
                i &+= 1
                j &+= 1
            }
            if i == partner.count, j == newCount { break }
            var end = i
            while end < partner.count, partner[end] < 0 { end &+= 1 }
            let other = end < partner.count ? Int(partner[end]) : newCount
            hunks.append(Hunk(old: i..<end, new: j..<other))
            (i, j) = (end, other)
        }
        return hunks
    }
}

/// Makes hunks readable: slides them to the ends of clauses and widens them to whole words.
struct HunkTidying {
    let old: FlatTokens
    let new: FlatTokens
    let oldBreaks: Breaks
    let newBreaks: Breaks
    /// Of either side with itself.
    let oldIdentity: TokenIdentity
    let newIdentity: TokenIdentity
    let arena: Arena

    func tidied(_ hunks: Stack<Hunk>) -> Stack<Hunk> {
        slide(hunks)
        return widened(bridged(hunks))
    }

    /// Moves insertions and deletions that could as well stand elsewhere to the best break.
    private func slide(_ hunks: Stack<Hunk>) {
        for index in 0..<hunks.count {
            let hunk = hunks[index]
            guard hunk.old.isEmpty != hunk.new.isEmpty else { continue }
            hunks[index] = slid(
                hunk, after: index > 0 ? hunks[index - 1] : nil,
                before: index + 1 < hunks.count ? hunks[index + 1] : nil)
        }
    }

    private func slid(_ hunk: Hunk, after previous: Hunk?, before next: Hunk?) -> Hunk {
        let inNew = hunk.old.isEmpty
        let tokens = inNew ? new : old
        let breaks = inNew ? newBreaks : oldBreaks
        let identity = inNew ? newIdentity : oldIdentity
        let range = inNew ? hunk.new : hunk.old
        let anchor = inNew ? hunk.old.lowerBound : hunk.new.lowerBound
        let floor = (inNew ? previous?.new.upperBound : previous?.old.upperBound) ?? 0
        let anchorFloor = (inNew ? previous?.old.upperBound : previous?.new.upperBound) ?? 0
        let ceiling = (inNew ? next?.new.lowerBound : next?.old.lowerBound) ?? tokens.count
        let anchorCeiling =
            (inNew ? next?.old.lowerBound : next?.new.lowerBound) ?? (inNew ? old.count : new.count)
        let limit = 400
        var lowest = 0
        while lowest > -limit, range.lowerBound + lowest > floor, anchor + lowest > anchorFloor,
            identity.areSame(range.lowerBound + lowest - 1, range.upperBound + lowest - 1)
        {
            lowest -= 1
        }
        var highest = 0
        while highest < limit, range.upperBound + highest < ceiling, anchor + highest < anchorCeiling,
            identity.areSame(range.lowerBound + highest, range.upperBound + highest)
        {
            highest += 1
        }
        if lowest == 0, highest == 0 { return hunk }
        var best = 0
        var bestScore = -1
        for shift in lowest...highest {
            let score = breaks.score(range.lowerBound + shift) + breaks.score(range.upperBound + shift)
            if score > bestScore || (score == bestScore && abs(shift) < abs(best)) {
                (best, bestScore) = (shift, score)
            }
        }
        let moved = (range.lowerBound + best)..<(range.upperBound + best)
        let place = (anchor + best)..<(anchor + best)
        return inNew ? Hunk(old: place, new: moved) : Hunk(old: moved, new: place)
    }

    /// Takes in matched tokens while a hunk begins or ends inside a word; hunks that meet become one.
    private func widened(_ hunks: Stack<Hunk>) -> Stack<Hunk> {
        var result = Stack<Hunk>(arena, capacity: hunks.count)
        for index in 0..<hunks.count {
            let hunk = hunks[index]
            var (a0, a1, b0, b1) = (
                hunk.old.lowerBound, hunk.old.upperBound, hunk.new.lowerBound, hunk.new.upperBound
            )
            let last: Hunk? = result.count > 0 ? result[result.count - 1] : nil
            while a0 > 0, b0 > 0, oldBreaks.isInside(a0) || newBreaks.isInside(b0) {
                if let last, a0 <= last.old.upperBound || b0 <= last.new.upperBound { break }
                a0 -= 1
                b0 -= 1
            }
            let hasNext = index + 1 < hunks.count
            let (oldEnd, newEnd) = (
                hasNext ? hunks[index + 1].old.lowerBound : old.count,
                hasNext ? hunks[index + 1].new.lowerBound : new.count
            )
            while a1 < oldEnd, b1 < newEnd, oldBreaks.isInside(a1) || newBreaks.isInside(b1) {
                a1 += 1
                b1 += 1
            }
            if let last, a0 <= last.old.upperBound, b0 <= last.new.upperBound {
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
