/// Words of spaced scripts and numbers.
extension Tokenizer {
    mutating func word(at start: Int) -> Int {
        var end = start
        var hash = TokenHash()
        while end < text.count, Self.continuesWord(text, at: end) {
            if text[end] != Fold.ignored { hash.add(text[end]) }
            end += 1
        }
        if end == start { end = start + 1 }
        add(hash.word, .word, start..<end)
        return end
    }

    mutating func number(at start: Int, _ read: (value: Int?, end: Int)?) -> Int {
        guard let read else { return start }
        var end = read.end
        var hash = TokenHash()
        if let value = read.value {
            hash.add(UInt32(truncatingIfNeeded: value))
            hash.add(UInt32(truncatingIfNeeded: value >> 32))
        } else {
            for index in start..<end { hash.add(text[index]) }
        }
        if end < text.count, text[end] == 0x25 {
            end += 1
            hash.add(0x25)
        }
        sink.numbers.append(read.value ?? Sink.unknown)
        add(hash.number, .number, start..<end, payload: sink.numbers.count - 1)
        return end
    }

    /// A run of Chinese numerals; a single one only where it counts something, because 一 is in many words.
    mutating func chineseNumber(at start: Int) -> Int? {
        let scalar = text[start]
        if scalar == Han.hundred, start + 3 < text.count, text[start + 1] == Han.fen,
            text[start + 2] == Han.zhi,
            let share = NumeralReader.chinese(text, at: start + 3)
        {
            return percentage(start..<share.end, share.value)
        }
        guard NumeralReader.digitValue(scalar) != nil || scalar == 0x5341,
            let read = NumeralReader.chinese(text, at: start)
        else { return nil }
        if read.end == start + 1 {
            guard read.end < text.count, Han.isCounter(text[read.end]) else { return nil }
        }
        return number(at: start, read)
    }

    mutating func percentage(_ range: Range<Int>, _ value: Int?) -> Int {
        var hash = TokenHash()
        hash.add(UInt32(truncatingIfNeeded: value ?? -1))
        hash.add(UInt32(truncatingIfNeeded: (value ?? -1) >> 32))
        hash.add(0x25)
        sink.numbers.append(value ?? Sink.unknown)
        add(hash.number, .number, range, payload: sink.numbers.count - 1)
        return range.upperBound
    }
}
