/// A duty that a penalty names: 违反本法第二十四条第一款规定的.
struct Citation: Sendable, Hashable {
    /// `24`, or `24-1` for 第二十四条之一.
    var article: String
    /// 0 where the whole article is named.
    var paragraph = 0
    var item = 0

    init(_ reference: Reference) {
        article = reference.branch > 0 ? "\(reference.article)-\(reference.branch)" : "\(reference.article)"
        paragraph = reference.paragraph
        item = reference.item
    }
}

/// Reads the duties that a provision punishes the breach of.
///
/// Only references that a word of breach governs count: 依照第六十条处罚 names a sanction, not a duty.
enum CitationReader {
    /// The references of a passage that name broken duties, ranges (第五条至第八条) as their ends with `isRange`.
    static func read(_ passage: Passage) -> [(citation: Citation, isRange: Bool)] {
        let reading = Reading(passage, breaches)
        var found: [(citation: Citation, isRange: Bool)] = []
        for hit in reading.hits {
            if reading.isWord(hit.range.lowerBound) {
                english(hit.range, reading, &found)
            } else {
                forward(from: hit.range.upperBound, reading, &found)
            }
        }
        return found
    }

    static let breachWords = ["违反", "未履行", "不履行", "未按照", "不按照", "未依照", "violat", "contraven", "breach"]

    private static let breaches = Lexicon(
        [
            "违反", "未履行", "不履行", "未按照", "不按照", "未依照", "violates", "violate", "violated", "violating",
            "violation",
            "contravenes", "contravene", "contravened", "contravention", "breaches", "breach", "breached",
            "Violation", "Violations", "Contravention", "Breach",
        ].map { ($0, .plain) })

    /// The row of references after a place; a few words may stand before the first (本法, `the provisions of`).
    private static func forward(
        from start: Int, _ reading: Reading, _ found: inout [(citation: Citation, isRange: Bool)]
    ) {
        let tokens = reading.passage.tokens
        var index = start
        var gap = 0
        var isRange = false
        var own = Reference()
        while index < tokens.count, gap <= 8 {
            let token = tokens[index]
            if token.kind == .reference, var reference = reading.passage.reference(token) {
                // 第二十二条第一款、第二款: the second stands in the article of the first.
                if reference.article == 0 {
                    if own.article == 0 { return }
                    reference.article = own.article
                    reference.branch = own.branch
                    if reference.paragraph == 0 { reference.paragraph = own.paragraph }
                }
                own = reference
                found.append((Citation(reference), isRange))
                gap = 4
                isRange = false
            } else {
                if token.kind == .foreignReference || token.kind == .lineFeed || token.id == 0x3002 { return }
                if gap < 4, token.id == 0x2C { return }
                // 至, to, through: all that lies between.
                if token.id == 0x81F3 || token.id == to || token.id == through { isRange = true }
                if token.id == 0x300A { return }  // 《
                if gap >= 4, isStop(token) { return }
                gap += 1
            }
            index += 1
        }
    }

    /// 规定 after the last reference, and verbs of the sanction.
    private static func isStop(_ token: Token) -> Bool {
        token.id == 0x89C4 || token.id == 0x7684 || token.id == 0x7531  // 规 的 由
    }

    private static let to = TokenHash.word("to")
    private static let through = TokenHash.word("through")

    /// `violates Article 5`; `where Articles 5 to 7 are violated`.
    private static func english(
        _ hit: Range<Int>, _ reading: Reading, _ found: inout [(citation: Citation, isRange: Bool)]
    ) {
        let count = found.count
        forward(from: hit.upperBound, reading, &found)
        if found.count > count { return }
        let clause = reading.clause(at: hit.lowerBound)
        if let first = clause.first(where: { reading.passage.tokens[$0].kind == .reference }),
            first < hit.lowerBound
        {
            forward(from: first, reading, &found)
        }
    }
}
