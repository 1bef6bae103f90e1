import Statute

/// Reads the anchors of one provision. The one place where the alignment of languages meets the tokenizer.
struct AnchorReader: Sendable {
    let language: Language
    private let terms = LegalTerms.standard

    init(_ language: Language) { self.language = language }

    /// In the order of the text within each kind of anchor.
    func anchors(of text: ArticleText) -> [Anchor] {
        let passage = Passage(text)
        var reading = Reading(passage: passage)
        addDates(&reading)
        if language == .zh { addChineseAmounts(&reading) } else { addEnglishAmounts(&reading) }
        addReferences(&reading)
        if language == .zh { addNames(&reading) }
        let found = language == .zh ? terms.inChinese(passage.scalars) : terms.inEnglish(passage.scalars)
        var line = 0
        for (term, place) in found {
            line = passage.line(at: place, from: line)
            reading.anchors.append(Anchor(key: .term(term), line: line, printed: ""))
        }
        return reading.anchors
    }

    /// The words of an English provision that are among `names`, which are in lower case.
    func names(in text: ArticleText, among names: Set<String>) -> [Anchor] {
        guard !names.isEmpty else { return [] }
        let passage = Passage(text)
        var reading = Reading(passage: passage)
        for index in passage.tokens.indices where passage.tokens[index].kind == .word {
            let word = passage.string(index..<(index + 1)).lowercased()
            if names.contains(word) { reading.add(.name(word), index..<(index + 1)) }
        }
        return reading.anchors
    }

    /// What has been read of one passage.
    struct Reading {
        let passage: Passage
        var anchors: [Anchor] = []
        /// For each token, whether it is part of an anchor.
        private(set) var isTaken: [Bool]
        private var line = 0

        init(passage: Passage) {
            self.passage = passage
            isTaken = [Bool](repeating: false, count: passage.tokens.count)
        }

        mutating func add(_ key: Anchor.Key, _ range: Range<Int>) {
            guard let first = range.first, passage.tokens.indices.contains(first) else { return }
            for index in range where index < isTaken.count { isTaken[index] = true }
            let place = Int(passage.tokens[first].start)
            if line >= passage.lines.count || passage.lines[line].start > place { line = 0 }
            line = passage.line(at: place, from: line)
            anchors.append(Anchor(key: key, line: line, printed: passage.string(range)))
        }

        /// The value of a token that is a number; nil for any other and where it does not fit.
        func number(_ index: Int) -> Int? {
            guard passage.tokens.indices.contains(index), passage.tokens[index].kind == .number else {
                return nil
            }
            let payload = Int(passage.tokens[index].payload)
            guard passage.numbers.indices.contains(payload) else { return nil }
            let value = passage.numbers[payload]
            return value == Tokenizer.Sink.unknown ? nil : value
        }

        func isWord(_ index: Int) -> Bool {
            passage.tokens.indices.contains(index) && passage.tokens[index].kind == .word
        }

        func id(_ index: Int) -> UInt32? {
            passage.tokens.indices.contains(index) ? passage.tokens[index].id : nil
        }
    }

    private func addChineseAmounts(_ reading: inout Reading) {
        for quantity in Quantity.all(in: reading.passage) {
            // 每年, 五间: said without a number in the other language, as often as not.
            guard let first = quantity.range.first, reading.passage.tokens[first].kind != .sign,
                !reading.isTaken[first], let value = quantity.value,
                // 第三人 counts nothing.
                first == 0 || reading.id(first - 1) != Han.di
            else { continue }
            if let unit = quantity.unit {
                reading.add(.quantity(value, unit: unit), quantity.range)
            } else if value >= 10 {
                reading.add(.bare(value), quantity.range)
            }
        }
    }

    /// References within the text and into others alike; a range (第四十一条至第四十三条) is each of its numbers.
    private func addReferences(_ reading: inout Reading) {
        let passage = reading.passage
        var last: (index: Int, article: Int)?
        for index in passage.tokens.indices {
            guard let reference = passage.reference(passage.tokens[index]), reference.article > 0 else {
                continue
            }
            let range = index..<(index + 1)
            if let last, reference.branch == 0, joinsRange(passage, last.index, index),
                reference.article > last.article, reference.article - last.article <= Self.longestRange
            {
                for between in (last.article + 1)..<reference.article {
                    reading.add(.reference(between, branch: 0), range)
                }
            }
            reading.add(.reference(reference.article, branch: reference.branch), range)
            last = (index, reference.article)
        }
    }

    private static let longestRange = 60
    private static let to = Set(["to", "through"].map { TokenHash.word($0) })
    private static let dash: UInt32 = 0x2D
    private static let zhi: UInt32 = 0x81F3  // 至

    private func joinsRange(_ passage: Passage, _ first: Int, _ second: Int) -> Bool {
        guard second == first + 2 else { return false }
        let id = passage.tokens[first + 1].id
        return id == Self.zhi || id == Self.dash || Self.to.contains(id)
    }

    /// Words in Latin letters within Chinese.
    private func addNames(_ reading: inout Reading) {
        for index in reading.passage.tokens.indices where reading.isWord(index) {
            let word = reading.passage.string(index..<(index + 1)).lowercased()
            if word.unicodeScalars.count > 1 { reading.add(.name(word), index..<(index + 1)) }
        }
    }
}
