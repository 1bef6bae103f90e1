/// The longest common subsequence by the table of all prefixes: slow, obvious, and with the engine's choice among equals.
enum PlainSubsequence {
    /// - Returns: for each element of `a` the index of its partner in `b`, or -1. Common ends are paired first; from the
    ///   back, an element of `a` is dropped where that loses nothing, else one of `b`.
    static func partners<Element: Equatable>(_ a: [Element], _ b: [Element]) -> [Int] {
        var partner = [Int](repeating: -1, count: a.count)
        var head = 0
        while head < min(a.count, b.count), a[head] == b[head] {
            partner[head] = head
            head += 1
        }
        var tail = 0
        while tail < min(a.count, b.count) - head, a[a.count - 1 - tail] == b[b.count - 1 - tail] {
            partner[a.count - 1 - tail] = b.count - 1 - tail
            tail += 1
        }
        let table = table(Array(a[head..<(a.count - tail)]), Array(b[head..<(b.count - tail)]))
        var (i, j) = (table.count - 1, table[0].count - 1)
        while i > 0, j > 0 {
            if table[i][j] == table[i - 1][j] {
                i -= 1
            } else if table[i][j] == table[i][j - 1] {
                j -= 1
            } else {
                i -= 1
                j -= 1
                partner[head + i] = head + j
            }
        }
        return partner
    }

    static func length<Element: Equatable>(_ a: [Element], _ b: [Element]) -> Int {
        table(a, b)[a.count][b.count]
    }

    /// For the first i of `a` and the first j of `b`, how many elements they have in common.
    private static func table<Element: Equatable>(_ a: [Element], _ b: [Element]) -> [[Int]] {
        var table = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
        for i in a.indices {
            for j in b.indices {
                table[i + 1][j + 1] =
                    a[i] == b[j] ? table[i][j] + 1 : max(table[i][j + 1], table[i + 1][j])
            }
        }
        return table
    }
}
