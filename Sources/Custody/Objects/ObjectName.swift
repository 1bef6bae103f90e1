/// The name of a git object, the SHA-1 of its bytes, as a value that needs no memory of its own: a verification holds
/// millions of them.
struct ObjectName: Hashable, Sendable, Comparable {
    /// The first eight bytes, which are as random as any.
    let head: UInt64
    private let middle: UInt64
    private let tail: UInt32

    /// From 20 bytes.
    init(_ bytes: UnsafeRawPointer) {
        head = UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self))
        middle = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        tail = UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: 16, as: UInt32.self))
    }

    /// From 40 hexadecimal digits in lower case; nil for anything else.
    init?(hex: some Collection<UInt8>) {
        guard hex.count == 40 else { return nil }
        var words: (UInt64, UInt64, UInt64) = (0, 0, 0)
        for (place, digit) in hex.enumerated() {
            let value: UInt8
            switch digit {
            case 0x30...0x39: value = digit - 0x30
            case 0x61...0x66: value = digit - 0x61 + 10
            default: return nil
            }
            switch place {
            case 0..<16: words.0 = words.0 << 4 | UInt64(value)
            case 16..<32: words.1 = words.1 << 4 | UInt64(value)
            default: words.2 = words.2 << 4 | UInt64(value)
            }
        }
        head = words.0
        middle = words.1
        tail = UInt32(truncatingIfNeeded: words.2)
    }

    /// Twenty bytes.
    var bytes: [UInt8] {
        withUnsafeBytes(of: head.bigEndian, Array.init) + withUnsafeBytes(of: middle.bigEndian, Array.init)
            + withUnsafeBytes(of: tail.bigEndian, Array.init)
    }

    /// Forty digits.
    var digits: [UInt8] {
        let alphabet: StaticString = "0123456789abcdef"
        return [UInt8](unsafeUninitializedCapacity: 40) { buffer, count in
            var place = 0
            func put(_ word: UInt64, _ width: Int) {
                for shift in stride(from: width - 4, through: 0, by: -4) {
                    buffer[place] = alphabet.utf8Start[Int(word >> UInt64(shift) & 15)]
                    place += 1
                }
            }
            put(head, 64)
            put(middle, 64)
            put(UInt64(tail), 32)
            count = 40
        }
    }

    static func < (a: ObjectName, b: ObjectName) -> Bool {
        (a.head, a.middle, a.tail) < (b.head, b.middle, b.tail)
    }
}

extension ObjectName: CustomStringConvertible {
    var description: String { String(decoding: digits, as: UTF8.self) }
}
