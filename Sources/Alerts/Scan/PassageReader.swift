import Statute

/// Makes the passages of one article-level provision: each sentence with the lead-ins that govern it.
struct PassageReader {
    private let article: ArticleText
    private let language: Language

    /// A lead-in longer than this is cut at its front: the words that govern stand near the list.
    private static let leadInLimit = 1000

    init(_ article: ArticleText, _ language: Language) {
        self.article = article
        self.language = language
    }

    /// Most lines of an article are never looked at, so none is taken apart before it is.
    private func scalars(_ number: Int) -> [Unicode.Scalar] {
        Array(article.lines[number].text.unicodeScalars)
    }

    /// The passages in which `isWanted` says that something stands; the others are not built.
    func passages(
        admittedBy sieve: TriggerSieve, weighedBy weigher: LineWeigher?,
        where isWanted: (_ line: [Unicode.Scalar], _ leadIn: () -> [Unicode.Scalar]) -> [Range<Int>]
    ) -> [Passage] {
        var found: [Passage] = []
        for (number, span) in article.spans.enumerated() {
            let text = article.lines[number].text
            let isNamed = sieve.admits(text)
            let isHeavy = weigher?.admits(text) ?? false
            guard isNamed || isHeavy else { continue }
            let line = scalars(number)
            var wanted = isNamed ? isWanted(line) { leadIn(of: number) } : []
            let weighs = isHeavy || (weigher != nil && !wanted.isEmpty)
            if wanted.isEmpty && !weighs { continue }
            let inherited = leadIn(of: number)
            let parts = SentenceSplitter.parts(of: line, language)
            let weighed = weighs ? weigher?.weigh(line, parts, below: inherited) ?? [] : []
            wanted += weighed.flatMap(\.taken.values)
            if wanted.isEmpty { continue }
            let labelLength = span.range.count - line.count
            for part in parts
            where wanted.contains(where: { $0.overlaps(part.range) }) {
                let inline = part.range.lowerBound < part.leadIn.upperBound ? [] : line[part.leadIn]
                var passage = Passage(
                    language: language, path: span.path, leadIn: inherited + inline,
                    own: Array(line[part.range]),
                    origin: span.range.lowerBound + labelLength + part.range.lowerBound,
                    antecedent: Array(line[part.sentence..<part.range.lowerBound]),
                    preceding: line[part.before..<part.sentence])
                passage.take(weighed, of: part)
                found.append(passage)
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
            let tail = SentenceSplitter.tail(of: scalars(above), language)
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

extension Passage {
    /// Takes over what was weighed of the sentence of which this is a part: of the measures, those shown in this part.
    fileprivate mutating func take(_ weighed: [WeighedSentence], of part: SentenceSplitter.Part) {
        guard var own = weighed.first(where: { $0.range.contains(part.range.lowerBound) }) else { return }
        let shift = base - part.range.lowerBound
        own.taken = own.taken.filter { part.range.contains($0.value.lowerBound) }
            .mapValues { ($0.lowerBound + shift)..<(min($0.upperBound, part.range.upperBound) + shift) }
        self.weighed = own
    }
}
