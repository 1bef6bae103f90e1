/// Base64 with padding (RFC 4648, 4), in exactly one spelling: what decodes encodes to the same characters.
package enum Base64 {
    package static func encode(_ bytes: some Collection<UInt8>) -> String {
        String(decoding: encoded(bytes), as: UTF8.self)
    }

    /// The characters as ASCII.
    static func encoded(_ bytes: some Collection<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity((bytes.count + 2) / 3 * 4)
        var group: UInt32 = 0
        var held = 0
        for byte in bytes {
            group = group << 8 | UInt32(byte)
            held += 1
            guard held == 3 else { continue }
            for shift in [18, 12, 6, 0] { out.append(digit(group >> UInt32(shift))) }
            group = 0
            held = 0
        }
        switch held {
        case 1: out += [digit(group >> 2), digit(group << 4), padding, padding]
        case 2: out += [digit(group >> 10), digit(group >> 4), digit(group << 2), padding]
        default: break
        }
        return out
    }

    /// The bytes, or nil: for another character (also a line break), wrong padding, or bits after the last byte.
    package static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
        guard text.count % 4 == 0 else { return nil }
        var out: [UInt8] = []
        out.reserveCapacity(text.count / 4 * 3)
        var group: UInt32 = 0
        var held = 0
        var padded = 0
        for character in text {
            if character == padding {
                padded += 1
                guard padded <= 2, held >= 2 else { return nil }
                held += 1
                group <<= 6
            } else {
                guard padded == 0, let value = value(character) else { return nil }
                group = group << 6 | UInt32(value)
                held += 1
            }
            guard held == 4 else { continue }
            // Byte by byte, with no array between: what is decoded may be a secret key.
            let first = UInt8(truncatingIfNeeded: group >> 16)
            let second = UInt8(truncatingIfNeeded: group >> 8)
            let third = UInt8(truncatingIfNeeded: group)
            out.append(first)
            if padded < 2 { out.append(second) } else if second != 0 { return nil }
            if padded < 1 { out.append(third) } else if third != 0 { return nil }
            group = 0
            held = 0
        }
        return out
    }

    package static func decode(_ text: some StringProtocol) -> [UInt8]? { decode(Array(text.utf8)) }

    private static let padding = UInt8(ascii: "=")
    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    private static func digit(_ value: UInt32) -> UInt8 { alphabet[Int(value & 63)] }

    private static func value(_ character: UInt8) -> UInt8? {
        switch character {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): character - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): character - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): character - UInt8(ascii: "0") + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
