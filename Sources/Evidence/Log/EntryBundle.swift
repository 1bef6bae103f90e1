/// Up to 256 entries of the log in one file, each with its length in 16 bits before it (C2SP tlog-tiles).
package enum EntryBundle {
    /// Bytes that one entry may have.
    package static let longest = 65_535

    /// Nil when an entry is too long.
    package static func bytes(of entries: [[UInt8]]) -> [UInt8]? {
        var out: [UInt8] = []
        out.reserveCapacity(entries.reduce(0) { $0 + $1.count + 2 })
        for entry in entries {
            guard entry.count <= longest else { return nil }
            out += [UInt8(entry.count >> 8), UInt8(entry.count & 255)]
            out += entry
        }
        return out
    }

    /// The entries; nil when the last one is cut short or there are more than a tile holds.
    package static func entries(in bytes: [UInt8]) -> [[UInt8]]? {
        var entries: [[UInt8]] = []
        var at = 0
        while at < bytes.count {
            guard entries.count < LogTile.full, bytes.count - at >= 2 else { return nil }
            let count = Int(bytes[at]) << 8 | Int(bytes[at + 1])
            at += 2
            guard bytes.count - at >= count else { return nil }
            entries.append(Array(bytes[at..<(at + count)]))
            at += count
        }
        return entries
    }
}
