/// Counts the numbered paragraphs of a document and writes their numbers, as Word shows them.
struct ListCounters {
    let numbering: WordNumbering
    let styles: WordStyles
    /// By pattern, then by level; no entry where a level has not had its turn.
    private var counts: [String: [Int: Int]] = [:]
    private var begun: Set<String> = []
    /// Formats that we could not write, or are not sure of.
    private(set) var unwritten: Set<String> = []
    private(set) var doubtful: Set<String> = []

    init(numbering: WordNumbering, styles: WordStyles) {
        self.numbering = numbering
        self.styles = styles
    }

    /// The number that stands before the next paragraph, with the blank after it; empty for none.
    mutating func label(_ own: WordStyles.NumberingReference, style: String?) -> String {
        let inherited = styles.numbering(of: style)
        guard let id = own.list ?? inherited.list, id != "0", let list = numbering.list(id) else { return "" }
        // A level that names the style wins over the level that the style names.
        let linked =
            own.list == nil
            ? list.levels.first { $0.value.style != nil && $0.value.style == style }?.key : nil
        let place = own.level ?? linked ?? inherited.level ?? 0
        guard (0...WordNumbering.deepest).contains(place), let level = list.levels[place] else { return "" }
        count(place, in: list, id: id)
        let words = words(of: level, in: list)
        return words.isEmpty || level.isTight ? words : words + " "
    }

    private mutating func count(_ place: Int, in list: WordNumbering.List, id: String) {
        var counts = self.counts[list.pattern] ?? [:]
        if begun.insert(id).inserted {
            for place in list.starts.keys { counts[place] = nil }
        }
        func start(_ place: Int) -> Int { list.starts[place] ?? list.levels[place]?.start ?? 0 }
        for above in 0..<place where counts[above] == nil { counts[above] = start(above) }
        counts[place] = counts[place].map { $0 < Int.max ? $0 + 1 : $0 } ?? start(place)
        for below in (place + 1)..<(WordNumbering.deepest + 2) {
            let restart = list.levels[below]?.restart
            // 0 never restarts; n restarts only after level n or one above it, counted from 1.
            if restart == 0 { continue }
            if let restart, place + 1 > restart { continue }
            counts[below] = nil
        }
        self.counts[list.pattern] = counts
    }

    private mutating func words(of level: WordNumbering.Level, in list: WordNumbering.List) -> String {
        if level.format == "bullet" { return SymbolFont.bullet(level.words) }
        var written = ""
        var scalars = level.words.unicodeScalars[...]
        while let scalar = scalars.popFirst() {
            guard scalar == "%", let digit = scalars.first, ("1"..."9").contains(digit) else {
                written.unicodeScalars.append(scalar)
                continue
            }
            scalars = scalars.dropFirst()
            let place = Int(digit.value - 0x31)
            let format = level.isLegal ? "decimal" : list.levels[place]?.format ?? "decimal"
            let number = counts[list.pattern]?[place] ?? list.levels[place]?.start ?? 0
            if NumberFormat.isDoubtful(number, format) { doubtful.insert(format) }
            if let words = NumberFormat.written(number, format) {
                written += words
            } else {
                unwritten.insert(format)
                written += String(number)
            }
        }
        return written
    }
}
