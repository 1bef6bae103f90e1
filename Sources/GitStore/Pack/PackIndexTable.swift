/// The index of a pack, version 2: where each object begins, by its id (gitformat-pack, "pack-*.idx").
enum PackIndexTable {
    struct Row {
        var id: ObjectID
        /// Of the object as it stands in the pack, header included.
        var checksum: UInt32
        var offset: UInt64
    }

    /// The bytes of the index.
    ///
    /// - Parameters:
    ///   - rows: One for each object, in any order.
    ///   - pack: The checksum at the end of the pack.
    static func bytes(_ rows: [Row], pack: [UInt8]) -> [UInt8] {
        let rows = rows.sorted { $0.id < $1.id }
        var bytes: [UInt8] = [0xff, 0x74, 0x4f, 0x63]
        bytes.reserveCapacity(1_072 + rows.count * 28)
        append(UInt32(2), to: &bytes)
        var counts = [UInt32](repeating: 0, count: 256)
        for row in rows { counts[Int(row.id.firstByte)] += 1 }
        var total: UInt32 = 0
        for count in counts {
            total += count
            append(total, to: &bytes)
        }
        for row in rows { row.id.append(to: &bytes) }
        for row in rows { append(row.checksum, to: &bytes) }
        // What does not fit into 31 bits stands in a table of its own, and its place there instead.
        var far: [UInt64] = []
        for row in rows {
            if row.offset < 0x8000_0000 {
                append(UInt32(row.offset), to: &bytes)
            } else {
                append(0x8000_0000 | UInt32(far.count), to: &bytes)
                far.append(row.offset)
            }
        }
        for offset in far { append(offset, to: &bytes) }
        bytes += pack
        var hash = SHA1()
        hash.update(bytes)
        return bytes + hash.digest()
    }

    private static func append<Number: FixedWidthInteger>(_ number: Number, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: number.bigEndian) { bytes += $0 }
    }
}
