/// Replacements of words without legal effect, by name.
enum EditorialRule {
    /// Pairs that drafters use one for the other.
    private static let pairs: Set<Set<String>> = [
        ["或", "或者"], ["其它", "其他"], ["及", "以及"], ["作", "做"], ["唯一", "惟一"], ["帐", "账"], ["份", "分"],
        ["organisation", "organization"],
        ["licence", "license"], ["per cent", "percent"],
    ]

    static func hold(_ before: ArraySlice<Token>, _ after: ArraySlice<Token>, _ old: Passage, _ new: Passage)
        -> Bool
    {
        guard !before.isEmpty, !after.isEmpty, before.count <= 4, after.count <= 4 else { return false }
        if isComma(before) && isJoiner(after) || isJoiner(before) && isComma(after) { return true }
        let (a, b) = (text(before, old), text(after, new))
        if a.isEmpty || b.isEmpty { return false }
        if a == b { return before.allSatisfy { $0.kind == .word || $0.isMark } }
        return pairs.contains([a, b])
    }

    /// 、 and 和, a comma and `and`: one for the other within a list. 和 and 或 are not.
    private static func isJoiner(_ tokens: ArraySlice<Token>) -> Bool {
        tokens.count == 1
            && tokens.allSatisfy { $0.id == 0x548C || $0.id == 0x53CA || $0.id == and || $0.id == or }
    }

    private static func isComma(_ tokens: ArraySlice<Token>) -> Bool {
        tokens.count == 1 && tokens.allSatisfy { $0.id == 0x2C || $0.id == 0x3001 }
    }

    private static let and = TokenHash.word("and")
    private static let or = TokenHash.word("or")

    /// The words without case, marks and the blanks of Chinese.
    private static func text(_ tokens: ArraySlice<Token>, _ passage: Passage) -> String {
        guard tokens.allSatisfy({ $0.kind == .sign || $0.kind == .word || $0.isMark }) else { return "" }
        let words = tokens.filter { !$0.isMark }.map { Reading.lowercased(passage.string(scalars: $0.range)) }
        let isEnglish = tokens.contains { $0.kind == .word }
        return words.joined(separator: isEnglish ? " " : "")
    }
}
