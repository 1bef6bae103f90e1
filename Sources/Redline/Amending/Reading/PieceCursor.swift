import Statute

/// A place among the pieces of a block, moved on by what is recognised there. Copying it is how a rule looks ahead.
struct PieceCursor {
    let pieces: [Piece]
    let quotations: [Quotation]
    let source: [Unicode.Scalar]
    /// Letters count as equal to their capitals.
    let ignoresCase: Bool
    var index = 0

    init(_ block: Block, source: [Unicode.Scalar], ignoresCase: Bool) {
        pieces = block.pieces
        quotations = block.quotations
        self.source = source
        self.ignoresCase = ignoresCase
    }

    var isAtEnd: Bool { index >= pieces.count }

    /// The scalar here, in lower case where case does not count; nil at a quotation, a title and the end.
    func scalar(_ offset: Int = 0) -> Unicode.Scalar? {
        guard index + offset < pieces.count, case .scalar(let scalar) = pieces[index + offset].kind else {
            return nil
        }
        guard ignoresCase, (0x41...0x5A).contains(scalar.value) else { return scalar }
        return Unicode.Scalar(UInt8(scalar.value + 0x20))
    }

    func looks(at word: String) -> Bool {
        var offset = 0
        for wanted in word.unicodeScalars {
            guard scalar(offset) == wanted else { return false }
            offset += 1
        }
        return true
    }

    mutating func take(_ word: String) -> Bool {
        guard looks(at: word) else { return false }
        index += word.unicodeScalars.count
        return true
    }

    /// The first of `words` that stands here.
    mutating func take(anyOf words: [String]) -> String? {
        for word in words where take(word) { return word }
        return nil
    }

    var isAtQuotation: Bool {
        guard index < pieces.count, case .quotation = pieces[index].kind else { return false }
        return true
    }

    /// The quotation here, as wording.
    mutating func takeQuotation() -> Wording? {
        guard index < pieces.count, case .quotation(let number) = pieces[index].kind else { return nil }
        index += 1
        let quotation = quotations[number]
        return Wording(lines: quotation.lines.map { source[$0].string }, span: quotation.span)
    }

    /// All quotations that stand here side by side.
    mutating func takeQuotations() -> [Wording] {
        var found: [Wording] = []
        while let wording = takeQuotation() { found.append(wording) }
        return found
    }

    mutating func takeTitle() -> String? {
        guard index < pieces.count, case .title(let words) = pieces[index].kind else { return nil }
        index += 1
        return words
    }

    /// The Chinese or Arabic number here.
    mutating func takeNumber() -> Int? {
        var scalars: [Unicode.Scalar] = []
        while scalars.count < 14, let next = scalar(scalars.count) { scalars.append(next) }
        guard let found = SmallNumeral.leading(scalars[...]) else { return nil }
        index += found.length
        return found.value
    }

    /// The letters here, as one word; empty where there are none.
    func word() -> String {
        var letters: [Unicode.Scalar] = []
        while letters.count < 40, let next = scalar(letters.count), next.isLatinLetter {
            letters.append(next)
        }
        return letters.string
    }

    /// Scalars of the source from the piece at `start` to here.
    func span(from start: Int) -> Range<Int> {
        guard start < index, start < pieces.count else { return 0..<0 }
        return pieces[start].span.lowerBound..<pieces[index - 1].span.upperBound
    }
}

extension [Wording] {
    /// Quotations side by side as one wording of several paragraphs.
    var joined: Wording {
        guard let first, let last else { return Wording(lines: [], span: 0..<0) }
        return Wording(
            lines: flatMap(\.lines), span: first.span.lowerBound..<last.span.upperBound)
    }
}
