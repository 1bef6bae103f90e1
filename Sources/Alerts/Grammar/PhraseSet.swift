import Statute

/// A short list of words of the grammar, found in one sentence at a time.
struct PhraseSet: Sendable {
    private let patterns: [WordPattern]
    private let byFirst: [Unicode.Scalar: [Int]]
    /// The signs with which a word can begin.
    let firstSigns: SignMask

    /// Words divided by `|`; white space around them does not count.
    init(_ language: Language, _ words: String) {
        let list = words.split(separator: "|").map { word in
            WordPattern(String(word.drop { $0 == " " || $0 == "\n" }.trimmedEnd), language)
        }
        patterns = list.filter { !$0.head.isEmpty }.sorted { $0.head.count > $1.head.count }
        var index: [Unicode.Scalar: [Int]] = [:]
        for (number, pattern) in patterns.enumerated() {
            if let first = pattern.head.first { index[first, default: []].append(number) }
        }
        byFirst = index
        firstSigns = SignMask(index.keys)
    }

    /// The longest word that begins at `index` and ends within `limit`.
    func match(at index: Int, in text: [Unicode.Scalar], limit: Int) -> Range<Int>? {
        guard index < limit, firstSigns.mayContain(text[index]), let candidates = byFirst[text[index]] else {
            return nil
        }
        for number in candidates {
            let head = patterns[number].head
            guard limit - index >= head.count, text[index..<(index + head.count)].elementsEqual(head),
                let range = patterns[number].match(at: index..<(index + head.count), in: text),
                range.upperBound <= limit
            else { continue }
            return range
        }
        return nil
    }

    /// Left to right, longest first, none overlapping.
    func all(in text: [Unicode.Scalar], _ range: Range<Int>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var index = range.lowerBound
        while index < range.upperBound {
            if let hit = match(at: index, in: text, limit: range.upperBound) {
                found.append(hit)
                index = hit.upperBound
            } else {
                index += 1
            }
        }
        return found
    }

    func first(in text: [Unicode.Scalar], _ range: Range<Int>) -> Range<Int>? {
        for index in range {
            if let hit = match(at: index, in: text, limit: range.upperBound) { return hit }
        }
        return nil
    }

    func last(in text: [Unicode.Scalar], _ range: Range<Int>) -> Range<Int>? { all(in: text, range).last }

    func isFound(in text: [Unicode.Scalar], _ range: Range<Int>) -> Bool { first(in: text, range) != nil }

    func begins(_ text: [Unicode.Scalar], at index: Int, limit: Int) -> Bool {
        match(at: index, in: text, limit: limit) != nil
    }

    /// Whether one of the words ends right before `index`.
    func ends(_ text: [Unicode.Scalar], at index: Int, from start: Int) -> Bool {
        patterns.contains { pattern in
            index - start >= pattern.head.count
                && text[(index - pattern.head.count)..<index].elementsEqual(pattern.head)
        }
    }
}

extension Substring {
    fileprivate var trimmedEnd: Substring {
        var rest = self
        while let last = rest.last, last == " " || last == "\n" { rest = rest.dropLast() }
        return rest
    }
}
