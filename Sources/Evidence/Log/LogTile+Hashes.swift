extension LogTile {
    /// The file of a tile: its hashes one after another.
    package static func bytes(of hashes: [LogHash]) -> [UInt8] { hashes.flatMap(\.bytes) }

    /// The hashes of a tile's file; nil when it is not 1 … 256 whole hashes.
    package static func hashes(in bytes: [UInt8]) -> [LogHash]? {
        guard !bytes.isEmpty, bytes.count % 32 == 0, bytes.count <= full * 32 else { return nil }
        return stride(from: 0, to: bytes.count, by: 32).map { LogHash(exactly: Array(bytes[$0..<($0 + 32)])) }
    }

    /// The root of a full tile, which is a hash of the level above. Nil unless there are 256 hashes.
    package static func root(of hashes: [LogHash]) -> LogHash? {
        guard hashes.count == full else { return nil }
        return LogHashing.root(ofFull: hashes)
    }
}

extension LogHashing {
    /// The root over hashes whose number is a power of two.
    static func root(ofFull hashes: [LogHash]) -> LogHash {
        var row = hashes
        while row.count > 1 {
            row = stride(from: 0, to: row.count - 1, by: 2).map { node(row[$0], row[$0 + 1]) }
        }
        return row.first ?? empty
    }
}
