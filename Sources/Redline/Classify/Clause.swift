/// Clauses and single words of a reading: what the rules look around in.
extension Reading {
    /// Whether a token ends a clause: ， ； ： 。 and the end of a line. 、 does not.
    func endsClause(_ index: Int) -> Bool {
        let token = passage.tokens[index]
        guard token.isMark else { return false }
        switch token.id {
        case 0x2C, 0x3B, 0x3A, 0x3002, 0x21, 0x3F, 0x0A: return true
        case 0x2E:
            return index + 1 == passage.tokens.count || passage.tokens[index + 1].start > token.end
        default: return false
        }
    }

    /// The clause that token `index` stands in, without the mark that ends it, within its sentence.
    func clause(at index: Int) -> Range<Int> {
        let sentence = sentence(at: index)
        var start = min(max(index, sentence.lowerBound), sentence.upperBound)
        while start > sentence.lowerBound, !endsClause(start - 1), passage.tokens[start - 1].kind != .label {
            start -= 1
        }
        var end = max(start, min(index, sentence.upperBound))
        while end < sentence.upperBound, !endsClause(end) { end += 1 }
        return start..<end
    }

    /// The token as lower-cased ASCII text; for words of a few letters.
    func word(_ index: Int) -> String {
        guard passage.tokens.indices.contains(index) else { return "" }
        return Self.lowercased(passage.string(index..<(index + 1)))
    }

    static func lowercased(_ text: String) -> String {
        var view = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isCapital = (0x41...0x5A).contains(scalar.value)
            view.append(isCapital ? Unicode.Scalar(UInt8(scalar.value + 0x20)) : scalar)
        }
        return String(view)
    }

    func id(_ index: Int) -> UInt32 {
        passage.tokens.indices.contains(index) ? passage.tokens[index].id : 0
    }

    /// Whether a token is a word of a spaced script.
    func isWord(_ index: Int) -> Bool {
        passage.tokens.indices.contains(index) && passage.tokens[index].kind == .word
    }
}
