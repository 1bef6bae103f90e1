/// The acts of law-making that a text's headnotes record, and the day on which it says it takes effect.
package enum LegalHistory {
    package enum Act: String, Sendable, Hashable {
        case adopted, amended, revised
    }

    package struct Event: Sendable, Hashable {
        package let date: CalendarDate
        package let act: Act
    }

    /// The events in the headnotes, in order of date.
    package static func events(in headnotes: [String]) -> [Event] {
        headnotes.flatMap { note -> [Event] in
            let scalars = Array(note.unicodeScalars)
            let events = dates(in: scalars).compactMap { found in
                isCommencement(scalars[found.end...])
                    ? nil : Event(date: found.date, act: act(of: scalars[found.end...]))
            }
            return events + englishEvents(in: scalars)
        }
        .sorted { $0.date < $1.date }
    }

    /// The day that a commencement clause names (本法自2017年6月1日起施行, “This Law comes into force on 1 June 2017”); nil
    /// where there is none or where it refers to publication only.
    package static func effectiveDate(of text: StatuteText) -> CalendarDate? {
        for unit in text.articleLevel.reversed().prefix(6) {
            for line in ArticleText(unit).lines {
                let scalars = Array(line.text.unicodeScalars)
                if text.language == .en {
                    if let date = englishCommencement(in: scalars) { return date }
                    continue
                }
                guard line.text.contains("施行") || line.text.contains("生效") || line.text.contains("实施") else {
                    continue
                }
                for found in dates(in: scalars) {
                    let after = scalars[found.end...].prefix(4)
                    let before = found.start > 0 ? scalars[found.start - 1] : " "
                    if before == "自", after.first == "起" { return found.date }
                }
            }
        }
        return nil
    }

    /// Whether a day is that of taking effect (2017年12月1日起施行), which is no act of law-making.
    private static func isCommencement(_ words: Scalars) -> Bool {
        let rest = words.first == "起" ? words.dropFirst() : words
        return ["施行", "实施", "生效"].contains { rest.starts(with: $0.unicodeScalars) }
    }

    /// What is done in the words after a date: the first of 修订, 修正 and 修改, else adoption.
    private static func act(of words: Scalars) -> Act {
        for (first, second) in zip(words.prefix(120), words.dropFirst()) where first == "修" {
            switch second {
            case "订": return .revised
            case "正", "改": return .amended
            default: break
            }
        }
        return .adopted
    }

    /// Every 2016年11月7日 in the words, Chinese numerals included.
    private static func dates(
        in scalars: [Unicode.Scalar]
    ) -> [(date: CalendarDate, start: Int, end: Int)] {
        var found: [(CalendarDate, Int, Int)] = []
        var index = 0
        while index < scalars.count {
            if let (date, length) = date(scalars[index...]) {
                found.append((date, index, index + length))
                index += length
            } else {
                index += 1
            }
        }
        return found
    }

    private static func date(_ words: Scalars) -> (CalendarDate, Int)? {
        var rest = words
        var numbers: [Int] = []
        for sign: Unicode.Scalar in ["年", "月", "日"] {
            guard let (value, length) = Numeral.leading(rest), rest.dropFirst(length).first == sign else {
                return nil
            }
            numbers.append(value)
            rest = rest.dropFirst(length + 1)
        }
        guard numbers[0] > 1_000 else { return nil }
        guard let date = CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2]) else {
            return nil
        }
        return (date, words.count - rest.count)
    }
}
