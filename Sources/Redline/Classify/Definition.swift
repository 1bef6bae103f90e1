import Statute

/// A defined term and the words that define it.
struct Definition: Sendable, Hashable {
    /// As printed, without quotation marks.
    var term: String
    /// Tokens of the definition, the term included.
    var range: Range<Int>
}

/// Finds definitions: 本法所称X，是指…; X，是指…; （以下简称X）; `“X” means …`; `(hereinafter referred to as “X”)`.
struct DefinitionFinder {
    private let reading: Reading
    private var found: [Definition] = []

    static func all(in reading: Reading) -> [Definition] {
        var finder = DefinitionFinder(reading: reading)
        finder.run()
        return finder.found
    }

    /// The terms that a provision defines. One that has no word of definition is told from its bytes.
    static func terms(of text: ArticleText) -> [String] {
        let mayDefine = text.lines.contains { line in
            line.text.withBytes { bytes in
                var found = false
                signs.search(bytes) { _, _ in
                    found = true
                    return false
                }
                return found
            }
        }
        guard mayDefine else { return [] }
        var terms: [String] = []
        for definition in all(in: Reading(Passage(text), .words)) {
            if !terms.contains(where: { Exactly.equal($0, definition.term) }) {
                terms.append(definition.term)
            }
        }
        return terms
    }

    private static let signs = PhraseSearch(
        ["是指", "，指", "所称", "以下简称", "以下统称", "means", "refers to", "includes", "hereinafter"].map {
            Array($0.utf8)
        })

    private init(reading: Reading) { self.reading = reading }

    private mutating func run() {
        let tokens = reading.passage.tokens
        for index in tokens.indices {
            switch tokens[index].id {
            case 0x6307: chinese(verb: index)  // 指
            case 0x62EC where reading.id(index - 1) == 0x5305: chinese(verb: index)  // 包括
            case 0x79F0 where reading.id(index - 2) == 0x4EE5 || reading.id(index - 3) == 0x4EE5:
                short(index)  // 以下简称
            case Self.means, Self.mean, Self.refers, Self.refer, Self.includes: english(verb: index)
            case Self.hereinafter: hereinafter(index)
            default: break
            }
        }
    }

    // MARK: Chinese

    private static let called = Signs(["所称的", "所称"])
    private static let among = Signs(["中的"])
    /// 指定 指导 指挥 指控 指派 指使 指示 指明 指出 指标 指数 指认 指纹 指南 指引 指印: other words that begin with 指.
    private static let otherWords: Set<UInt32> = [
        0x5B9A, 0x5BFC, 0x6325, 0x63A7, 0x6D3E, 0x4F7F, 0x793A, 0x660E, 0x51FA, 0x6807, 0x6570, 0x8BA4,
        0x7EB9, 0x5357,
        0x5F15, 0x5370,
    ]

    private mutating func chinese(verb: Int) {
        let tokens = reading.passage.tokens
        var end = verb
        let isIncluding = tokens[verb].id == 0x62EC
        if isIncluding { end -= 1 }
        if !isIncluding, reading.id(end - 1) == 0x662F { end -= 1 }  // 是指
        let isBare = !isIncluding && end == verb
        if isBare, Self.otherWords.contains(reading.id(verb + 1)) { return }
        let hasComma = reading.id(end - 1) == 0x2C
        if hasComma { end -= 1 }
        var start = lineStart(before: end)
        let lowest = start
        var isCalled = false
        var index = end
        // The term follows 所称; else it opens the line or the sentence.
        while index > lowest, end - index < 40 {
            if reading.id(index - 1) == 0x3002 { start = max(start, index) }
            let sign =
                Self.called.ending(at: index, reading, from: lowest)
                + (isBare || isIncluding ? 0 : Self.among.ending(at: index, reading, from: lowest))
            if sign > 0 {
                start = index
                isCalled = true
                break
            }
            index -= 1
        }
        guard isCalled || !(isBare && !hasComma) && !isIncluding else { return }
        if !isCalled { start = max(start, sentenceStart(before: end)) }
        guard end > start, end - start <= 24 else { return }
        append(start..<end, from: start, to: extent(from: verb))
    }

    /// （以下简称X）: the definition is what stands before the bracket, from the last comma on.
    private mutating func short(_ verb: Int) {
        let tokens = reading.passage.tokens
        var close = verb + 1
        while close < tokens.count, close - verb < 24, tokens[close].id != 0x29,
            tokens[close].kind != .lineFeed
        {
            close += 1
        }
        guard close < tokens.count, tokens[close].id == 0x29, close > verb + 1 else { return }
        var start = verb
        while start > 0, verb - start < 300, !reading.endsClause(start - 1) { start -= 1 }
        append((verb + 1)..<close, from: start, to: close + 1)
    }

    // MARK: English

    private static let means = TokenHash.word("means")
    private static let mean = TokenHash.word("mean")
    private static let refers = TokenHash.word("refers")
    private static let refer = TokenHash.word("refer")
    private static let includes = TokenHash.word("includes")
    private static let hereinafter = TokenHash.word("hereinafter")
    private static let quote: UInt32 = 0x22
    /// `by all means`, `other means`.
    private static let ways: Set<String> = [
        "all", "any", "other", "such", "these", "by", "no", "of", "technical", "electronic",
    ]

    private mutating func english(verb: Int) {
        let isReferring = reading.id(verb) == Self.refers || reading.id(verb) == Self.refer
        if isReferring, reading.word(verb + 1) != "to" { return }
        let start = max(lineStart(before: verb), sentenceStart(before: verb))
        if let quoted = quoted(before: verb, from: start) {
            append(quoted, from: start, to: extent(from: verb))
            return
        }
        // Without marks only what stands alone between the last comma and the verb: `port worker means`.
        guard reading.id(verb) == Self.means || isReferring else { return }
        var first = verb
        while first > start, reading.id(first - 1) != 0x2C { first -= 1 }
        if Self.ways.contains(reading.word(verb - 1)) { return }
        while first < verb, ["the", "a", "an", "term"].contains(reading.word(first)) { first += 1 }
        guard verb > first, verb - first <= 6 else { return }
        append(first..<verb, from: start, to: extent(from: verb))
    }

    /// The last quoted words before a place.
    private func quoted(before end: Int, from start: Int) -> Range<Int>? {
        var close = end - 1
        while close > start, reading.id(close) != Self.quote {
            if end - close > 3 { return nil }
            close -= 1
        }
        guard close > start, reading.id(close) == Self.quote else { return nil }
        var open = close - 1
        while open >= start, reading.id(open) != Self.quote, close - open < 16 { open -= 1 }
        guard open >= start, reading.id(open) == Self.quote, open + 1 < close else { return nil }
        return (open + 1)..<close
    }

    /// `(hereinafter referred to as “venues”)`.
    private mutating func hereinafter(_ place: Int) {
        let tokens = reading.passage.tokens
        var close = place + 1
        while close < tokens.count, close - place < 24, tokens[close].id != 0x29,
            tokens[close].kind != .lineFeed
        {
            close += 1
        }
        guard close < tokens.count, tokens[close].id == 0x29 else { return }
        var first = place + 1
        while first < close,
            ["referred", "to", "as", "called", "the", "collectively"].contains(reading.word(first))
                || reading.id(first) == Self.quote
        {
            first += 1
        }
        var last = close
        if reading.id(last - 1) == Self.quote { last -= 1 }
        guard first < last else { return }
        var start = place
        while start > 0, place - start < 300, !reading.endsClause(start - 1) { start -= 1 }
        append(first..<last, from: start, to: close + 1)
    }

    // MARK: Extents

    private mutating func append(_ term: Range<Int>, from start: Int, to end: Int) {
        var term = term
        while term.count > 1, reading.id(term.lowerBound) == Self.quote {
            term = (term.lowerBound + 1)..<term.upperBound
        }
        while term.count > 1, reading.id(term.upperBound - 1) == Self.quote {
            term = term.lowerBound..<(term.upperBound - 1)
        }
        // 第十五条规定的“认罪”，是指: the quoted words are the term.
        if let open = term.last(where: { reading.id($0) == Self.quote }), open + 1 < term.upperBound {
            term = (open + 1)..<term.upperBound
        }
        while term.count > 1, reading.id(term.upperBound - 1) == 0x7684 {
            term = term.lowerBound..<(term.upperBound - 1)
        }
        let words = reading.passage.string(term)
        guard !words.isEmpty, end > start else { return }
        found.append(Definition(term: words, range: start..<end))
    }

    private func lineStart(before index: Int) -> Int {
        var start = index
        while start > 0, index - start < 300 {
            let token = reading.passage.tokens[start - 1]
            if token.kind == .lineFeed || token.kind == .label { break }
            start -= 1
        }
        return start
    }

    private func sentenceStart(before index: Int) -> Int {
        var start = index
        while start > 0, index - start < 300 {
            switch reading.id(start - 1) {
            case 0x3002, 0x3B, 0x0A: return start
            case 0x2E where reading.endsClause(start - 1): return start
            default: break
            }
            if reading.passage.tokens[start - 1].kind == .label { return start }
            start -= 1
        }
        return start
    }

    /// To the end of the line; where that ends in a colon, to the end of the list below it.
    private func extent(from verb: Int) -> Int {
        let tokens = reading.passage.tokens
        var end = verb
        while true {
            while end < tokens.count, tokens[end].kind != .lineFeed { end += 1 }
            guard end + 1 < tokens.count, end - verb < 3_000 else { return end }
            let isList =
                reading.id(end - 1) == 0x3A
                || (end > verb && tokens[end + 1].kind == .label && listOpened(end, verb))
            guard isList, tokens[end + 1].kind == .label else { return end }
            end += 1
        }
    }

    /// Whether the line of the definition, which ends at `end` or above, opened a list.
    private func listOpened(_ end: Int, _ verb: Int) -> Bool {
        var index = verb
        while index < end {
            if reading.passage.tokens[index].kind == .lineFeed { return reading.id(index - 1) == 0x3A }
            index += 1
        }
        return false
    }
}
