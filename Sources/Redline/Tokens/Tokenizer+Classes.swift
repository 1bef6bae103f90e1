/// Which scalars are letters and marks.
extension Tokenizer {
    /// Letters of spaced scripts: ASCII, Latin with accents, Greek, Cyrillic, and the marks that combine with them.
    static func isLetter(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x52F, 0x1E00...0x1FFF: true
        default: false
        }
    }

    static func continuesWord(_ text: FoldedText, at index: Int) -> Bool {
        let scalar = text[index]
        if isLetter(scalar) || scalar == Fold.ignored || (0x30...0x39).contains(scalar) { return true }
        // An apostrophe or a hyphen between letters.
        guard scalar == 0x27 || scalar == 0x2D, index > 0, index + 1 < text.count else { return false }
        return isLetter(text[index - 1]) && isLetter(text[index + 1])
    }

    static func isMark(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x21...0x24, 0x26...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E, 0xA7, 0xB7: true
        case 0x2016...0x2027, 0x2030...0x205E, 0x3001...0x3003, 0x3008...0x3011, 0x3014...0x301F: true
        case 0x30FB, 0xFE30...0xFE4F, 0xFF5F...0xFF65: true
        default: false
        }
    }
}
