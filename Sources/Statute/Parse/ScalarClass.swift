/// Classes of Unicode scalars that the parser needs. Scalars, never `Character`: a quotation mark and a
/// combining accent are one `Character`, and so is CRLF.
extension Unicode.Scalar {
    /// White space that separates or surrounds words, the ideographic space and the byte order mark included.
    package var isBlank: Bool {
        switch value {
        case 0x09, 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000, 0xFEFF: true
        default: false
        }
    }

    /// Ends a line.
    var isLineBreak: Bool {
        switch value {
        case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }

    /// Stands in a text without being seen: controls, zero-width and bidirectional formatting characters.
    package var isInvisible: Bool {
        switch value {
        case 0...0x08, 0x0E...0x1F, 0x7F...0x84, 0x86...0x9F, 0xAD, 0x061C: true
        case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
        default: false
        }
    }

    /// A Chinese character (the CJK ideograph blocks).
    package var isIdeograph: Bool {
        switch value {
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
        default: false
        }
    }

    /// An ASCII letter.
    package var isLatinLetter: Bool {
        switch value {
        case 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }

    /// The value of an ASCII or full-width digit.
    var digit: Int? {
        switch value {
        case 0x30...0x39: Int(value - 0x30)
        case 0xFF10...0xFF19: Int(value - 0xFF10)
        default: nil
        }
    }
}

/// A run of scalars, as lines are handled while parsing.
typealias Scalars = ArraySlice<Unicode.Scalar>

extension Collection where Element == Unicode.Scalar {
    /// The scalars as a string.
    package var string: String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: self)
        return String(view)
    }
}

extension ArraySlice where Element == Unicode.Scalar {
    /// Without blanks at either end.
    var trimmed: Scalars {
        var slice = self
        while let first = slice.first, first.isBlank { slice.removeFirst() }
        while let last = slice.last, last.isBlank { slice.removeLast() }
        return slice
    }
}
