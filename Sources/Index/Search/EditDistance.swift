/// How many letters must be added, left out, changed or swapped with their neighbour to make one word of another.
enum EditDistance {
    /// How many are allowed for a word of so many letters.
    static func allowed(_ letters: Int) -> Int {
        switch letters {
        case ..<4: 0
        case 4...7: 1
        default: 2
        }
    }

    /// Whether two words of ASCII are at most so far apart.
    static func isWithin(_ limit: Int, _ a: [UInt8], _ b: [UInt8]) -> Bool {
        guard abs(a.count - b.count) <= limit else { return false }
        var before = [Int](repeating: 0, count: b.count + 1)
        var last = Array(0...b.count)
        for i in 1...max(a.count, 1) where i <= a.count {
            var row = [i]
            for j in 1...max(b.count, 1) where j <= b.count {
                let changed = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
                var least = min(changed, last[j] + 1, row[j - 1] + 1)
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                    least = min(least, before[j - 2] + 1)
                }
                row.append(least)
            }
            if let least = row.min(), least > limit { return false }
            before = last
            last = row
        }
        return last[b.count] <= limit
    }
}
