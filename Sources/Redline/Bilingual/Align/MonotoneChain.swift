/// Aligns two rows in their order by dynamic programming: each element has one partner or none.
///
/// Time and memory are rows × band; the band is as wide as the second row until `mostCells` is reached, and then
/// follows a given diagonal.
struct MonotoneChain {
    /// Subtracted for each element that is left without a partner.
    let gap: Double
    /// Cells that are computed at most, about.
    var mostCells = 2_000_000
    /// The band is never narrower.
    private static let leastBand = 32

    /// - Parameters:
    ///   - centres: for each element of the first row, about where its partner stands.
    ///   - score: what speaks for a pair; nil where it cannot be.
    /// - Returns: the pairs, increasing on both sides.
    func pairs(
        _ rows: Int, _ columns: Int, centres: [Int], score: (Int, Int) -> Double?
    ) -> [(row: Int, column: Int)] {
        guard rows > 0, columns > 0 else { return [] }
        let width = min(columns + 1, max(Self.leastBand, mostCells / rows))
        let lows = lows(rows, columns, width, centres)
        // moves[row][slot]: 1 pair, 2 the row is left out, 3 the column is.
        var moves = [UInt8](repeating: 0, count: (rows + 1) * width)
        var before = [Double](repeating: 0, count: width)
        for slot in 1..<max(width, 1) {
            before[slot] = before[slot - 1] - gap
            moves[slot] = 3
        }
        var current = before
        for row in 1...rows {
            let shift = lows[row] - lows[row - 1]
            for slot in 0..<width {
                let column = lows[row] + slot
                if column > columns {
                    current[slot] = -.infinity
                    continue
                }
                var best = -Double.infinity
                var move: UInt8 = 0
                let above = slot + shift
                if column > 0, above >= 1, above - 1 < width, before[above - 1] > -.infinity,
                    let score = score(row - 1, column - 1)
                {
                    best = before[above - 1] + score
                    move = 1
                }
                if above < width, before[above] - gap > best {
                    best = before[above] - gap
                    move = 2
                }
                if slot > 0, current[slot - 1] - gap > best {
                    best = current[slot - 1] - gap
                    move = 3
                }
                current[slot] = best
                moves[row * width + slot] = move
            }
            swap(&before, &current)
        }
        return walk(back: moves, from: before, lows, rows, columns, width)
    }

    private func walk(
        back moves: [UInt8], from last: [Double], _ lows: [Int], _ rows: Int, _ columns: Int, _ width: Int
    ) -> [(row: Int, column: Int)] {
        var slot = 0
        var best = -Double.infinity
        for candidate in 0..<width where lows[rows] + candidate <= columns {
            let value = last[candidate] - gap * Double(columns - lows[rows] - candidate)
            if value > best { (best, slot) = (value, candidate) }
        }
        var found: [(Int, Int)] = []
        var row = rows
        while row > 0, slot >= 0, slot < width {
            let shift = lows[row] - lows[row - 1]
            switch moves[row * width + slot] {
            case 1:
                found.append((row - 1, lows[row] + slot - 1))
                slot += shift - 1
                row -= 1
            case 2:
                slot += shift
                row -= 1
            case 3: slot -= 1
            default: row = 0
            }
        }
        return found.reversed()
    }

    /// Where the band of each row begins: never falling, never leaping further than the band is wide.
    private func lows(_ rows: Int, _ columns: Int, _ width: Int, _ centres: [Int]) -> [Int] {
        var lows = [Int](repeating: 0, count: rows + 1)
        guard width < columns + 1 else { return lows }
        for row in 1...rows {
            let centre = row - 1 < centres.count ? centres[row - 1] + 1 : row
            let wanted = min(max(centre - width / 2, 0), columns + 1 - width)
            lows[row] = min(max(wanted, lows[row - 1]), lows[row - 1] + width - 1)
        }
        return lows
    }
}
