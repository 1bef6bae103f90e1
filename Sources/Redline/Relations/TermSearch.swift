import Statute

/// Finds the provisions that use defined terms.
struct TermSearch {
    /// More terms than this are not looked for in one redline: a text that redefines more has been rewritten.
    static let most = 256

    private let terms: [String]
    private let search: PhraseSearch

    init(_ terms: [String]) {
        self.terms = Array(terms.prefix(Self.most))
        search = PhraseSearch(self.terms.map(Self.stem))
    }

    /// An English plural is looked for by its singular: `venues` stands in `venue`, too.
    private static func stem(_ term: String) -> [UInt8] {
        var bytes = Array(term.utf8)
        let isEnglish = bytes.last.map(PhraseSearch.isLetter) ?? false
        if isEnglish, bytes.count > 3, bytes.last == 0x73, bytes[bytes.count - 2] != 0x73 {
            bytes.removeLast()
        }
        return bytes
    }

    /// For each term, the provisions that use it, in their order.
    func uses(in provisions: [ArticleText]) -> [[ProvisionPath]] {
        var uses = [[ProvisionPath]](repeating: [], count: terms.count)
        var seen = [Int](repeating: -1, count: terms.count)
        for (place, provision) in provisions.enumerated() {
            for line in provision.lines {
                line.text.withBytes { text in
                    search.search(text) { term, range in
                        if seen[term] != place, Self.isWhole(range, text) {
                            seen[term] = place
                            uses[term].append(provision.path)
                        }
                        return true
                    }
                }
            }
        }
        return uses
    }

    /// Not inside a longer word of letters; a plural is the same word.
    private static func isWhole(_ range: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard PhraseSearch.isLetter(text[range.upperBound - 1]) else { return true }
        if range.lowerBound > 0, PhraseSearch.isLetter(text[range.lowerBound - 1]) { return false }
        var end = range.upperBound
        if end < text.count, PhraseSearch.small(text[end]) == 0x65, end + 1 < text.count,
            text[end + 1] == 0x73
        {
            end += 1
        }
        if end < text.count, PhraseSearch.small(text[end]) == 0x73 { end += 1 }
        return end >= text.count || !PhraseSearch.isLetter(text[end])
    }
}
