import Evidence
import GitStore

/// What must be written so that the tiles of a log hold some more entries. Old tiles that are full are not touched.
struct TileWriter {
    private(set) var changes: [CommitDraft.Change] = []

    /// - Parameter tiles: of the log as it stands; nil for none.
    init(appending entries: [[UInt8]], leaves: [LogHash], to tiles: LogTiles?) throws {
        let size = tiles?.size ?? 0
        try bundles(entries, tiles, size)
        var fresh = leaves
        var level = 0
        while !fresh.isEmpty {
            let old = size >> (8 * level)
            let first = old / 256
            var held: [LogHash] = []
            if old % 256 > 0, let tiles {
                let partial = try tiles.tile(level, first)
                held = try tiles.hashes(partial)
                changes.append(.remove(try Self.folder(partial.path)))
            }
            held += fresh
            var above: [LogHash] = []
            for (step, start) in stride(from: 0, to: held.count, by: 256).enumerated() {
                let row = Array(held[start..<min(start + 256, held.count)])
                guard let tile = LogTile(level: level, index: first + step, width: row.count) else {
                    continue
                }
                changes.append(.put(try StorePath(tile.path), row.flatMap(\.bytes)))
                if row.count == 256 { above.append(LogTiles.root(row)) }
            }
            fresh = above
            level += 1
        }
    }

    private mutating func bundles(_ entries: [[UInt8]], _ tiles: LogTiles?, _ size: Int) throws {
        guard !entries.isEmpty else { return }
        let first = size / 256
        var held: [[UInt8]] = []
        if size % 256 > 0, let tiles {
            held = try tiles.entries(first)
            changes.append(.remove(try Self.folder(LogTile.entriesPath(index: first, width: held.count))))
        }
        held += entries
        for (step, start) in stride(from: 0, to: held.count, by: 256).enumerated() {
            let row = held[start..<min(start + 256, held.count)]
            let path = LogTile.entriesPath(index: first + step, width: row.count)
            guard let bytes = EntryBundle.bytes(of: Array(row)) else { continue }
            changes.append(.put(try StorePath(path), bytes))
        }
    }

    /// The folder of a partial tile: `tile/0/000.p` of `tile/0/000.p/17`.
    private static func folder(_ path: String) throws -> StorePath {
        let path = try StorePath(path)
        return try StorePath(components: Array(path.components.dropLast()))
    }
}
