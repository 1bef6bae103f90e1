/// Words as they are compared: width, case and blanks do not count.
package struct FoldedWords: Sendable, Hashable {
    /// UTF-8.
    package let bytes: [UInt8]

    package init(_ words: String) {
        var folded = String.UnicodeScalarView()
        for scalar in words.unicodeScalars {
            guard let scalar = Self.folded(scalar) else { continue }
            folded.append(scalar)
        }
        bytes = Array(String(folded).utf8)
    }

    package var isEmpty: Bool { bytes.isEmpty }

    /// Whether these words hold others. Linear in practice: titles and declared words are short.
    package func holds(_ other: FoldedWords) -> Bool {
        guard let first = other.bytes.first else { return true }
        guard other.bytes.count <= bytes.count else { return false }
        for start in 0...(bytes.count - other.bytes.count) where bytes[start] == first {
            if bytes[start...].starts(with: other.bytes) { return true }
        }
        return false
    }

    /// Nil for blanks and what is not seen.
    private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x09...0x0d, 0x20, 0x85, 0xa0, 0xad, 0x1680, 0x2000...0x200f, 0x2028...0x202f, 0x205f...0x2064,
            0x3000,
            0xfeff:
            nil
        // Full width to half: U+FF01…U+FF5E lie 0xFEE0 above ASCII.
        case 0xff21...0xff3a: Unicode.Scalar(scalar.value - 0xfee0 + 0x20)
        case 0xff01...0xff5e: Unicode.Scalar(scalar.value - 0xfee0)
        case 0x41...0x5a: Unicode.Scalar(scalar.value + 0x20)
        default: scalar
        }
    }
}
