/// Writes the instructions of a delta.
struct DeltaWriter {
    private let target: UnsafeRawBufferPointer
    private let limit: Int
    private var bytes: [UInt8] = []
    /// So much of the target is written.
    private(set) var done = 0

    init(target: UnsafeRawBufferPointer, baseCount: Int, limit: Int) {
        self.target = target
        self.limit = limit
        count(baseCount)
        count(target.count)
    }

    var isTooLong: Bool { bytes.count > limit }

    /// What stands before a place and is not written yet is inserted.
    mutating func advance(to end: Int) {
        while done < end, !isTooLong {
            let part = min(127, end - done)
            bytes.append(UInt8(part))
            bytes += target[done..<done + part]
            done += part
        }
    }

    /// The next bytes of the target stand in the base.
    mutating func copy(from start: Int, count: Int) {
        var (start, left) = (start, count)
        while left > 0 {
            // A size of 0x10000 is written as none at all, and larger ones git does not write either.
            let part = min(0x10000, left)
            let place = bytes.count
            bytes.append(0x80)
            for shift in 0..<4 where start >> (8 * shift) & 0xff != 0 {
                bytes.append(UInt8(truncatingIfNeeded: start >> (8 * shift)))
                bytes[place] |= 1 << UInt8(shift)
            }
            for shift in 0..<2 where part != 0x10000 && part >> (8 * shift) & 0xff != 0 {
                bytes.append(UInt8(truncatingIfNeeded: part >> (8 * shift)))
                bytes[place] |= 0x10 << UInt8(shift)
            }
            start += part
            left -= part
        }
        done += count
    }

    /// All of it; nil when it has become too long.
    consuming func finished() -> [UInt8]? { isTooLong ? nil : bytes }

    /// Seven bits a byte, the lowest first.
    private mutating func count(_ value: Int) {
        var value = value
        while value >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: value) | 0x80)
            value >>= 7
        }
        bytes.append(UInt8(value))
    }
}
