/// References to characters that libxml2 leaves out or leaves standing (WHATWG HTML, 13.2.5.72 to 80).
enum CharacterReference {
    /// - Parameter source: begins with `&`.
    /// - Returns: what to write in its place and how many bytes it takes; nil where libxml2 reads it as it should.
    static func leading(_ source: ArraySlice<UInt8>) -> (replacement: [UInt8], length: Int)? {
        let rest = source.dropFirst()
        return rest.first == 0x23 ? numeric(rest.dropFirst()) : named(rest)
    }

    private static func numeric(_ source: ArraySlice<UInt8>) -> (replacement: [UInt8], length: Int)? {
        guard let (value, digits) = number(source) else { return nil }
        var length = 2 + digits
        var code = value
        let after = source.dropFirst(digits)
        let isEnded = after.first == 0x3B
        if isEnded { length += 1 }
        if (0xD800...0xDBFF).contains(value), isEnded, let low = lowHalf(after.dropFirst()) {
            // Half of a character each, as programs with 16-bit characters write them.
            code = 0x10000 + (value - 0xD800) << 10 + (low.value - 0xDC00)
            length += low.length
        }
        let scalar = Unicode.Scalar(UInt32(clamping: code)).flatMap { isCharacter($0) ? $0 : nil }
        let replaced = windows(code) ?? scalar ?? "\u{FFFD}"
        // A reference that means a sign of the markup stays one.
        if replaced == "<" { return (Array("&lt;".utf8), length) }
        if replaced == "&" { return (Array("&amp;".utf8), length) }
        return (Array(String(replaced).utf8), length)
    }

    /// `1234` or `x1F`, with the number of bytes it takes; a number beyond Unicode is a large one.
    private static func number(_ source: ArraySlice<UInt8>) -> (value: Int, length: Int)? {
        let isHexadecimal = source.first.map { $0 | 0x20 == 0x78 } ?? false
        let digits = isHexadecimal ? source.dropFirst() : source
        var value = 0
        var length = 0
        for byte in digits {
            let digit: Int
            switch byte {
            case 0x30...0x39: digit = Int(byte) - 0x30
            case 0x41...0x46 where isHexadecimal: digit = Int(byte) - 0x37
            case 0x61...0x66 where isHexadecimal: digit = Int(byte) - 0x57
            default: return length == 0 ? nil : (value, length + (isHexadecimal ? 1 : 0))
            }
            value = min(value * (isHexadecimal ? 16 : 10) + digit, 0x200000)
            length += 1
        }
        return length == 0 ? nil : (value, length + (isHexadecimal ? 1 : 0))
    }

    private static func lowHalf(_ source: ArraySlice<UInt8>) -> (value: Int, length: Int)? {
        guard source.starts(with: [0x26, 0x23]), let (value, digits) = number(source.dropFirst(2)),
            (0xDC00...0xDFFF).contains(value)
        else { return nil }
        let isEnded = source.dropFirst(2 + digits).first == 0x3B
        return (value, 2 + digits + (isEnded ? 1 : 0))
    }

    /// What may stand in a document; NUL, other controls and non-characters may not.
    private static func isCharacter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...0x08, 0x0B, 0x0E...0x1F, 0x7F...0x9F, 0xFDD0...0xFDEF: false
        default: scalar.value & 0xFFFE != 0xFFFE
        }
    }

    /// Numbers 128 to 159 are meant as Microsoft's signs at these places.
    private static func windows(_ code: Int) -> Unicode.Scalar? {
        guard (0x80...0x9F).contains(code) else { return nil }
        let signs: [UInt32] = [
            0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
            0x0152,
            0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122,
            0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
        ]
        return Unicode.Scalar(signs[code - 0x80])
    }

    /// Names that need no `;`, and names that are younger than libxml2's list.
    private static func named(_ source: ArraySlice<UInt8>) -> (replacement: [UInt8], length: Int)? {
        let letters = source.prefix(12).prefix { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
            default: false
            }
        }
        guard !letters.isEmpty else { return nil }
        let name = String(decoding: letters, as: UTF8.self)
        if source.dropFirst(letters.count).first == 0x3B {
            guard let sign = young[name] else { return nil }
            return (Array(sign.utf8), letters.count + 2)
        }
        for (prefix, sign) in loose where name.utf8.starts(with: prefix.utf8) {
            return (Array(sign.utf8), prefix.utf8.count + 1)
        }
        return nil
    }

    private static let loose: [(String, String)] = [
        ("nbsp", "\u{A0}"), ("lt", "&lt;"), ("gt", ">"), ("amp", "&amp;"), ("quot", "\""),
        ("middot", "\u{B7}"),
        ("copy", "\u{A9}"), ("reg", "\u{AE}"), ("sect", "\u{A7}"), ("para", "\u{B6}"), ("times", "\u{D7}"),
        ("deg", "\u{B0}"), ("laquo", "\u{AB}"), ("raquo", "\u{BB}"), ("shy", "\u{AD}"), ("yen", "\u{A5}"),
        ("plusmn", "\u{B1}"),
    ]

    private static let young: [String: String] = [
        "lpar": "(", "rpar": ")", "lsqb": "[", "lbrack": "[", "rsqb": "]", "rbrack": "]", "lcub": "{",
        "lbrace": "{", "rcub": "}", "rbrace": "}", "comma": ",", "period": ".", "colon": ":", "semi": ";",
        "quest": "?", "excl": "!", "num": "#", "percnt": "%", "ast": "*", "plus": "+", "equals": "=",
        "sol": "/", "bsol": "\\", "lowbar": "_", "dollar": "$", "commat": "@", "grave": "`", "verbar": "|",
        "vert": "|", "Hat": "^", "Tab": "\t", "NewLine": "\n", "hyphen": "\u{2010}", "dash": "\u{2010}",
        "horbar": "\u{2015}", "QUOT": "\"", "LT": "&lt;", "GT": ">", "AMP": "&amp;", "COPY": "\u{A9}",
        "REG": "\u{AE}", "NonBreakingSpace": "\u{A0}", "numsp": "\u{2007}", "puncsp": "\u{2008}",
        "hairsp": "\u{200A}", "rdquor": "\u{201D}", "ldquor": "\u{201E}", "OpenCurlyQuote": "\u{2018}",
        "CloseCurlyQuote": "\u{2019}", "OpenCurlyDoubleQuote": "\u{201C}",
        "CloseCurlyDoubleQuote": "\u{201D}",
    ]
}
