/// Up to 256 entries as C2SP tlog-tiles keeps them: each after its length in two bytes.
enum EntryBundle {
    static func bytes(_ entries: some Sequence<[UInt8]>) -> [UInt8] {
        var out: [UInt8] = []
        for entry in entries {
            out.append(UInt8(truncatingIfNeeded: entry.count >> 8))
            out.append(UInt8(truncatingIfNeeded: entry.count))
            out += entry
        }
        return out
    }

    /// Nil for bytes that do not end where an entry ends.
    static func entries(_ bytes: [UInt8]) -> [[UInt8]]? {
        var found: [[UInt8]] = []
        var at = 0
        while at < bytes.count {
            guard at + 2 <= bytes.count else { return nil }
            let length = Int(bytes[at]) << 8 | Int(bytes[at + 1])
            at += 2
            guard at + length <= bytes.count else { return nil }
            found.append(Array(bytes[at..<(at + length)]))
            at += length
        }
        return found
    }
}
