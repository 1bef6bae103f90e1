/// The longest common subsequence of two token rows, exact up to a size, bounded beyond it.
///
/// Bit-parallel after Hyyrö (2004): one row of bits for each token of the new text, n·m/64 word steps. The rows are kept
/// for the way back, so rows and columns are limited; larger pairs are first cut at their unique common runs, and a piece
/// that cannot be cut is left unmatched.
struct CommonSubsequence {
    /// Cells above which a pair is cut: 8 MB of rows.
    static let cells = 1 << 26

    /// For each word of the comparison its row of bits in the piece at hand, when ``stamp`` says so; -1 where only the new
    /// text has it.
    private let letter: Row<Int32>
    private let stamp: Row<Int32>
    /// For each word of the comparison a row of up to ``narrow`` words of bits, as long as the piece at hand needs; all clear
    /// between pieces.
    private let own: Row<UInt64>
    private let work: Workspace

    /// What grows from piece to piece.
    private final class Workspace {
        var masks: Row<UInt64>
        var rows: Row<UInt64>
        var piece: Int32 = 0
        let arena: Arena

        init(_ arena: Arena) {
            self.arena = arena
            masks = arena.uninitialized(1 << 10)
            rows = arena.uninitialized(1 << 12)
        }

        func reserve(masks: Int, rows: Int) {
            if masks > self.masks.count { self.masks = arena.uninitialized(max(masks, 2 * self.masks.count)) }
            if rows > self.rows.count { self.rows = arena.uninitialized(max(rows, 2 * self.rows.count)) }
        }
    }

    /// Words of bits up to which each word of the comparison has a row of its own, found without a search: old pieces of at
    /// most 256 tokens, which most are.
    private static let narrow = 4

    /// - Parameter vocabulary: words are less than this.
    init(vocabulary: Int, _ arena: Arena) {
        letter = arena.uninitialized(vocabulary)
        stamp = arena.row(0, vocabulary)
        own = arena.row(0, vocabulary * Self.narrow)
        work = Workspace(arena)
    }

    /// Puts for each old token the index of its partner in `new`, increasing, into `partner`; leaves others as they are.
    func run(_ old: Row<Int32>, _ new: Row<Int32>, into partner: Row<Int32>) {
        let whole = trim(old.indices, new.indices, old, new, partner)
        if whole.0.isEmpty || whole.1.isEmpty { return }
        if whole.0.count * whole.1.count <= Self.cells {
            match(whole.0, whole.1, old, new, partner)
            return
        }
        var pieces = [whole]
        while let piece = pieces.popLast() {
            let (a, b) = trim(piece.0, piece.1, old, new, partner)
            if a.isEmpty || b.isEmpty { continue }
            if a.count.multipliedReportingOverflow(by: b.count).overflow || a.count * b.count > Self.cells {
                pieces.append(contentsOf: UniqueRuns.cut(a, b, old, new, partner))
            } else {
                match(a, b, old, new, partner)
            }
        }
    }

    /// Pairs the common ends.
    @inline(__always)
    private func trim(
        _ a: Range<Int>, _ b: Range<Int>, _ old: Row<Int32>, _ new: Row<Int32>, _ partner: Row<Int32>
    ) -> (Range<Int>, Range<Int>) {
        var (a0, a1, b0, b1) = (a.lowerBound, a.upperBound, b.lowerBound, b.upperBound)
        while a0 < a1, b0 < b1, old[a0] == new[b0] {
            partner[a0] = Int32(truncatingIfNeeded: b0)
            a0 &+= 1
            b0 &+= 1
        }
        while a0 < a1, b0 < b1, old[a1 &- 1] == new[b1 &- 1] {
            a1 &-= 1
            b1 &-= 1
            partner[a1] = Int32(truncatingIfNeeded: b1)
        }
        return (a0..<a1, b0..<b1)
    }

    private func match(
        _ a: Range<Int>, _ b: Range<Int>, _ old: Row<Int32>, _ new: Row<Int32>, _ partner: Row<Int32>
    ) {
        let words = (a.count + 63) / 64
        if words <= Self.narrow {
            work.reserve(masks: 0, rows: (b.count + 1) * Self.narrow)
            switch words {
            case 1: matchInOneWord(a, b, old, new, partner)
            case 2: matchInTwoWords(a, b, old, new, partner)
            default: matchInFourWords(a, b, old, new, partner)
            }
            return
        }
        work.piece &+= 1
        let piece = work.piece
        // Only what stands in both needs a row: a long text against a short one would else take rows for all its words.
        for index in b {
            let word = Int(new[index])
            stamp[word] = piece
            letter[word] = -1
        }
        var letters = 0
        work.reserve(masks: min(a.count, b.count) * words, rows: (b.count + 1) * words)
        let (masks, rows) = (work.masks, work.rows)
        for index in a {
            let word = Int(old[index])
            guard stamp[word] == piece else { continue }
            if letter[word] < 0 {
                letter[word] = Int32(truncatingIfNeeded: letters &* words)
                for at in (letters &* words)..<(letters &* words &+ words) { masks[at] = 0 }
                letters &+= 1
            }
            let bit = index &- a.lowerBound
            masks[Int(letter[word]) &+ bit >> 6] |= 1 &<< UInt64(bit & 63)
        }
        for at in 0..<words { rows[at] = .max }
        for column in b.indices {
            let word = Int(new[column])
            let from = (column &- b.lowerBound) &* words
            let to = from &+ words
            guard letter[word] >= 0 else {
                for at in 0..<words { rows[to &+ at] = rows[from &+ at] }
                continue
            }
            let mask = Int(letter[word])
            var carry: UInt64 = 0
            for at in 0..<words {
                let row = rows[from &+ at]
                let hit = row & masks[mask &+ at]
                let (sum, over) = row.addingReportingOverflow(hit)
                let (carried, overAgain) = sum.addingReportingOverflow(carry)
                carry = over || overAgain ? 1 : 0
                rows[to &+ at] = carried | (row & ~hit)
            }
        }
        walkBack(rows, words, a, b, partner)
    }

    /// At most 64 old tokens: the row at hand stays in a register.
    private func matchInOneWord(
        _ a: Range<Int>, _ b: Range<Int>, _ old: Row<Int32>, _ new: Row<Int32>, _ partner: Row<Int32>
    ) {
        let (own, rows) = (own, work.rows)
        for index in a {
            own[Int(old[index])] |= 1 &<< UInt64(truncatingIfNeeded: index &- a.lowerBound)
        }
        var row = UInt64.max
        rows[0] = row
        var next = 1
        for column in b {
            let hit = row & own[Int(new[column])]
            row = (row &+ hit) | (row & ~hit)
            rows[next] = row
            next &+= 1
        }
        for index in a { own[Int(old[index])] = 0 }
        walkBack(rows, 1, a, b, partner)
    }

    /// At most 128.
    private func matchInTwoWords(
        _ a: Range<Int>, _ b: Range<Int>, _ old: Row<Int32>, _ new: Row<Int32>, _ partner: Row<Int32>
    ) {
        let (own, rows) = (own, work.rows)
        for index in a {
            let bit = index &- a.lowerBound
            own[2 &* Int(old[index]) &+ bit >> 6] |= 1 &<< UInt64(truncatingIfNeeded: bit & 63)
        }
        var (low, high) = (UInt64.max, UInt64.max)
        (rows[0], rows[1]) = (low, high)
        var next = 2
        for column in b {
            let mask = 2 &* Int(new[column])
            let (hit, hitAbove) = (low & own[mask], high & own[mask &+ 1])
            let (sum, over) = low.addingReportingOverflow(hit)
            low = sum | (low & ~hit)
            high = (high &+ hitAbove &+ (over ? 1 : 0)) | (high & ~hitAbove)
            rows[next] = low
            rows[next &+ 1] = high
            next &+= 2
        }
        for index in a {
            own[2 &* Int(old[index])] = 0
            own[2 &* Int(old[index]) &+ 1] = 0
        }
        walkBack(rows, 2, a, b, partner)
    }

    /// At most 256.
    private func matchInFourWords(
        _ a: Range<Int>, _ b: Range<Int>, _ old: Row<Int32>, _ new: Row<Int32>, _ partner: Row<Int32>
    ) {
        let (own, rows) = (own, work.rows)
        for index in a {
            let bit = index &- a.lowerBound
            own[4 &* Int(old[index]) &+ bit >> 6] |= 1 &<< UInt64(truncatingIfNeeded: bit & 63)
        }
        var (first, second, third, last) = (UInt64.max, UInt64.max, UInt64.max, UInt64.max)
        for at in 0..<4 { rows[at] = .max }
        var next = 4
        for column in b {
            let mask = 4 &* Int(new[column])
            var carry: UInt64 = 0
            first = Self.step(first, own[mask], &carry)
            second = Self.step(second, own[mask &+ 1], &carry)
            third = Self.step(third, own[mask &+ 2], &carry)
            last = Self.step(last, own[mask &+ 3], &carry)
            rows[next] = first
            rows[next &+ 1] = second
            rows[next &+ 2] = third
            rows[next &+ 3] = last
            next &+= 4
        }
        for index in a { own[4 &* Int(old[index]) &+ (index &- a.lowerBound) >> 6] = 0 }
        walkBack(rows, 4, a, b, partner)
    }

    /// One word of a row for the next column.
    @inline(__always) private static func step(_ row: UInt64, _ mask: UInt64, _ carry: inout UInt64) -> UInt64
    {
        let hit = row & mask
        let (sum, over) = row.addingReportingOverflow(hit)
        let (carried, overAgain) = sum.addingReportingOverflow(carry)
        // Both at once cannot be.
        carry = (over ? 1 : 0) | (overAgain ? 1 : 0)
        return carried | (row & ~hit)
    }

    /// A cleared bit says that the subsequence grew at that old token.
    private func walkBack(
        _ rows: Row<UInt64>, _ words: Int, _ a: Range<Int>, _ b: Range<Int>, _ partner: Row<Int32>
    ) {
        let (first, other) = (a.lowerBound, b.lowerBound)
        var row = a.count
        var column = b.count
        var at = column &* words
        while row > 0, column > 0 {
            let word = (row &- 1) >> 6
            let bit = UInt64((row &- 1) & 63)
            if rows[at &+ word] &>> bit & 1 != 0 {
                row &-= 1
                continue
            }
            // Back to the column where it was cleared.
            repeat {
                at &-= words
                column &-= 1
            } while column > 0 && rows[at &+ word] &>> bit & 1 == 0
            row &-= 1
            partner[first &+ row] = Int32(truncatingIfNeeded: other &+ column)
        }
    }
}
