import Statute

/// A reference to a chapter, a section or a part: 第三章, `Chapter III`.
///
/// The tokenizer reads references to articles and what is below them; those to what is above are read here, from the words
/// around a hunk.
struct ContainerReference: Sendable, Hashable {
    var kind: ProvisionKind
    /// In normal form, as ``Statute/Provision/number``.
    var number: String
    /// Tokens.
    var range: Range<Int>

    private static let kinds: [(sign: UInt32, kind: ProvisionKind)] = [
        (0x7AE0, .chapter), (0x8282, .section), (0x7F16, .part),  // 章 节 编
    ]
    private static let words: [String: ProvisionKind] = [
        "chapter": .chapter, "section": .section, "part": .part,
    ]

    /// The reference that holds a range of tokens; nil where none does, or where it points into another text.
    static func holding(_ range: Range<Int>, in reading: Reading) -> ContainerReference? {
        guard !range.isEmpty, range.count <= 8 else { return nil }
        return reading.isWord(range.lowerBound) || reading.isWord(range.lowerBound - 1)
            ? english(range, reading) : chinese(range, reading)
    }

    private static func chinese(_ range: Range<Int>, _ reading: Reading) -> ContainerReference? {
        guard
            let start = (max(0, range.lowerBound - 4)...range.lowerBound).last(where: {
                reading.id($0) == Han.di
            })
        else {
            return nil
        }
        var end = max(range.upperBound, start + 1)
        var found: ProvisionKind?
        while end <= reading.passage.tokens.count, end - start <= 8 {
            if let kind = kinds.first(where: { $0.sign == reading.id(end - 1) })?.kind {
                found = kind
                break
            }
            end += 1
        }
        guard let found, end >= range.upperBound, reading.id(start - 1) != Han.closingTitle else {
            return nil
        }
        let scalars = Array(
            reading.passage.scalars[
                Int(reading.passage.tokens[start].end)..<Int(reading.passage.tokens[end - 1].start)])
        let number = scalars.withUnsafeBufferPointer { text -> Int? in
            let read =
                text.first.map { NumeralReader.asciiDigit($0) != nil } ?? false
                ? NumeralReader.arabic(text, at: 0) : NumeralReader.chinese(text, at: 0)
            return read.flatMap { $0.end == text.count ? $0.value : nil }
        }
        return number.map { ContainerReference(kind: found, number: "\($0)", range: start..<end) }
    }

    /// `Chapter III`, `Section 2`.
    private static func english(_ range: Range<Int>, _ reading: Reading) -> ContainerReference? {
        let at = words[reading.word(range.lowerBound)] == nil ? range.lowerBound - 1 : range.lowerBound
        guard let kind = words[reading.word(at)], range.upperBound <= at + 2,
            at + 1 < reading.passage.tokens.count
        else { return nil }
        let text = reading.word(at + 1)
        guard let number = roman(text) ?? Int(text) else { return nil }
        return ContainerReference(kind: kind, number: "\(number)", range: at..<(at + 2))
    }

    private static func roman(_ text: String) -> Int? {
        var total = 0
        var last = 0
        guard !text.isEmpty, text.utf8.count < 12 else { return nil }
        for byte in text.utf8.reversed() {
            let value: Int
            switch byte {
            case 0x69: value = 1
            case 0x76: value = 5
            case 0x78: value = 10
            case 0x6C: value = 50
            case 0x63: value = 100
            default: return nil
            }
            total += value < last ? -value : value
            last = max(last, value)
        }
        return total > 0 ? total : nil
    }
}

/// A changed reference to a container, before anybody knows what became of the container.
struct ContainerMove: Sendable, Hashable {
    var kind: ProvisionKind
    var before: String
    var after: String
}
