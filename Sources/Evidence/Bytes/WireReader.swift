/// Reads what SSH writes (RFC 4251, 5): numbers of 32 bits, big end first, and strings with their length before them.
struct WireReader {
    private let bytes: [UInt8]
    private var at: Int
    private let end: Int

    init(_ bytes: [UInt8]) { self.init(bytes, 0..<bytes.count) }

    /// Reads a part of `bytes` without copying it.
    init(_ bytes: [UInt8], _ part: Range<Int>) {
        self.bytes = bytes
        at = part.lowerBound
        end = part.upperBound
    }

    var left: Int { end - at }
    /// Where the next byte stands.
    var place: Int { at }

    mutating func skip(_ expected: [UInt8]) -> Bool {
        guard left >= expected.count, bytes[at..<(at + expected.count)].elementsEqual(expected) else {
            return false
        }
        at += expected.count
        return true
    }

    mutating func number() -> UInt32? {
        guard left >= 4 else { return nil }
        defer { at += 4 }
        return bytes[at..<(at + 4)].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    }

    /// Where the next string stands.
    mutating func part() -> Range<Int>? {
        let start = at
        guard let count = number(), Int(count) <= left else {
            at = start
            return nil
        }
        defer { at += Int(count) }
        return at..<(at + Int(count))
    }

    mutating func string() -> [UInt8]? { part().map { Array(bytes[$0]) } }

    mutating func byte() -> UInt8? {
        guard left > 0 else { return nil }
        defer { at += 1 }
        return bytes[at]
    }
}

/// Writes it.
enum Wire {
    static func number(_ value: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: value >> UInt32(24 - 8 * $0)) }
    }

    static func string(_ bytes: some Collection<UInt8>) -> [UInt8] {
        number(UInt32(truncatingIfNeeded: bytes.count)) + bytes
    }
}
