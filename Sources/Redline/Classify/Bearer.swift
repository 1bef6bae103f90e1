/// Whose duty, right or ban it is: the actor phrase that governs a modal word.
///
/// Chinese by the nouns that name actors (网络运营者, 公安机关, 任何个人和组织), English by the words between the start of
/// the clause and the modal. Where neither shows, nobody is named rather than somebody wrong.
struct Bearer: Sendable, Hashable {
    /// Tokens of the phrase.
    var range: Range<Int>

    /// The bearer of the modal at `modal`; nil where none shows.
    static func of(_ modal: Range<Int>, in reading: Reading) -> Bearer? {
        reading.isWord(modal.lowerBound)
            ? EnglishBearer.of(modal, in: reading) : ChineseBearer.of(modal, in: reading)
    }

    /// The agent named by 由X or `by the X` left of a place in its clause; nil where none is.
    static func agent(around place: Int, in reading: Reading) -> Bearer? {
        let clause = reading.clause(at: place)
        guard !clause.isEmpty else { return nil }
        return reading.isWord(clause.lowerBound)
            ? EnglishBearer.agent(in: clause, of: reading)
            : ChineseBearer.agent(around: place, in: clause, of: reading)
    }

    /// The actor phrase that opens the clause of a place, whether or not a modal word follows; Chinese only.
    static func opening(around place: Int, in reading: Reading) -> Bearer? {
        let clause = reading.clause(at: place)
        guard !clause.isEmpty, !reading.isWord(clause.lowerBound) else { return nil }
        return ChineseBearer.subject(in: clause, of: reading)
    }

    /// Whether a phrase names an authority: what it may do for longer is borne by others.
    static func isAuthority(_ phrase: String) -> Bool {
        let words = Reading.lowercased(phrase)
        return authorities.contains { words.unicodeScalars.contains($0) }
    }

    private static let authorities: [[Unicode.Scalar]] = [
        "机关", "部门", "政府", "检查人员", "调查人员", "执法", "监察", "国务院", "法院", "检察院", "公安", "海关", "委员会",
        "工作人员", "国家", "主管", "authorit", "ministr", "department", "bureau", "government", "inspector",
        "police", "court", "administration", "agency", "organs", "the state", "council", "the office",
        "commission",
    ].map { Array($0.unicodeScalars) }
}

extension String.UnicodeScalarView {
    /// Whether the scalars of `part` stand in a row.
    func contains(_ part: [Unicode.Scalar]) -> Bool {
        var start = startIndex
        while start < endIndex {
            if self[start...].starts(with: part) { return true }
            start = index(after: start)
        }
        return part.isEmpty
    }
}
