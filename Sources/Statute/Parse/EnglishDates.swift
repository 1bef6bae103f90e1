/// A day that an English text names, and where.
struct EnglishDate {
    let date: CalendarDate
    /// Scalars of the day alone, half-open.
    let range: Range<Int>

    /// Every `7 November 2016`, `November 7th, 2016` and `Nov. 7, 2016` in the words, in order.
    static func all(in scalars: [Unicode.Scalar]) -> [EnglishDate] {
        let words = Word.all(in: scalars)
        var found: [EnglishDate] = []
        var index = 0
        while index + 2 < words.count {
            let (a, b, c) = (words[index], words[index + 1], words[index + 2])
            let parts: (day: Int?, month: Int?) =
                b.month != nil ? (a.day, b.month) : (b.day, a.month)
            if let day = parts.day, let month = parts.month, let year = c.year,
                let date = CalendarDate(year: year, month: month, day: day)
            {
                found.append(EnglishDate(date: date, range: a.range.lowerBound..<c.range.upperBound))
                index += 3
            } else {
                index += 1
            }
        }
        return found
    }

    /// A run of ASCII letters and digits, in lower case.
    struct Word {
        let text: String
        let range: Range<Int>

        static func all(in scalars: [Unicode.Scalar]) -> [Word] {
            var words: [Word] = []
            var start: Int?
            for index in 0...scalars.count {
                let belongs = index < scalars.count && isPart(scalars[index])
                if belongs {
                    start = start ?? index
                } else if let from = start {
                    words.append(Word(text: lowered(scalars[from..<index]), range: from..<index))
                    start = nil
                }
            }
            return words
        }

        private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9": true
            default: false
            }
        }

        private static func lowered(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
            var text = ""
            for scalar in scalars {
                text.unicodeScalars.append(
                    ("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value) + 0x20) : scalar)
            }
            return text
        }

        var month: Int? {
            let names = [
                "january", "february", "march", "april", "may", "june", "july", "august", "september",
                "october",
                "november", "december",
            ]
            if let index = names.firstIndex(of: text) { return index + 1 }
            if text == "sept" { return 9 }
            return text.utf8.count == 3 ? names.firstIndex { $0.hasPrefix(text) }.map { $0 + 1 } : nil
        }

        /// 7, 07, 7th.
        var day: Int? {
            let digits = text.utf8.prefix { (0x30...0x39).contains($0) }
            let rest = String(text.utf8.dropFirst(digits.count)) ?? ""
            guard (1...2).contains(digits.count), ["", "st", "nd", "rd", "th"].contains(rest) else {
                return nil
            }
            return Int(String(digits) ?? "")
        }

        var year: Int? { text.utf8.count == 4 ? Int(text).flatMap { $0 > 1_000 ? $0 : nil } : nil }
    }
}
