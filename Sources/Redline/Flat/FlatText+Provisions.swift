import Statute

/// The bytes of a text that was parsed before: what a ``FlatText`` of its provisions points into.
struct FlatSource {
    /// Between a label and its words: a byte that no UTF-8 holds.
    private static let seam: UInt8 = 0xFF

    private(set) var bytes: [UInt8] = []
    private var lines: [FlatText.Line] = []
    private var ends: [(lines: Int, family: Unit.Family)] = []

    init(_ units: [(text: ArticleText, family: Unit.Family)]) {
        bytes.reserveCapacity(
            units.reduce(0) {
                $0 + $1.text.lines.reduce(0) { $0 + $1.text.utf8.count + $1.label.utf8.count + 2 }
            })
        for unit in units {
            for line in unit.text.lines { add(line) }
            ends.append((lines.count, unit.family))
        }
    }

    private mutating func add(_ line: ArticleText.Line) {
        let start = bytes.count
        bytes.append(contentsOf: line.label.utf8)
        let labelEnd = bytes.count
        if !line.label.isEmpty { bytes.append(Self.seam) }
        let words = bytes.count
        bytes.append(contentsOf: line.text.utf8)
        lines.append(
            FlatText.Line(
                start: Int32(clamping: start), labelEnd: Int32(clamping: labelEnd),
                wordsStart: Int32(clamping: words), end: Int32(clamping: bytes.count)))
        bytes.append(0x0A)
    }

    /// - Parameter bytes: those of this source, held in place by the caller.
    func flat(_ bytes: UnsafeBufferPointer<UInt8>, _ arena: Arena) -> FlatText {
        var text = FlatText(bytes, arena)
        var next = 0
        for end in ends {
            let first = next
            while next < end.lines {
                text.add(lines[next])
                next += 1
            }
            text.close(end.family, firstLine: first)
        }
        return text
    }
}
