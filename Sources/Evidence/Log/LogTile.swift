/// A tile of the log: up to 256 hashes of one level, kept in one file (C2SP tlog-tiles).
///
/// Level 0 holds the leaves; each hash of level n + 1 is the root of a full tile of level n.
package struct LogTile: Hashable, Sendable {
    /// How many hashes a full tile holds.
    package static let full = 256

    /// 0 … 7.
    package let level: Int
    /// From 0, the tile's place in its level.
    package let index: Int
    /// 1 … 256 hashes; fewer than 256 in a partial tile.
    package let width: Int

    /// Nil when a number is out of range.
    package init?(level: Int, index: Int, width: Int = full) {
        guard (0...7).contains(level), index >= 0, (1...Self.full).contains(width) else { return nil }
        self.level = level
        self.index = index
        self.width = width
    }

    /// `tile/0/x001/234`, or `tile/0/x001/234.p/17` for a partial tile.
    package var path: String { "tile/\(level)/" + Self.name(index, width) }

    /// Where the entries lie whose hashes are in the tile of level 0: `tile/entries/x001/234`.
    package static func entriesPath(index: Int, width: Int = full) -> String {
        "tile/entries/" + name(index, width)
    }

    /// The tiles that a tree of `size` leaves has and one of `before` had not, by level and index; partial ones with
    /// their new width.
    package static func tiles(from before: Int, to size: Int) -> [LogTile] {
        var tiles: [LogTile] = []
        var (old, new) = (max(before, 0), size)
        var level = 0
        while new > 0 {
            var index = old / full
            while index * full < new, new > old {
                let width = min(full, new - index * full)
                if let tile = LogTile(level: level, index: index, width: width) { tiles.append(tile) }
                index += 1
            }
            (old, new) = (old / full, new / full)
            level += 1
        }
        return tiles
    }

    /// Groups of three digits; all but the last begin with x.
    private static func name(_ index: Int, _ width: Int) -> String {
        var groups: [String] = []
        var rest = max(index, 0)
        repeat {
            let digits = String(rest % 1000)
            let group = String(repeating: "0", count: 3 - digits.count) + digits
            groups.append(groups.isEmpty ? group : "x" + group)
            rest /= 1000
        } while rest > 0
        return groups.reversed().joined(separator: "/") + (width == full ? "" : ".p/\(width)")
    }
}
