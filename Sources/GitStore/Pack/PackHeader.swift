/// What stands before the deflated bytes of an object in a pack.
enum PackHeader {
    /// The pack's own: how many objects it holds.
    static func pack(objects: Int) -> [UInt8] {
        Array("PACK".utf8) + [0, 0, 0, 2]
            + withUnsafeBytes(of: UInt32(truncatingIfNeeded: objects).bigEndian) { Array($0) }
    }

    /// A whole object's: kind and size before deflating.
    static func whole(_ kind: PackKind, size: Int) -> [UInt8] { head(kind.rawValue, size) }

    /// The header of a difference to an object of the same pack that begins so many bytes before it.
    static func difference(size: Int, distance: Int) -> [UInt8] {
        var digits = [UInt8(truncatingIfNeeded: distance & 0x7f)]
        var rest = distance >> 7
        while rest > 0 {
            // One less: a longer form never says what a shorter one could.
            rest -= 1
            digits.append(UInt8(truncatingIfNeeded: rest & 0x7f) | 0x80)
            rest >>= 7
        }
        return head(6, size) + digits.reversed()
    }

    private static func head(_ type: UInt8, _ size: Int) -> [UInt8] {
        var bytes = [type << 4 | UInt8(truncatingIfNeeded: size & 0x0f)]
        var rest = size >> 4
        while rest > 0 {
            bytes[bytes.count - 1] |= 0x80
            bytes.append(UInt8(truncatingIfNeeded: rest & 0x7f))
            rest >>= 7
        }
        return bytes
    }
}
