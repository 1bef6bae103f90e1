/// Signs that Word keeps as places of a symbol font, in Unicode's private area.
enum SymbolFont {
    /// - Parameter code: hexadecimal, as `w:sym` has it.
    /// - Returns: the sign, and whether it is known.
    static func sign(_ code: String) -> (String, isKnown: Bool)? {
        guard let value = UInt32(code, radix: 16), let scalar = Unicode.Scalar(value), value >= 0x20 else {
            return nil
        }
        guard (0xE000...0xF8FF).contains(value) else { return (String(scalar), true) }
        if let known = known(value) { return (known, true) }
        return (String(scalar), false)
    }

    /// The words of a bullet, with a dot for every sign of a symbol font that is not known.
    static func bullet(_ words: String) -> String {
        var written = ""
        for scalar in words.unicodeScalars {
            if (0xE000...0xF8FF).contains(scalar.value) {
                written += known(scalar.value) ?? "•"
            } else {
                written.unicodeScalars.append(scalar)
            }
        }
        return written
    }

    /// Of Symbol and Wingdings, what stands in official texts.
    private static func known(_ value: UInt32) -> String? {
        switch value {
        case 0xF0B7, 0xF09F: "•"
        case 0xF06C: "●"
        case 0xF06E: "■"
        case 0xF075: "◆"
        case 0xF0A7: "▪"
        case 0xF06F, 0xF0A8, 0xF071, 0xF072: "□"
        case 0xF052, 0xF0FE: "☑"
        case 0xF053, 0xF0FD: "☒"
        case 0xF0FC: "✓"
        case 0xF0D8: "➢"
        case 0xF0E0: "→"
        default: nil
        }
    }
}
