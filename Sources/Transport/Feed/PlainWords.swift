/// Words out of a little HTML.
enum PlainWords {
    /// Blanks of every kind become one, those at the ends go.
    static func folded(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        var isWaiting = false
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x00...0x20, 0x7f...0xa0, 0x1680, 0x2000...0x200b, 0x2028...0x202f, 0x205f, 0x3000, 0xfeff:
                isWaiting = !out.isEmpty
            default:
                if isWaiting { out.append(" ") }
                isWaiting = false
                out.append(scalar)
            }
        }
        return String(out)
    }

    /// Leaves tags out and undoes entities, once. A `<` that begins no tag stays.
    static func from(html: String) -> String {
        let scalars = Array(html.unicodeScalars)
        guard scalars.contains(where: { $0 == "<" || $0 == "&" }) else { return html }
        // Where the next `>` stands, so that a text full of `<` is still read once.
        var closing = [Int](repeating: scalars.count, count: scalars.count + 1)
        for index in scalars.indices.reversed() {
            closing[index] = scalars[index] == ">" ? index : closing[index + 1]
        }
        var out = String.UnicodeScalarView()
        var index = 0
        while index < scalars.count {
            if scalars[index] == "<", isTag(scalars, index + 1), closing[index] < scalars.count {
                index = closing[index] + 1
            } else if scalars[index] == "&", let (scalar, next) = entity(scalars, index + 1) {
                out.append(scalar)
                index = next
            } else {
                out.append(scalars[index])
                index += 1
            }
        }
        return String(out)
    }

    private static func isTag(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
        guard index < scalars.count else { return false }
        switch scalars[index] {
        case "/", "!", "?", "a"..."z", "A"..."Z": return true
        default: return false
        }
    }

    /// `amp;`, `#20013;` or `#x4e2d;` from here, and where it ends.
    private static func entity(_ scalars: [Unicode.Scalar], _ start: Int) -> (Unicode.Scalar, Int)? {
        let name = scalars[start...].prefix(12).prefix { $0 != ";" }
        let end = start + name.count
        guard end < scalars.count, scalars[end] == ";" else { return nil }
        let text = String(String.UnicodeScalarView(name))
        if text.utf8.first == 0x23 {
            let digits = text.utf8.dropFirst()
            let isHex = digits.first == 0x78 || digits.first == 0x58
            let number = UInt32(
                String(decoding: digits.dropFirst(isHex ? 1 : 0), as: UTF8.self), radix: isHex ? 16 : 10)
            guard let scalar = number.flatMap(Unicode.Scalar.init) else { return nil }
            return (scalar.value < 0x20 ? " " : scalar, end + 1)
        }
        return named[text].map { ($0, end + 1) }
    }

    private static let named: [String: Unicode.Scalar] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{a0}", "ensp": "\u{2002}",
        "emsp": "\u{2003}", "middot": "·", "hellip": "…", "mdash": "—", "ndash": "–", "ldquo": "“",
        "rdquo": "”", "lsquo": "‘", "rsquo": "’", "bull": "•", "times": "×",
    ]
}
