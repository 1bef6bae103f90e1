import Statute

/// Makes the passages of one article-level provision: each sentence with the lead-ins that govern it.
struct PassageReader {
    private let article: ArticleText
    private let language: Language
    private let lines: [[Unicode.Scalar]]

    /// A lead-in longer than this is cut at its front: the words that govern stand near the list.
    private static let leadInLimit = 1000

    init(_ article: ArticleText, _ language: Language) {
        self.article = article
        self.language = language
        lines = article.lines.map { Array($0.text.unicodeScalars) }
    }

    /// The passages in which `isWanted` says that something stands; the others are not built.
    func passages(
        admittedBy sieve: TriggerSieve,
        where isWanted: (_ line: [Unicode.Scalar], _ leadIn: () -> [Unicode.Scalar]) -> [Range<Int>]
    ) -> [Passage] {
        var found: [Passage] = []
        for (number, span) in article.spans.enumerated() {
            guard sieve.admits(article.lines[number].text) else { continue }
            let wanted = isWanted(lines[number]) { leadIn(of: number) }
            guard !wanted.isEmpty else { continue }
            let labelLength = span.range.count - lines[number].count
            let inherited = leadIn(of: number)
            for part in SentenceSplitter.parts(of: lines[number], language)
            where wanted.contains(where: { $0.overlaps(part.range) }) {
                let inline = part.range.lowerBound < part.leadIn.upperBound ? [] : lines[number][part.leadIn]
                found.append(
                    Passage(
                        language: language, path: span.path, leadIn: inherited + inline,
                        own: Array(lines[number][part.range]),
                        origin: span.range.lowerBound + labelLength + part.range.lowerBound,
                        antecedent: Array(lines[number][part.sentence..<part.range.lowerBound]),
                        preceding: lines[number][part.before..<part.sentence]))
            }
        }
        return found
    }

    /// The ends of the lines above that open the list in which this line stands, outermost first.
    private func leadIn(of number: Int) -> [Unicode.Scalar] {
        var chain: [ArraySlice<Unicode.Scalar>] = []
        var child = number
        for above in stride(from: number - 1, through: 0, by: -1) {
            let line = article.lines[above]
            let isParent = line.depth < article.lines[child].depth
            let isOpener =
                line.depth == article.lines[child].depth && article.lines[child].kind.isListed
                && !line.kind.isListed
            guard isParent || isOpener else { continue }
            let tail = SentenceSplitter.tail(of: lines[above], language)
            guard isParent && article.lines[child].kind.isListed || SentenceSplitter.opensList(tail, language)
            else {
                // A paragraph that opens no list governs nothing, and neither does what stands above it.
                if isParent { child = above }
                if isOpener { break }
                continue
            }
            chain.append(tail)
            child = above
        }
        let joined = Array(chain.reversed().joined())
        return joined.count > Self.leadInLimit ? Array(joined.suffix(Self.leadInLimit)) : joined
    }
}

extension ProvisionKind {
    fileprivate var isListed: Bool { self == .item || self == .subitem }
}
