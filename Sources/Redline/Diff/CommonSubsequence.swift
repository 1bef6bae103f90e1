/// The longest common subsequence of two token rows, exact up to a size, bounded beyond it.
///
/// Bit-parallel after Hyyrö (2004): one row of bits for each token of the new text, n·m/64 word steps. The rows
/// are kept for the way back, so rows and columns are limited; larger pairs are first cut at their unique common
/// runs, and a piece that cannot be cut is left unmatched.
struct CommonSubsequence {
    /// Cells above which a pair is cut: 8 MB of rows.
    private static let cells = 1 << 26

    private let old: [UInt32]
    private let new: [UInt32]
    /// For each old token its new partner, or -1.
    private(set) var partner: [Int32]

    /// - Returns: for each old token the index of its partner in `new`, or -1; increasing.
    static func partners(_ old: [UInt32], _ new: [UInt32]) -> [Int32] {
        var search = CommonSubsequence(old: old, new: new)
        search.run()
        return search.partner
    }

    private init(old: [UInt32], new: [UInt32]) {
        self.old = old
        self.new = new
        partner = [Int32](repeating: -1, count: old.count)
    }

    private mutating func run() {
        var pieces = [(old.indices, new.indices)]
        while let (a, b) = pieces.popLast() {
            let (a, b) = trim(a, b)
            if a.isEmpty || b.isEmpty { continue }
            if a.count.multipliedReportingOverflow(by: b.count).overflow || a.count * b.count > Self.cells {
                pieces.append(contentsOf: cut(a, b))
            } else {
                match(a, b)
            }
        }
    }

    /// Pairs the common ends.
    private mutating func trim(_ a: Range<Int>, _ b: Range<Int>) -> (Range<Int>, Range<Int>) {
        var (a0, a1, b0, b1) = (a.lowerBound, a.upperBound, b.lowerBound, b.upperBound)
        while a0 < a1, b0 < b1, old[a0] == new[b0] {
            partner[a0] = Int32(b0)
            a0 += 1
            b0 += 1
        }
        while a0 < a1, b0 < b1, old[a1 - 1] == new[b1 - 1] {
            a1 -= 1
            b1 -= 1
            partner[a1] = Int32(b1)
        }
        return (a0..<a1, b0..<b1)
    }

    private mutating func match(_ a: Range<Int>, _ b: Range<Int>) {
        let words = (a.count + 63) / 64
        // Local alphabet: the places of each old token, found again by binary search.
        let order = a.sorted { (old[$0], $0) < (old[$1], $1) }
        var alphabet: [UInt32] = []
        var masks: [UInt64] = []
        for index in order {
            if alphabet.last != old[index] {
                alphabet.append(old[index])
                masks.append(contentsOf: repeatElement(0, count: words))
            }
            let bit = index - a.lowerBound
            masks[(alphabet.count - 1) * words + bit / 64] |= 1 << UInt64(bit % 64)
        }
        var rows = [UInt64](repeating: .max, count: (b.count + 1) * words)
        for column in 0..<b.count {
            let from = column * words
            let to = from + words
            guard let letter = Self.find(new[b.lowerBound + column], in: alphabet) else {
                for word in 0..<words { rows[to + word] = rows[from + word] }
                continue
            }
            var carry: UInt64 = 0
            for word in 0..<words {
                let row = rows[from + word]
                let hit = row & masks[letter * words + word]
                let (sum, over) = row.addingReportingOverflow(hit)
                let (carried, overAgain) = sum.addingReportingOverflow(carry)
                carry = over || overAgain ? 1 : 0
                rows[to + word] = carried | (row & ~hit)
            }
        }
        walkBack(rows, words, a, b)
    }

    /// A cleared bit says that the subsequence grew at that old token.
    private mutating func walkBack(_ rows: [UInt64], _ words: Int, _ a: Range<Int>, _ b: Range<Int>) {
        var row = a.count
        var column = b.count
        while row > 0, column > 0 {
            let word = (row - 1) / 64
            let bit: UInt64 = 1 << UInt64((row - 1) % 64)
            if rows[column * words + word] & bit != 0 {
                row -= 1
            } else if rows[(column - 1) * words + word] & bit == 0 {
                column -= 1
            } else {
                row -= 1
                column -= 1
                partner[a.lowerBound + row] = Int32(b.lowerBound + column)
            }
        }
    }

    private static func find(_ token: UInt32, in alphabet: [UInt32]) -> Int? {
        var low = 0
        var high = alphabet.count
        while low < high {
            let middle = (low + high) / 2
            if alphabet[middle] < token { low = middle + 1 } else { high = middle }
        }
        return low < alphabet.count && alphabet[low] == token ? low : nil
    }

    // MARK: Pieces that are too large

    /// Cuts between runs of four tokens that stand exactly once on both sides, longest increasing chain of them.
    private mutating func cut(_ a: Range<Int>, _ b: Range<Int>) -> [(Range<Int>, Range<Int>)] {
        let olds = Self.uniqueRuns(old, a)
        let news = Self.uniqueRuns(new, b)
        var pairs: [(old: Int, new: Int)] = []
        var (i, j) = (0, 0)
        while i < olds.count, j < news.count {
            if olds[i].key == news[j].key {
                if isSameRun(olds[i].at, news[j].at) { pairs.append((olds[i].at, news[j].at)) }
                i += 1
                j += 1
            } else if olds[i].key < news[j].key {
                i += 1
            } else {
                j += 1
            }
        }
        pairs.sort { $0.old < $1.old }
        let chain = IncreasingChain.heaviest(pairs.map { ($0.new, 1) })
        var pieces: [(Range<Int>, Range<Int>)] = []
        var (a0, b0) = (a.lowerBound, b.lowerBound)
        for index in chain {
            let (i, j) = pairs[index]
            if i < a0 || j < b0 { continue }
            partner[i] = Int32(j)
            pieces.append((a0..<i, b0..<j))
            (a0, b0) = (i + 1, j + 1)
        }
        // Nothing in common to hold on to: left unmatched.
        if pieces.isEmpty { return [] }
        pieces.append((a0..<a.upperBound, b0..<b.upperBound))
        return pieces
    }

    private static let run = 4

    private func isSameRun(_ i: Int, _ j: Int) -> Bool {
        old[i..<(i + Self.run)] == new[j..<(j + Self.run)]
    }

    private static func uniqueRuns(_ row: [UInt32], _ range: Range<Int>) -> [(key: UInt64, at: Int)] {
        guard range.count >= run else { return [] }
        var keys: [(key: UInt64, at: Int)] = []
        for start in range.lowerBound...(range.upperBound - run) {
            var key: UInt64 = 0xCBF2_9CE4_8422_2325
            for offset in 0..<run {
                key = (key ^ UInt64(row[start + offset])) &* 0x100_0000_01B3
                key ^= key >> 29
            }
            keys.append((key, start))
        }
        keys.sort { ($0.key, $0.at) < ($1.key, $1.at) }
        return keys.indices.filter { index in
            (index == 0 || keys[index - 1].key != keys[index].key)
                && (index + 1 == keys.count || keys[index + 1].key != keys[index].key)
        }.map { keys[$0] }
    }
}
