import Statute

/// Cuts a line into sentences, and sentences at their semicolons.
enum SentenceSplitter {
    /// One part of a line between full stops or semicolons.
    struct Part: Sendable, Hashable {
        var range: Range<Int>
        /// Where the sentence that it belongs to begins.
        var sentence: Int
        /// Where the sentence before that one begins; ``sentence`` itself where there is none.
        var before: Int
        /// The words of the sentence up to a colon that opens a list inside the line; empty where there is none.
        var leadIn: Range<Int>
    }

    static func parts(of line: [Unicode.Scalar], _ language: Language) -> [Part] {
        var parts: [Part] = []
        var sentence = 0
        var before = 0
        var start = 0
        var leadIn = 0..<0
        for index in line.indices {
            let full = isFullStop(line, index, language) || isOverlong(line, index, since: start)
            guard full || line[index] == "；" || line[index] == ";" else { continue }
            let end = index + 1
            parts.append(Part(range: start..<end, sentence: sentence, before: before, leadIn: leadIn))
            if full {
                before = sentence
                sentence = end
                leadIn = end..<end
            } else if leadIn.isEmpty, let colon = listColon(line, sentence..<end, language) {
                leadIn = sentence..<(colon + 1)
            }
            start = end
        }
        if start < line.count {
            parts.append(Part(range: start..<line.count, sentence: sentence, before: before, leadIn: leadIn))
        }
        return parts
    }

    /// The sentences that the parts of a line make up.
    static func sentences(of parts: [Part]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        for part in parts {
            if let last = found.last, last.lowerBound == part.sentence {
                found[found.count - 1] = last.lowerBound..<part.range.upperBound
            } else {
                found.append(part.sentence..<part.range.upperBound)
            }
        }
        return found
    }

    /// No sentence of a statute is longer. Text that never ends one is cut at a comma, or anywhere in the end, because
    /// the grammar's work grows faster than a sentence's length.
    private static let longest = 2_000

    private static func isOverlong(_ line: [Unicode.Scalar], _ index: Int, since start: Int) -> Bool {
        let length = index - start
        if length < longest { return false }
        return length >= 2 * longest || line[index] == "，" || line[index] == "," || line[index] == "、"
    }

    /// The last sentence of a line that other lines depend on, what stands before its semicolons included.
    static func tail(of line: [Unicode.Scalar], _ language: Language) -> ArraySlice<Unicode.Scalar> {
        guard let last = parts(of: line, language).last else { return line[...] }
        return line[last.sentence...]
    }

    /// Whether words such as these open a list: …下列材料：, …the following:
    static func opensList(_ text: ArraySlice<Unicode.Scalar>, _ language: Language) -> Bool {
        let trimmed = text.reversed().drop { $0.properties.isWhitespace }
        switch trimmed.first {
        case "：", ":", "—", "-": return true
        default:
            let folded = WordPattern.folded(Array(text), language)
            return listWords(language).isFound(in: folded, folded.indices)
        }
    }

    private static func isFullStop(_ line: [Unicode.Scalar], _ index: Int, _ language: Language) -> Bool {
        switch line[index] {
        case "。", "！", "？", "!", "?": return true
        case "." where language == .en:
            let next = index + 1
            if next == line.count { return true }
            guard line[next] == " " || line[next] == "\u{A0}" else { return false }
            let after = line[next...].first { $0 != " " && $0 != "\u{A0}" }
            // `No. 273` and `Art. 5` go on; so does an initial.
            switch after {
            case nil: return true
            case .some("A"..."Z"), .some("("), .some("\""), .some("“"):
                return index < 2 || line[index - 2] != " "
            default: return false
            }
        default: return false
        }
    }

    private static func listColon(
        _ line: [Unicode.Scalar], _ range: Range<Int>, _ language: Language
    ) -> Int? {
        guard let colon = line[range].firstIndex(where: { $0 == "：" || $0 == ":" }) else { return nil }
        let next = line[(colon + 1)..<range.upperBound].first { !$0.properties.isWhitespace }
        if next == "（" || next == "(" { return colon }
        let folded = WordPattern.folded(Array(line[range.lowerBound..<colon]), language)
        return listWords(language).isFound(in: folded, folded.indices) ? colon : nil
    }

    private static func listWords(_ language: Language) -> PhraseSet {
        language == .zh ? chineseListWords : englishListWords
    }

    private static let chineseListWords = PhraseSet(.zh, "下列|以下|如下")
    private static let englishListWords = PhraseSet(.en, "the following|as follows")
}
