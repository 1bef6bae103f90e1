/// A query cut at its blanks, quotation marks and signs.
enum QueryPieces {
    struct Raw: Hashable {
        var text: String
        var isQuoted: Bool
    }

    case or
    case near(Int)
    case words(Raw, isPrefix: Bool, isUnwanted: Bool)

    /// A quotation that is not closed goes to the end; a sign at the wrong place is a character like any other.
    static func all(in text: String) -> [QueryPieces] {
        var found: [QueryPieces] = []
        let scalars = Array(text.unicodeScalars)
        var index = 0
        while index < scalars.count {
            if isGap(scalars[index]) {
                index += 1
                continue
            }
            var isUnwanted = false
            if isMinus(scalars[index]), index + 1 < scalars.count, !isGap(scalars[index + 1]) {
                isUnwanted = true
                index += 1
            }
            if let closing = closing(scalars[index]) {
                let end = scalars[(index + 1)...].firstIndex { closing.contains($0) } ?? scalars.count
                let isPrefix = end + 1 < scalars.count && isStar(scalars[end + 1])
                found.append(
                    .words(
                        Raw(text: string(scalars[(index + 1)..<end]), isQuoted: true), isPrefix: isPrefix,
                        isUnwanted: isUnwanted))
                index = end + 1
                continue
            }
            let end =
                scalars[index...].firstIndex { isGap($0) || closing($0) != nil } ?? scalars.count
            let raw = scalars[index..<end]
            index = end
            let word = string(raw)
            if !isUnwanted, word == "OR" || word == "|" {
                found.append(.or)
            } else if !isUnwanted, let limit = near(word) {
                found.append(.near(limit))
            } else {
                found.append(
                    .words(
                        Raw(text: word, isQuoted: false), isPrefix: raw.last.map(isStar) ?? false,
                        isUnwanted: isUnwanted))
            }
        }
        return found
    }

    /// `NEAR`, `NEAR/5`.
    private static func near(_ word: String) -> Int? {
        if word == "NEAR" { return 10 }
        guard word.hasPrefix("NEAR/"), let limit = Int(word.dropFirst(5)), (1...1_000).contains(limit) else {
            return nil
        }
        return limit
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    private static func isGap(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar.value < 0x20 || scalar.value == 0x7F
    }

    private static func isMinus(_ scalar: Unicode.Scalar) -> Bool { scalar == "-" || scalar == "－" }

    private static func isStar(_ scalar: Unicode.Scalar) -> Bool { scalar == "*" || scalar == "＊" }

    /// What ends a quotation that a character begins.
    private static func closing(_ scalar: Unicode.Scalar) -> Set<Unicode.Scalar>? {
        switch scalar {
        case "\"", "＂", "“", "”": ["\"", "＂", "“", "”"]
        case "「": ["」"]
        default: nil
        }
    }
}
