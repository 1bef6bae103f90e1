import Redline
import Statute

/// Words of one origin that stand behind one another, cut where a line of the provision ends.
struct BlameStretch {
    /// Index into the origins of the provision.
    let origin: Int
    /// The runs as words; a run that was touched has what touched it.
    let pieces: [(words: String, touches: [BlameRun.Touch])]

    var words: String { pieces.map(\.words).joined() }

    /// Without blanks at the beginning, which no line should have.
    var shown: String { words.unicodeScalars.drop { $0 == " " }.string }

    /// For each line of the provision its stretches.
    static func lines(_ blame: ProvisionBlame) -> [[BlameStretch]] {
        let scalars = Array(blame.provision.string.unicodeScalars)
        var lines: [[BlameStretch]] = [[]]
        var open: (origin: Int, pieces: [(String, [BlameRun.Touch])])?
        func close() {
            if let open {
                lines[lines.count - 1].append(BlameStretch(origin: open.origin, pieces: open.pieces))
            }
            open = nil
        }
        for run in blame.runs {
            let words = scalars[run.range.clamped(to: 0..<scalars.count)]
            let parts = words.split(separator: "\n", omittingEmptySubsequences: false)
            for (index, part) in parts.enumerated() {
                if index > 0 {
                    close()
                    lines.append([])
                }
                if part.isEmpty { continue }
                // A blank that was kept between two changes is no news.
                let isBlank = part.allSatisfy { $0 == " " }
                if open?.origin != run.origin, !isBlank { close() }
                let piece = (part.string, run.touches)
                if open == nil { open = (run.origin, [piece]) } else { open?.pieces.append(piece) }
            }
        }
        close()
        return lines.filter { !$0.isEmpty }
    }
}
