import Statute

/// Characters that a wrong decoding leaves, and characters that are not what they look like
/// (reliability.md, A3 row 17 and B row 6; demands.md, N16 and N17).
enum CharacterCheck {
    static func signals(_ view: GateView) -> [Signal] {
        var found: [Signal] = []
        let text = view.input.text
        let previous = view.input.previous
        if let message = damage(text, previous: previous) {
            found.append(Signal(.charset, message, release: .reviewer))
        }
        if let previous, let before = view.before,
            let pair = lookAlike(previous, text, sizes: (before.characters, view.shape.characters))
        {
            found.append(
                Signal(
                    .codepoints, "nothing changed but characters that look the same: \(pair)",
                    release: .reviewer))
        }
        return found + unseen(text, previous: previous)
    }

    /// Formatting that can turn or hide words, where the text before had less of it. Zero-width blanks, which
    /// editors leave everywhere, are not told.
    static func unseen(_ text: StatuteText, previous: StatuteText?) -> [Signal] {
        let now = formatting(text)
        guard !now.isEmpty else { return [] }
        let then = previous.map(formatting) ?? [:]
        let more = now.filter { $0.value > then[$0.key, default: 0] }.keys.sorted { $0.value < $1.value }
        guard !more.isEmpty else { return [] }
        let names = more.prefix(4).map(code).joined(separator: ", ")
        return [
            Signal(
                .codepoints,
                "characters that are not seen and can turn or hide words came into the text: \(names)",
                release: .reviewer)
        ]
    }

    private static func formatting(_ text: StatuteText) -> [Unicode.Scalar: Int] {
        var counts: [Unicode.Scalar: Int] = [:]
        for piece in PlainWords.pieces(of: text) {
            for scalar in piece.unicodeScalars
            where (scalar.isUnseen || isControl(scalar)) && !isHarmless(scalar) {
                counts[scalar, default: 0] += 1
            }
        }
        return counts
    }

    /// C0 and C1, which steer terminals.
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
    }

    private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isBlank || scalar.breaksLine { return true }
        switch scalar.value {
        case 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF: return true
        default: return false
        }
    }

    private static func damage(_ text: StatuteText, previous: StatuteText?) -> String? {
        let now = Damage(text)
        let then = previous.map { Damage($0) } ?? Damage()
        if now.replaced > then.replaced {
            return "\(now.replaced) characters could not be decoded (U+FFFD)"
        }
        if now.privateUse > then.privateUse {
            return
                "\(now.privateUse) characters are private to a font (first \(now.firstPrivate.map(code) ?? "")): what they show is not known"
        }
        if now.questionRuns > max(then.questionRuns, 1) {
            return "\(now.questionRuns) runs of question marks stand where characters were"
        }
        if now.lonelyQuestions >= 3, now.lonelyQuestions > then.lonelyQuestions {
            return "\(now.lonelyQuestions) question marks stand in the middle of words"
        }
        if now.garbled > then.garbled {
            return "the text holds \(now.garbled) marks of a wrong decoding (锟斤拷, â€, Ã)"
        }
        return nil
    }

    /// What a wrong decoding leaves, counted.
    private struct Damage {
        var replaced = 0
        var privateUse = 0
        var firstPrivate: Unicode.Scalar?
        var questionRuns = 0
        /// A single one between two ideographs.
        var lonelyQuestions = 0
        var garbled = 0

        init() {}

        init(_ text: StatuteText) {
            for piece in PlainWords.pieces(of: text) {
                var run = 0
                var (first, second): (Unicode.Scalar, Unicode.Scalar) = (" ", " ")
                for scalar in piece.unicodeScalars {
                    switch scalar.value {
                    case 0xFFFD: replaced += 1
                    case 0xE000...0xF8FF, 0xF0000...0x10FFFD:
                        privateUse += 1
                        firstPrivate = firstPrivate ?? scalar
                    default: break
                    }
                    run = scalar == "?" ? run + 1 : 0
                    if run == 2 { questionRuns += 1 }
                    if first.isIdeograph, second == "?", scalar.isIdeograph { lonelyQuestions += 1 }
                    (first, second) = (second, scalar)
                }
                let bytes = Array(piece.utf8)
                for mark in ["锟斤拷", "烫烫烫", "â€", "Ã©", "ï»¿", "ä¸", "çš„"]
                where PlainWords.holds(bytes, Array(mark.utf8)) { garbled += 1 }
            }
        }
    }

    /// The first pair of characters, where two texts differ in such pairs only.
    private static func lookAlike(
        _ old: StatuteText, _ new: StatuteText, sizes: (before: Int, after: Int)
    ) -> String? {
        // Twins are as many as what they stand for, but for an accent here and there.
        guard abs(sizes.before - sizes.after) * 50 <= max(sizes.before, 50) else { return nil }
        let a = PlainWords.pieces(of: old).joined()
        let b = PlainWords.pieces(of: new).joined()
        guard LookAlike.equal(a, b) else { return nil }
        let before = a.unicodeScalars.filter { !$0.isUnseen }
        let after = b.unicodeScalars.filter { !$0.isUnseen }
        guard let pair = zip(before, after).first(where: { $0 != $1 }) else {
            return "composition of accents"
        }
        return "\(code(pair.0)) became \(code(pair.1))"
    }

    static func code(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    }
}
