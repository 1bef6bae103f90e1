package import Statute

/// Counts in how many texts pairs of neighbouring tokens stand: what `scripts/formulas` makes ``FormulaTable`` of.
package struct FormulaCensus: Sendable {
    /// For each hashed pair, the texts that hold it.
    private var texts: [UInt32: Int] = [:]
    package private(set) var count = 0

    package init() {}

    package mutating func add(_ text: StatuteText) {
        var met: Set<UInt32> = []
        for provision in text.articleLevel {
            let tokens = Passage(ArticleText(provision)).tokens
            for index in tokens.indices.dropFirst() where !(tokens[index - 1].isMark && tokens[index].isMark)
            {
                met.insert(FormulaTable.hash(tokens[index - 1].id, tokens[index].id))
            }
        }
        for pair in met { texts[pair, default: 0] += 1 }
        count += 1
    }

    /// The pairs that at least one text in `share` holds, commonest first, as ``FormulaTable`` reads them.
    ///
    /// - Returns: the encoded table and how many pairs it holds.
    package func encoded(share: Int) -> (table: String, pairs: Int) {
        let common = texts.filter { $0.value * share >= count }
            .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(FormulaTable.size / 2)
        var table = ""
        for (pair, texts) in common {
            let bits = BigramIndex.bits(Int32(clamping: count * 1_024 / texts))
            let half = min(15, max(0, (bits + 256) / 512))
            let value = UInt64(pair) << 4 | UInt64(half)
            for place in stride(from: 30, through: 0, by: -6) {
                table.unicodeScalars.append(Unicode.Scalar(UInt8(value >> UInt64(place) & 0x3F) + 0x30))
            }
        }
        return (table, common.count)
    }
}
