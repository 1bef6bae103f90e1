/// One line of an input: its number from 1 and its words without surrounding blanks.
struct SourceLine {
    let number: Int
    let content: Scalars

    var isEmpty: Bool { content.isEmpty }

    /// Splits at every kind of line break; CRLF is one break.
    static func lines(of source: String) -> [SourceLine] {
        let scalars = Array(source.unicodeScalars)
        var lines: [SourceLine] = []
        var start = 0
        var index = 0
        while index < scalars.count {
            if scalars[index].isLineBreak {
                lines.append(SourceLine(number: lines.count + 1, content: scalars[start..<index].trimmed))
                let isCRLF =
                    scalars[index].value == 0x0D && index + 1 < scalars.count
                    && scalars[index + 1].value == 0x0A
                index += isCRLF ? 2 : 1
                start = index
            } else {
                index += 1
            }
        }
        if start < scalars.count {
            lines.append(SourceLine(number: lines.count + 1, content: scalars[start...].trimmed))
        }
        return lines
    }
}
