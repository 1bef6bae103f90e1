import Statute

/// Words as the gate compares them. Always scalars or UTF-8, never `Character`.
enum PlainWords {
    /// All words of a text in reading order: title, headnotes, then label, heading and words of each provision.
    static func pieces(of text: StatuteText) -> [String] {
        var found = [text.title] + text.headnotes
        var stack = [text.root]
        while let node = stack.popLast() {
            found += [node.label, node.heading, node.text]
            stack.append(contentsOf: node.children.reversed())
        }
        return found.filter { !$0.isEmpty }
    }

    /// Without what is not seen; ASCII in lower case; full-width signs in half width.
    static func folded(_ words: String) -> String {
        var view = String.UnicodeScalarView()
        for scalar in words.unicodeScalars where !scalar.isUnseen { view.append(scalar.narrow.lowered) }
        return String(view)
    }

    /// Letters, ideographs and digits only, folded: what is left when width, blanks and punctuation do not count.
    static func letters(_ words: String) -> String {
        folded(words).unicodeScalars.filter(\.isWord).string
    }

    /// Whether UTF-8 bytes hold others. Linear in practice: needles are short and rare.
    static func holds(_ hay: [UInt8], _ needle: [UInt8]) -> Bool {
        guard let first = needle.first, hay.count >= needle.count else { return needle.isEmpty }
        return hay.withUnsafeBufferPointer { hay in
            needle.withUnsafeBufferPointer { needle in
                for start in 0...(hay.count - needle.count) where hay[start] == first {
                    var index = 1
                    while index < needle.count, hay[start + index] == needle[index] { index += 1 }
                    if index == needle.count { return true }
                }
                return false
            }
        }
    }

    /// The non-empty lines, without surrounding blanks.
    static func lines(_ words: String, limit: Int = .max) -> [String] {
        var found: [String] = []
        var line = String.UnicodeScalarView()
        func close() {
            let words = Array(line)
            line = String.UnicodeScalarView()
            guard let first = words.firstIndex(where: { !$0.isUnseen }),
                let last = words.lastIndex(where: { !$0.isUnseen })
            else { return }
            found.append(words[first...last].string)
        }
        for scalar in words.unicodeScalars {
            if scalar.breaksLine {
                close()
                if found.count >= limit { return found }
            } else {
                line.append(scalar)
            }
        }
        close()
        return found
    }

    /// At most so many scalars, with … where more follow.
    static func short(_ words: String, _ limit: Int = 40) -> String {
        let scalars = words.unicodeScalars
        return scalars.count <= limit ? words : scalars.prefix(limit).string + "…"
    }
}

extension Unicode.Scalar {
    var breaksLine: Bool {
        switch value {
        case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }

    /// Takes no ink: blanks, line ends, zero-width and other formatting, variation selectors, fillers.
    var isUnseen: Bool {
        // Nearly every scalar of a law: asked first, because whole texts are asked.
        if (0x4E00...0x9FFF).contains(value) || (0x30...0x39).contains(value) { return false }
        if isBlank || isInvisible || breaksLine { return true }
        switch value {
        case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x3164, 0xFFA0: return true
        case 0xFE00...0xFE0F, 0xE0100...0xE01EF: return true
        default: return false
        }
    }

    /// Full-width ASCII as ASCII.
    var narrow: Unicode.Scalar {
        (0xFF01...0xFF5E).contains(value) ? Unicode.Scalar(value - 0xFEE0) ?? self : self
    }

    var lowered: Unicode.Scalar {
        (0x41...0x5A).contains(value) ? Unicode.Scalar(value + 32) ?? self : self
    }

    /// A letter of any script, an ideograph or a digit.
    var isWord: Bool {
        if isIdeograph { return true }
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .decimalNumber,
            .letterNumber, .otherNumber, .nonspacingMark, .spacingMark:
            return true
        default:
            return false
        }
    }
}
