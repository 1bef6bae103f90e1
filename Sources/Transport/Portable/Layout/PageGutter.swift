/// The empty strip between two columns of text, as gazettes have them.
///
/// Only where few rows cross it and many fill the room on either side: a table has short cells, and the lines of one
/// column cross any strip. The lines of two columns need not stand at one height.
struct PageGutter {
    private let left: Double
    private let right: Double

    /// - Parameter rows: words at one height, from top to bottom.
    init?(_ rows: [[PageWord]], width: Double) {
        guard rows.count >= 8, width > 0 else { return nil }
        var best: (at: Int, filled: Int)?
        // Strips of a fiftieth of the page, in its middle third.
        for at in 34...66 {
            let (left, right) = Self.strip(at, width)
            let crossing = rows.filter { Self.crosses($0, left, right) }.count
            guard crossing * 4 < rows.count else { continue }
            let before = Self.filled(rows.map { $0.filter { $0.right <= left } }, width * 0.12, left)
            let after = Self.filled(rows.map { $0.filter { $0.left >= right } }, right, width * 0.88)
            let filled = min(before, after)
            if filled >= 5, filled > best?.filled ?? 0 { best = (at, filled) }
        }
        guard let best else { return nil }
        (left, right) = Self.strip(best.at, width)
    }

    private static func strip(_ at: Int, _ width: Double) -> (Double, Double) {
        (width * Double(at - 1) / 100, width * Double(at + 1) / 100)
    }

    private static func crosses(_ row: [PageWord], _ left: Double, _ right: Double) -> Bool {
        row.contains { $0.left < right && $0.right > left }
    }

    /// How many rows take three quarters of the room between two places.
    private static func filled(_ rows: [[PageWord]], _ from: Double, _ to: Double) -> Int {
        rows.filter { row in
            guard let first = row.map(\.left).min(), let last = row.map(\.right).max() else { return false }
            return last - first > 0.75 * (to - from)
        }.count
    }

    /// Rows across the page, then a left column, then a right one, as often as that comes.
    func blocks(of rows: [[PageWord]]) -> [(column: Int, rows: [[PageWord]])] {
        var blocks: [(column: Int, rows: [[PageWord]])] = []
        var columns: ([[PageWord]], [[PageWord]]) = ([], [])
        func close() {
            if !columns.0.isEmpty { blocks.append((1, columns.0)) }
            if !columns.1.isEmpty { blocks.append((2, columns.1)) }
            columns = ([], [])
        }
        for row in rows {
            if Self.crosses(row, left, right) {
                close()
                blocks.append((0, [row]))
                continue
            }
            let before = row.filter { $0.right <= left }
            let after = row.filter { $0.left >= right }
            if !before.isEmpty { columns.0.append(before) }
            if !after.isEmpty { columns.1.append(after) }
        }
        close()
        return blocks
    }
}
