@testable import Evidence

/// The tree as RFC 6962, 2.1 defines it, by recursion over the entries.
enum SlowTree {
    static func root(_ entries: ArraySlice<[UInt8]>) -> LogHash {
        guard entries.count > 1 else {
            return hash(entries.first.map { [0] + $0 } ?? [])
        }
        let middle = entries.startIndex + split(entries.count)
        return hash([1] + root(entries[..<middle]).bytes + root(entries[middle...]).bytes)
    }

    /// PATH of 2.1.1.
    static func inclusion(_ index: Int, _ entries: ArraySlice<[UInt8]>) -> [LogHash] {
        guard entries.count > 1 else { return [] }
        let k = split(entries.count)
        let (left, right) = (entries.prefix(k), entries.dropFirst(k))
        return index < k
            ? inclusion(index, left) + [root(right)] : inclusion(index - k, right) + [root(left)]
    }

    /// SUBPROOF of 2.1.2.
    static func consistency(_ old: Int, _ entries: ArraySlice<[UInt8]>, isWhole: Bool = true) -> [LogHash] {
        if old == entries.count { return isWhole ? [] : [root(entries)] }
        let k = split(entries.count)
        let (left, right) = (entries.prefix(k), entries.dropFirst(k))
        return old <= k
            ? consistency(old, left, isWhole: isWhole) + [root(right)]
            : consistency(old - k, right, isWhole: false) + [root(left)]
    }

    private static func split(_ count: Int) -> Int {
        var k = 1
        while k * 2 < count { k *= 2 }
        return k
    }

    private static func hash(_ bytes: [UInt8]) -> LogHash { LogHash(exactly: SHA2.sha256(bytes)) }
}

/// A log whose tiles are all there, full and partial, as a run would have written them.
struct TileStore {
    var frontier = MerkleFrontier()
    private(set) var tiles: [LogTile: [LogHash]] = [:]
    private var rows: [[LogHash]] = []

    mutating func append(_ leaf: LogHash) {
        let before = frontier.size
        frontier.append(leaf)
        add(leaf, level: 0)
        for tile in LogTile.tiles(from: before, to: frontier.size) {
            let start = tile.index * LogTile.full
            tiles[tile] = Array(rows[tile.level][start..<(start + tile.width)])
        }
    }

    private mutating func add(_ hash: LogHash, level: Int) {
        if rows.count == level { rows.append([]) }
        rows[level].append(hash)
        guard rows[level].count % LogTile.full == 0 else { return }
        if let root = LogTile.root(of: Array(rows[level].suffix(LogTile.full))) {
            add(root, level: level + 1)
        }
    }

    struct Missing: Error { let path: String }

    func read(_ tile: LogTile) throws -> [LogHash] {
        guard let hashes = tiles[tile] else { throw Missing(path: tile.path) }
        return hashes
    }
}
