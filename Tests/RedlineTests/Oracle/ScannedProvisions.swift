import Statute

@testable import Redline

/// The provisions of a text as lines, from the parser or from the scan of bytes, in one form.
struct ScannedProvisions: Equatable {
    struct Line: Equatable {
        var label: String
        var words: String
    }

    struct Entry: Equatable {
        var family: Unit.Family
        var lines: [Line]
    }

    var entries: [Entry]

    /// What the parser makes of canonical text.
    init(parsing text: String, _ language: Language) {
        entries = Unit.all(of: CanonicalText.parse(text, language: language).text).map { unit in
            Entry(family: unit.family, lines: unit.text.lines.map { Line(label: $0.label, words: $0.text) })
        }
    }

    /// What the scan makes of its bytes; nil where it leaves the text to the parser.
    init?(scanning text: String) {
        let found = Array(text.utf8).withUnsafeBufferPointer { bytes -> [Entry]? in
            let arena = Arena(bytes: 1)
            return withExtendedLifetime(arena) {
                CanonicalScan.text(bytes, arena).map { flat in Self.entries(flat, bytes) }
            }
        }
        guard let found else { return nil }
        entries = found
    }

    private static func entries(_ flat: FlatText, _ bytes: UnsafeBufferPointer<UInt8>) -> [Entry] {
        func string(_ start: Int32, _ end: Int32) -> String {
            String(decoding: bytes[Int(start)..<Int(end)], as: UTF8.self)
        }
        return (0..<flat.units.count).map { index in
            let unit = flat.units[index]
            let lines = (Int(unit.firstLine)..<Int(unit.endLine)).map { at in
                let line = flat.lines[at]
                return Line(
                    label: string(line.start, line.labelEnd), words: string(line.wordsStart, line.end))
            }
            return Entry(family: unit.family, lines: lines)
        }
    }
}
