/// The empty strip between two columns of text, as gazettes have them.
///
/// Only where most rows have words on both sides, reach the strip and do not cross it: a table has short cells, and
/// the lines of one column cross any strip.
struct PageGutter {
    private let left: Double
    private let right: Double

    /// - Parameter rows: words at one height, from top to bottom.
    init?(_ rows: [[PageWord]], width: Double) {
        guard rows.count >= 8, width > 0 else { return nil }
        // Strips of a hundredth of the page, in its middle third.
        var best: (at: Int, rows: Int)?
        for at in 34...66 {
            let place = width * Double(at) / 100
            let strip = (place - width / 100, place + width / 100)
            let split = rows.filter { Self.isSplit($0, strip) }
            let crossing = rows.filter { $0.contains { $0.left < strip.1 && $0.right > strip.0 } }
            guard split.count >= 8, split.count > 3 * crossing.count else { continue }
            let full = split.filter { Self.reach($0, strip, width) > 0.75 }
            if full.count * 2 > split.count, split.count > best?.rows ?? 0 { best = (at, split.count) }
        }
        guard let best else { return nil }
        left = width * Double(best.at - 1) / 100
        right = width * Double(best.at + 1) / 100
    }

    private static func isSplit(_ row: [PageWord], _ strip: (Double, Double)) -> Bool {
        row.contains { $0.right <= strip.0 } && row.contains { $0.left >= strip.1 }
            && !row.contains { $0.left < strip.1 && $0.right > strip.0 }
    }

    /// How much of its side the fuller side of a row takes, without the margins of the page.
    private static func reach(_ row: [PageWord], _ strip: (Double, Double), _ width: Double) -> Double {
        func share(_ words: [PageWord], _ room: Double) -> Double {
            guard let from = words.map(\.left).min(), let to = words.map(\.right).max() else { return 0 }
            return (to - from) / max(room, 1)
        }
        let before = share(row.filter { $0.right <= strip.0 }, strip.0 - width * 0.12)
        let after = share(row.filter { $0.left >= strip.1 }, width * 0.88 - strip.1)
        return max(before, after)
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
            if row.contains(where: { $0.left < right && $0.right > left }) {
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
