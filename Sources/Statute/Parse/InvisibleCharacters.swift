/// Names characters that stand in a law without being seen: they can hide a change or forge one.
enum InvisibleCharacters {
    static func diagnostics(in lines: [SourceLine]) -> [Diagnostic] {
        lines.compactMap { line in
            let found = line.content.filter(\.isInvisible)
            guard let first = found.first else { return nil }
            let code = String(first.value, radix: 16, uppercase: true)
            let padded = String(repeating: "0", count: max(0, 4 - code.count)) + code
            let count = found.count == 1 ? "U+\(padded)" : "\(found.count) of them, first U+\(padded)"
            return Diagnostic(
                .invisibleCharacter, "invisible characters in the text: \(count)", line: line.number)
        }
    }
}
