import Evidence

/// The hashes of a log as its tiles hold them.
struct LogTiles {
    let tree: FileTree
    let size: Int

    /// The tile that holds a place of a level, as wide as this log has it.
    ///
    /// - Throws: ``ObjectFault`` for a place that this log does not have.
    func tile(_ level: Int, _ index: Int) throws -> LogTile {
        guard
            let tile = LogTile(
                level: level, index: index, width: width(of: index, among: size >> (8 * level)))
        else { throw ObjectFault.damaged(place: "log", reason: "it has no tile \(index) of level \(level)") }
        return tile
    }

    /// - Throws: ``ObjectFault`` when the tile is not there or is of another length.
    func hashes(_ tile: LogTile) throws -> [LogHash] {
        guard let bytes = try tree.file(tile.path) else {
            throw ObjectFault.damaged(place: "log \(tile.path)", reason: "the tile is not there")
        }
        guard bytes.count == tile.width * 32 else {
            throw ObjectFault.damaged(place: "log \(tile.path)", reason: "the tile has \(bytes.count) bytes")
        }
        return stride(from: 0, to: bytes.count, by: 32).compactMap {
            LogHash(bytes: Array(bytes[$0..<($0 + 32)]))
        }
    }

    /// As wide as asked for, from whichever tile of this log holds as much: proofs about a smaller log ask for less.
    func read(_ wanted: LogTile) throws -> [LogHash] {
        let held = try tile(wanted.level, wanted.index)
        return Array(try hashes(held).prefix(wanted.width))
    }

    func entries(_ index: Int) throws -> [[UInt8]] {
        let width = width(of: index, among: size)
        let path = LogTile.entriesPath(index: index, width: width)
        guard let bytes = try tree.file(path) else {
            throw ObjectFault.damaged(place: "log \(path)", reason: "the entries are not there")
        }
        guard let entries = EntryBundle.entries(in: bytes), entries.count == width else {
            throw ObjectFault.damaged(place: "log \(path)", reason: "it does not hold \(width) entries")
        }
        return entries
    }

    /// The roots of the whole subtrees that a log of a size is made of, the largest first; the size is this log's or less.
    func peaks(of size: Int) throws -> [LogHash] {
        var found: [LogHash] = []
        var start = 0
        for bit in stride(from: 62, through: 0, by: -1) where size >> bit & 1 == 1 {
            let level = bit / 8
            let place = start >> (8 * level)
            let count = 1 << (bit % 8)
            let hashes = try hashes(try tile(level, place / 256))
            guard place % 256 + count <= hashes.count else {
                throw ObjectFault.damaged(place: "log", reason: "its tiles do not reach \(size) entries")
            }
            found.append(Self.root(Array(hashes[(place % 256)..<(place % 256 + count)])))
            start += 1 << bit
        }
        return found
    }

    /// Of a whole subtree.
    static func root(_ hashes: [LogHash]) -> LogHash {
        var row = hashes
        while row.count > 1 {
            row = stride(from: 0, to: row.count - 1, by: 2).map { LogHashing.node(row[$0], row[$0 + 1]) }
        }
        return row.first ?? LogHashing.empty
    }

    private func width(of index: Int, among count: Int) -> Int { max(0, min(256, count - index * 256)) }
}
