import Statute

/// What a headnote says of one act of law-making, in its own words: who did what on which day.
struct HeadnoteAct: Sendable, Hashable {
    let date: CalendarDate
    let act: LegalHistory.Act
    /// 2014年11月1日 第十二届全国人民代表大会常务委员会第十一次会议通过
    let words: String

    /// Every act that the headnotes of a text name, in their order; days of commencement are none.
    static func all(in headnotes: [String]) -> [HeadnoteAct] {
        var acts: [HeadnoteAct] = []
        for clause in headnotes.flatMap(clauses) {
            guard let first = LegalHistory.events(in: [clause]).first else { continue }
            acts.append(HeadnoteAct(date: first.date, act: first.act, words: clause))
        }
        return acts
    }

    /// The clause of the headnotes that names a day, written in Chinese or as 28 October 2025.
    static func words(of date: CalendarDate, in headnotes: [String]) -> String? {
        if let found = all(in: headnotes).first(where: { $0.date == date }) { return found.words }
        let english = "\(date.day) \(months[date.month - 1]) \(date.year)"
        return headnotes.flatMap(clauses).first { contains($0, english) }
    }

    /// Cut at semicolons, at stops that end a sentence, and before a clause that begins with a date or with 根据.
    private static func clauses(_ headnote: String) -> [String] {
        var clauses: [[Unicode.Scalar]] = [[]]
        let scalars = Array(headnote.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            switch scalar {
            case "；", ";", "。":
                clauses.append([])
            case " ", "\u{3000}":
                let next = index + 1 < scalars.count ? scalars[index + 1] : " "
                let isNew = scalar == "\u{3000}" && (isDigit(next) || next == "根" || next == "自")
                if isNew { clauses.append([]) } else { clauses[clauses.count - 1].append(scalar) }
            default:
                clauses[clauses.count - 1].append(scalar)
            }
        }
        return clauses.map(stripped).filter { !$0.isEmpty }
    }

    /// Without the brackets and blanks around it.
    private static func stripped(_ clause: [Unicode.Scalar]) -> String {
        var rest = clause[...]
        let outside: Set<Unicode.Scalar> = ["（", "）", "(", ")", " ", "\u{3000}", ".", "，", ","]
        while let first = rest.first, outside.contains(first) { rest = rest.dropFirst() }
        while let last = rest.last, outside.contains(last) {
            // A bracket that was opened inside is no outer one.
            if last == "）" && rest.contains("（") || last == ")" && rest.contains("(") { break }
            rest = rest.dropLast()
        }
        return rest.string
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private static func contains(_ text: String, _ words: String) -> Bool {
        let (whole, part) = (Array(text.utf8), Array(words.utf8))
        guard part.count <= whole.count else { return false }
        return (0...(whole.count - part.count)).contains { whole[$0...].starts(with: part) }
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]
}
