/// Roots of parts of a tree of `size` leaves, from the widest tiles that such a tree has.
struct TileTree {
    let size: Int
    /// A proof asks for some tiles more than once.
    private var seen: [LogTile: [LogHash]] = [:]

    init(size: Int) { self.size = size }

    /// The root of the leaves `range`, which is not empty and lies in the tree.
    mutating func root(_ range: Range<Int>, _ reading: LogProof.TileReading) throws -> LogHash {
        // Full subtrees from the left, as large as the place allows; then folded from the right.
        var peaks: [LogHash] = []
        var low = range.lowerBound
        while low < range.upperBound {
            let room = Int.bitWidth - 1 - (range.upperBound - low).leadingZeroBitCount
            let height = min(room, low.trailingZeroBitCount)
            peaks.append(try subtree(at: low, height: height, reading))
            low += 1 << height
        }
        guard var root = peaks.popLast() else { return LogHashing.empty }
        while let left = peaks.popLast() { root = LogHashing.node(left, root) }
        return root
    }

    /// The root of the 2^height leaves from `start` on, a multiple of 2^height.
    private mutating func subtree(
        at start: Int, height: Int, _ reading: LogProof.TileReading
    ) throws -> LogHash {
        let level = height / 8
        let first = start >> (level * 8)
        let count = 1 << (height % 8)
        let hashes = try tile(level: level, index: first / LogTile.full, reading)
        let begin = first % LogTile.full
        return LogHashing.root(ofFull: Array(hashes[begin..<(begin + count)]))
    }

    private mutating func tile(
        level: Int, index: Int, _ reading: LogProof.TileReading
    ) throws -> [LogHash] {
        let width = min(LogTile.full, (size >> (level * 8)) - index * LogTile.full)
        guard let tile = LogTile(level: level, index: index, width: width) else {
            throw EvidenceError.malformed(
                subject: "log", line: nil, reason: "no tile \(index) of level \(level) in a log of \(size)")
        }
        if let hashes = seen[tile] { return hashes }
        let hashes = try reading(tile)
        guard hashes.count >= width else {
            throw EvidenceError.malformed(
                subject: tile.path, line: nil, reason: "\(hashes.count) hashes of \(width)")
        }
        seen[tile] = hashes
        return hashes
    }
}
