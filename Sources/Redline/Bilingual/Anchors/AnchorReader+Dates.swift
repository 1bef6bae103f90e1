import Statute

extension AnchorReader {
    func addDates(_ reading: inout Reading) {
        switch language {
        case .zh: addChineseDates(&reading)
        case .en: addEnglishDates(&reading)
        }
    }

    /// 2017年6月1日, 2017年6月, 6月1日, 2017年.
    private func addChineseDates(_ reading: inout Reading) {
        var index = 0
        let count = reading.passage.tokens.count
        while index < count {
            var end = index
            var parts = [0, 0, 0]
            for (place, sign) in [0x5E74, 0x6708, 0x65E5].enumerated() {  // 年 月 日
                guard let value = reading.number(end), reading.id(end + 1) == UInt32(sign) else {
                    if end > index { break }
                    continue
                }
                parts[place] = value
                end += 2
            }
            let said = parts.count { $0 > 0 }
            let isYear = said == 1 && (1_900...2_200).contains(parts[0])
            if said > 1 && Self.isDate(parts) || isYear {
                reading.add(.date(year: parts[0], month: parts[1], day: parts[2]), index..<end)
                index = end
            } else {
                index += 1
            }
        }
    }

    private static func isDate(_ parts: [Int]) -> Bool {
        (0...12).contains(parts[1]) && (0...31).contains(parts[2]) && parts[0] < 10_000
    }

    /// `1 July 2023`, `July 1, 2023`, `July 2023`, and a bare 2023.
    private func addEnglishDates(_ reading: inout Reading) {
        let count = reading.passage.tokens.count
        for index in 0..<count {
            if let month = reading.id(index).flatMap({ reading.isWord(index) ? Self.months[$0] : nil }) {
                addEnglishDate(&reading, month: month, at: index)
            } else if let year = reading.number(index), (1_900...2_200).contains(year),
                !reading.isTaken[index], reading.passage.tokens[index].range.count == 4,
                !reading.isWord(index + 1) || Self.months[reading.id(index + 1) ?? 0] == nil
            {
                reading.add(.date(year: year, month: 0, day: 0), index..<(index + 1))
            }
        }
    }

    private func addEnglishDate(_ reading: inout Reading, month: Int, at index: Int) {
        var start = index
        var end = index + 1
        var day = 0
        var year = 0
        if index > 0, let before = reading.number(index - 1), (1...31).contains(before),
            !reading.isTaken[index - 1]
        {
            day = before
            start = index - 1
        } else if let after = reading.number(end), (1...31).contains(after) {
            day = after
            end += 1
        }
        let next = reading.id(end) == 0x2C ? end + 1 : end
        if let after = reading.number(next), (1_800...2_200).contains(after) {
            year = after
            end = next + 1
        }
        // "may" in lower case is no month, and "May" at the head of a sentence is none without a number.
        guard day > 0 || year > 0 else { return }
        reading.add(.date(year: year, month: month, day: day), start..<end)
    }

    private static let months: [UInt32: Int] = Dictionary(
        [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ].enumerated().map { (TokenHash.word($0.element), $0.offset + 1) }
    ) { first, _ in first }
}
