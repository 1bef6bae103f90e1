/// Header text in ASCII: as it is where that will do, else in the encoded words of RFC 2047 (UTF-8, B or Q).
enum EncodedWords {
    /// No encoded word may be longer, and no line that holds one.
    private static let longestWord = 75
    private static let longestLine = 76
    private static let opening = "=?UTF-8?B?"
    private static let openingQ = "=?UTF-8?Q?"

    /// Unstructured text, folded. `column`: how much of the first line is taken by the name of the header.
    static func text(_ value: String, column: Int) -> String {
        folded(value, column: column) ?? encoded(value, column: column)
    }

    /// The name before an address: a quoted string or encoded words.
    static func phrase(_ value: String, column: Int) -> String {
        let isPlain = value.utf8.allSatisfy { (0x20...0x7E).contains($0) } && value.utf8.count <= 60
        guard isPlain, !hasEncodedWord(value) else { return encoded(value, column: column) }
        var out = "\""
        for scalar in value.unicodeScalars {
            if scalar == "\"" || scalar == "\\" { out += "\\" }
            out.unicodeScalars.append(scalar)
        }
        return out + "\""
    }

    /// ASCII folded at its spaces; nil where a word is too long, or where it looks like an encoded word or would
    /// lose spaces.
    private static func folded(_ value: String, column: Int) -> String? {
        guard value.utf8.allSatisfy({ (0x20...0x7E).contains($0) }), !hasEncodedWord(value) else {
            return nil
        }
        let words = value.utf8.split(separator: 0x20, omittingEmptySubsequences: false)
        guard words.allSatisfy({ !$0.isEmpty }) else { return value.isEmpty ? "" : nil }
        var out = ""
        var used = column
        for (index, word) in words.enumerated() {
            let text = String(Substring(word))
            if index > 0 {
                let fits = used + 1 + word.count <= longestLine
                out += fits ? " " : "\r\n "
                used = fits ? used + 1 : 1
            }
            used += word.count
            if used > longestLine { return nil }
            out += text
        }
        return out
    }

    private static func hasEncodedWord(_ value: String) -> Bool {
        zip(value.utf8, value.utf8.dropFirst()).contains { $0 == (0x3D, 0x3F) }
    }

    private static func encoded(_ value: String, column: Int) -> String {
        let foreign = value.utf8.filter { !isQPlain($0) && $0 != 0x20 }.count
        let usesQ = foreign * 3 < value.utf8.count
        var words: [String] = []
        var pending: [UInt8] = []
        func room() -> Int {
            let used = words.isEmpty ? column : 1
            return min(longestWord, longestLine - used) - opening.utf8.count - 2
        }
        func flush() {
            words.append(usesQ ? "\(openingQ)\(q(pending))?=" : "\(opening)\(Base64.text(pending))?=")
            pending = []
        }
        // Whole scalars only: a word that ends inside a character cannot be decoded by itself.
        for scalar in value.unicodeScalars {
            let bytes = Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            let length = usesQ ? q(pending + bytes).utf8.count : (pending.count + bytes.count + 2) / 3 * 4
            if length > room(), !pending.isEmpty { flush() }
            pending += bytes
        }
        if !pending.isEmpty { flush() }
        return words.joined(separator: "\r\n ")
    }

    private static func q(_ bytes: [UInt8]) -> String {
        bytes.map { byte in
            if byte == 0x20 { return "_" }
            return isQPlain(byte) ? String(Unicode.Scalar(byte)) : QuotedPrintable.escape(byte)
        }.joined()
    }

    /// What may stand unencoded also in the name before an address (RFC 2047, section 5, rule 3).
    private static func isQPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x21, 0x2A, 0x2B, 0x2D, 0x2F: true
        default: false
        }
    }
}
