/// Finds the subject of an English modal word.
enum EnglishBearer {
    static func of(_ modal: Range<Int>, in reading: Reading) -> Bearer? {
        let clause = reading.clause(at: modal.lowerBound)
        // `shall keep a log and shall also publish it`: one subject for both.
        if let first = reading.modalUses(in: clause).first(where: { $0.range.upperBound <= modal.lowerBound }
        ),
            first.range.lowerBound > clause.lowerBound
        {
            return of(first.range, in: reading)
        }
        if isPassive(modal, clause, reading) {
            return agent(in: modal.upperBound..<clause.upperBound, of: reading)
        }
        // `A fine may be imposed and may also be raised`: the subject of the first half is not known to be this one's.
        var start = clause.lowerBound
        var end = modal.lowerBound
        while start < end, openings.contains(reading.word(start)) { start += 1 }
        // `provide and shall`, `which shall`: what stands before is no subject.
        guard start < end, !subordinators.contains(reading.word(start)) else { return nil }
        // `Whoever collects data shall`: what follows is a condition.
        if ["whoever", "anyone", "everyone"].contains(reading.word(start)) { end = start + 1 }
        // `A shareholder who holds …`: the relative clause is left out; `operators of dams` keeps its `of`.
        if let cut = (start..<end).first(where: { relatives.contains(reading.word($0)) }), cut > start {
            end = cut
        }
        guard end - start <= 14, !pronouns.contains(reading.word(end - 1)) else { return nil }
        if reading.word(end - 1) == "also" { end -= 1 }
        let range = start..<end
        guard !range.isEmpty, range.contains(where: { reading.isWord($0) }) else { return nil }
        return Bearer(range: range)
    }

    private static let openings: Set<String> = [
        "and", "but", "or", "however", "meanwhile", "then", "therefore",
    ]
    private static let subordinators: Set<String> = [
        "where", "if", "when", "unless", "in", "for", "before", "after", "upon", "under", "within", "by",
        "to", "it",
    ]
    private static let relatives: Set<String> = ["who", "which", "that", "whose", "whom", "with", "where"]
    private static let pronouns: Set<String> = [
        "it", "they", "he", "she", "this", "these", "which", "there", "those",
    ]
    private static let participles: Set<String> = [
        "kept", "held", "made", "given", "sold", "paid", "borne", "taken", "sent", "put", "drawn", "written",
        "set",
        "brought", "found", "known", "shown", "done", "met", "led", "built", "bought", "hung", "laid", "left",
    ]

    /// `be kept`, `also be fined`: what stands before the modal is not who acts.
    private static func isPassive(_ modal: Range<Int>, _ clause: Range<Int>, _ reading: Reading) -> Bool {
        var index = modal.upperBound
        while index < clause.upperBound, index - modal.upperBound < 3, reading.word(index) != "be" {
            index += 1
        }
        guard index < clause.upperBound, reading.word(index) == "be" else { return false }
        index += 1
        var next = reading.word(index)
        if next.hasSuffix("ly") { next = reading.word(index + 1) }
        return next.hasSuffix("ed") || participles.contains(next)
    }

    /// `by the national cyberspace administration`: up to the end of the clause or the next preposition.
    static func agent(in range: Range<Int>, of reading: Reading) -> Bearer? {
        guard let by = range.first(where: { reading.word($0) == "by" }), by + 1 < range.upperBound,
            ["the", "a", "an", "each", "every", "any"].contains(reading.word(by + 1))
        else { return nil }
        var end = by + 1
        while end < range.upperBound, end - by < 12, reading.isWord(end), !stops.contains(reading.word(end)) {
            end += 1
        }
        return end > by + 1 ? Bearer(range: (by + 1)..<end) : nil
    }

    private static let stops: Set<String> = [
        "in", "within", "for", "from", "under", "before", "after", "to", "with", "on", "at", "where", "when",
        "which",
        "who", "that", "if", "according", "and",
    ]
}
