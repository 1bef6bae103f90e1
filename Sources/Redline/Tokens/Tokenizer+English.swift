extension Tokenizer {
    /// `Article 21`, `Article 21(1)`, `item (3) of Article 21`, `paragraph 2`, and each further number of
    /// `Articles 41 to 43`.
    ///
    /// - Returns: its end; nil where no reference starts.
    mutating func englishReference(at start: Int) -> Int? {
        guard start == 0 || !Tokenizer.isLetter(text[start - 1]) else { return nil }
        var reference = Reference()
        var index = start
        var end = start
        // From the smallest division up: item (3), paragraph 2 of Article 21.
        for _ in 0..<4 {
            guard let part = englishPart(at: index), Self.isFree(part.unit, in: reference) else { break }
            Self.set(part.unit, part.value, in: &reference)
            end = part.end
            if part.unit == .article {
                reference.branch = part.branch
                end = brackets(at: end, into: &reference)
                break
            }
            guard let next = connective(at: end) else { break }
            index = next
        }
        guard end > start else { return nil }
        addReference(reference, start..<end, foreign: false)
        if isPlural(at: start) { return listMembers(from: end) }
        return end
    }

    private enum Unit { case article, paragraph, item, subitem }

    private static func isFree(_ unit: Unit, in reference: Reference) -> Bool {
        switch unit {
        case .article: reference.article == 0
        case .paragraph: reference.paragraph == 0
        case .item: reference.item == 0
        case .subitem: reference.subitem == 0
        }
    }

    private static func set(_ unit: Unit, _ value: Int, in reference: inout Reference) {
        switch unit {
        case .article: reference.article = value
        case .paragraph: reference.paragraph = value
        case .item: reference.item = value
        case .subitem: reference.subitem = value
        }
    }

    /// The letters of the word at `index`, lower-cased, at most 14, and its end.
    func letters(at index: Int) -> (word: [UInt32], end: Int) {
        var word: [UInt32] = []
        var end = index
        while end < text.count, Tokenizer.isLetter(text[end]), word.count < 15 {
            word.append((0x41...0x5A).contains(text[end]) ? text[end] + 0x20 : text[end])
            end += 1
        }
        return (word, end)
    }

    private static let units: [(word: [UInt32], unit: Unit)] = unitNames.map {
        (Array($0.name.unicodeScalars).map(\.value), $0.unit)
    }

    private static let unitNames: [(name: String, unit: Unit)] = [
        ("article", .article), ("articles", .article), ("paragraph", .paragraph), ("paragraphs", .paragraph),
        ("item", .item), ("items", .item), ("subparagraph", .item), ("subparagraphs", .item),
        ("subitem", .subitem),
    ]

    private func isPlural(at start: Int) -> Bool { letters(at: start).word.last == 0x73 }

    private func englishPart(at start: Int) -> (unit: Unit, value: Int, branch: Int, end: Int)? {
        guard start < text.count else { return nil }
        switch text[start] | 0x20 {
        case 0x61, 0x70, 0x69, 0x73: break  // a p i s
        default: return nil
        }
        let read = letters(at: start)
        guard let unit = Self.units.first(where: { $0.word == read.word })?.unit else { return nil }
        var index = skipBlanks(read.end)
        guard index > read.end, index < text.count else { return nil }
        if text[index] == 0x28 {
            guard let inner = bracketed(at: index) else { return nil }
            return (unit, inner.value, 0, inner.end)
        }
        guard let number = plainNumber(at: index) else { return nil }
        index = number.end
        if unit == .article, index + 1 < text.count, text[index] == 0x2D,
            let branch = plainNumber(at: index + 1)
        {
            return (unit, number.value, branch.value, branch.end)
        }
        return (unit, number.value, 0, index)
    }

    /// ` of `, ` under `, `, ` between the parts of one reference.
    private func connective(at end: Int) -> Int? {
        var index = end
        if index < text.count, text[index] == 0x2C { index += 1 }
        index = skipBlanks(index)
        let read = letters(at: index)
        if read.word == [0x6F, 0x66] || read.word == [0x75, 0x6E, 0x64, 0x65, 0x72] {
            index = skipBlanks(read.end)
        }
        return index > end ? index : nil
    }

    /// `(1)(b)` after the number of an article: paragraph, then item.
    private func brackets(at start: Int, into reference: inout Reference) -> Int {
        var end = start
        for unit in [Unit.paragraph, .item, .subitem] {
            guard let inner = bracketed(at: end), Self.isFree(unit, in: reference) else { break }
            Self.set(unit, inner.value, in: &reference)
            end = inner.end
        }
        return end
    }

    /// `(3)` or `(c)`.
    private func bracketed(at start: Int) -> (value: Int, end: Int)? {
        guard start + 2 < text.count, text[start] == 0x28 else { return nil }
        if let number = plainNumber(at: start + 1), number.end < text.count, text[number.end] == 0x29 {
            return (number.value, number.end + 1)
        }
        guard (0x61...0x7A).contains(text[start + 1]), text[start + 2] == 0x29 else { return nil }
        return (Int(text[start + 1]) - 0x60, start + 3)
    }

    private func plainNumber(at start: Int) -> (value: Int, end: Int)? {
        var end = start
        var value = 0
        while end < text.count, end - start < 6, let digit = NumeralReader.asciiDigit(text[end]) {
            value = value * 10 + digit
            end += 1
        }
        return end > start ? (value, end) : nil
    }

    func skipBlanks(_ start: Int) -> Int {
        var index = start
        while index < text.count, text[index] == Fold.blank || text[index] == Fold.ignored { index += 1 }
        return index
    }

    // MARK: Lists

    /// `5, 6 and 7`, `41 to 43` after `Articles`: each number is a reference of its own, its connective words.
    private mutating func listMembers(from start: Int) -> Int {
        var end = start
        while let next = nextMember(from: end) {
            for word in next.words { addPlain(word) }
            var reference = Reference(article: next.number.value)
            let close = brackets(at: next.number.end, into: &reference)
            addReference(reference, next.start..<close, foreign: false)
            end = close
        }
        return end
    }

    private func nextMember(from start: Int) -> (
        words: [Range<Int>], start: Int, number: (value: Int, end: Int)
    )? {
        var words: [Range<Int>] = []
        var index = skipBlanks(start)
        if index < text.count, text[index] == 0x2C || text[index] == 0x2D {
            words.append(index..<(index + 1))
            index = skipBlanks(index + 1)
        }
        let read = letters(at: index)
        if Self.listWords.contains(read.word) {
            words.append(index..<read.end)
            index = skipBlanks(read.end)
        }
        guard !words.isEmpty, let number = plainNumber(at: index) else { return nil }
        return (words, index, number)
    }

    private static let listWords: [[UInt32]] = ["and", "or", "to", "through"].map {
        Array($0.unicodeScalars).map(\.value)
    }

    private mutating func addPlain(_ range: Range<Int>) {
        if range.count == 1, !Tokenizer.isLetter(text[range.lowerBound]) {
            add(text[range.lowerBound], .mark, range)
            return
        }
        var hash = TokenHash()
        for index in range { hash.add(text[index]) }
        add(hash.word, .word, range)
    }

    /// References that `of the Criminal Law` follows point into that law: seen only after the whole list is read.
    mutating func markForeignReferences() {
        var run: [Int] = []
        let tokens = tokens
        for index in firstToken..<tokens.count {
            let token = tokens[index]
            if token.kind == .reference, isEnglish(token) {
                run.append(index)
                if namesOtherText(after: Int(token.end)) {
                    for member in run { makeForeign(member) }
                }
            } else if !run.isEmpty, !(token.isMark || isListWord(token)) {
                run.removeAll(keepingCapacity: true)
            }
        }
    }

    private func isEnglish(_ token: Token) -> Bool { text[Int(token.start)] < 0x80 }

    private func isListWord(_ token: Token) -> Bool {
        token.kind == .word && Self.listWords.contains(letters(at: Int(token.start)).word)
    }

    /// ` of the ` and a capital. `of this Law`, `of these Measures` is its own text.
    private func namesOtherText(after end: Int) -> Bool {
        let of = letters(at: skipBlanks(end))
        guard of.word == [0x6F, 0x66] else { return false }
        let the = letters(at: skipBlanks(of.end))
        guard the.word == [0x74, 0x68, 0x65] else { return false }
        let name = skipBlanks(the.end)
        return name < text.count && (0x41...0x5A).contains(text[name])
    }
}
