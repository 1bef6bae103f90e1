extension Snippet {
    /// How wide a snippet is, in columns; an ideograph takes two.
    static let width = 160
    /// How much of it stands before the first mark.
    private static let lead = 40

    /// Cuts the stretch with the most different finds; line ends become blanks.
    init(_ text: String, finds: [(range: Range<Int>, pattern: Int)]) {
        // Scalars with their place in bytes and their columns.
        var places: [(scalar: Unicode.Scalar, byte: Int, columns: Int)] = []
        var byte = 0
        for scalar in text.unicodeScalars {
            places.append((scalar == "\n" ? " " : scalar, byte, scalar.value < 0x1100 ? 1 : 2))
            byte += UTF8.width(scalar)
        }
        func index(ofByte wanted: Int) -> Int {
            var low = 0
            var high = places.count
            while low < high {
                let middle = (low + high) / 2
                if places[middle].byte < wanted { low = middle + 1 } else { high = middle }
            }
            return low
        }
        let marks = finds.map {
            (index(ofByte: $0.range.lowerBound)..<index(ofByte: $0.range.upperBound), $0.pattern)
        }
        let first = marks.isEmpty ? 0 : Self.best(marks, columns: { places[$0].columns })
        var start = marks.isEmpty ? 0 : marks[first].0.lowerBound
        var room = marks.isEmpty ? 0 : Self.lead
        while start > 0, room >= places[start - 1].columns {
            start -= 1
            room -= places[start].columns
        }
        start = Self.wordStart(
            start, places.map(\.scalar), atMost: marks.isEmpty ? 0 : marks[first].0.lowerBound)
        var end = start
        room = Self.width
        while end < places.count, room >= places[end].columns {
            room -= places[end].columns
            end += 1
        }
        if end < places.count { end = Self.wordEnd(end, places.map(\.scalar), atLeast: start + 1) }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: places[start..<end].map(\.scalar))
        self.text = String(view)
        self.marks = marks.compactMap { range, _ in
            let cut = range.clamped(to: start..<end)
            return cut.isEmpty ? nil : (cut.lowerBound - start)..<(cut.upperBound - start)
        }
        isCutBefore = start > 0
        isCutAfter = end < places.count
    }

    /// The mark at which the window with most different patterns begins, the first of several.
    private static func best(_ marks: [(Range<Int>, Int)], columns: (Int) -> Int) -> Int {
        var best = 0
        var most = 0
        for first in marks.indices {
            var room = width - lead
            var met: Set<Int> = []
            var at = marks[first].0.lowerBound
            for (range, pattern) in marks[first...].prefix(40) {
                while at < range.upperBound, room > 0 {
                    room -= columns(at)
                    at += 1
                }
                if room <= 0 { break }
                met.insert(pattern)
            }
            if met.count > most {
                most = met.count
                best = first
            }
        }
        return best
    }

    /// Moves forward to where a word in Latin letters begins.
    private static func wordStart(_ start: Int, _ scalars: [Unicode.Scalar], atMost limit: Int) -> Int {
        var index = start
        while index > 0, index < limit, isLatin(scalars[index]), isLatin(scalars[index - 1]) { index += 1 }
        while index < limit, scalars[index] == " " { index += 1 }
        return index
    }

    private static func wordEnd(_ end: Int, _ scalars: [Unicode.Scalar], atLeast limit: Int) -> Int {
        var index = end
        while index > limit, isLatin(scalars[index]), isLatin(scalars[index - 1]) { index -= 1 }
        return index == limit ? end : index
    }

    private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x250 && scalar.properties.isAlphabetic
    }
}
