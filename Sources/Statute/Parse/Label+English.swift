extension Label {
    /// Part I, Chapter 2, Section 3, Article 120-1, Annex A.
    static func english(_ line: Scalars) -> Label? {
        let word = line.prefix { $0.isLatinLetter }
        let kind: Kind
        switch word.string.lowercased() {
        case "part": kind = .division(.part)
        case "subpart": kind = .division(.subpart)
        case "chapter": kind = .division(.chapter)
        case "section": kind = .division(.section)
        case "annex", "appendix", "schedule": kind = .division(.annex)
        case "article": kind = .article
        default: return nil
        }
        // A sentence may begin with "section 3 of …"; a heading begins with a capital.
        guard let first = word.first, (0x41...0x5A).contains(first.value) else { return nil }
        var rest = line.dropFirst(word.count)
        let blanks = rest.prefix { $0.isBlank }.count
        rest = rest.dropFirst(blanks)
        var length = word.count + blanks
        guard let (ordinal, digits) = number(rest) else {
            // "Annex" alone is one annex; "Chapter" alone is a word.
            guard kind == .division(.annex), rest.isEmpty else { return nil }
            return Label(kind: kind, number: "", ordinal: [], length: word.count, isSetOff: true)
        }
        guard blanks > 0 else { return nil }
        length += digits
        if let mark = rest.dropFirst(digits).first, mark == "." || mark == ":" { length += 1 }
        let label = Label(
            kind: kind, number: ordinal.map(String.init).joined(separator: "-"), ordinal: ordinal,
            length: length, isSetOff: isSetOff(line, at: length))
        // "Article 21(1) applies" and "Article 21, and" are references, not headings.
        return label.isSetOff ? label : nil
    }

    /// 12, 120-1, IV.
    private static func number(_ text: Scalars) -> (ordinal: [Int], length: Int)? {
        if let (value, digits) = Numeral.arabic(text) {
            var ordinal = [value]
            var length = digits
            var rest = text.dropFirst(digits)
            while rest.first == "-", let (inserted, more) = Numeral.arabic(rest.dropFirst()) {
                ordinal.append(inserted)
                length += 1 + more
                rest = rest.dropFirst(1 + more)
            }
            return (ordinal, length)
        }
        if let (value, digits) = Numeral.roman(text) { return ([value], digits) }
        return nil
    }
}
