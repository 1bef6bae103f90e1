import Alerts
package import Redline
package import Statute

/// The drawn form of one entry: for each pair of provisions in it, the words with their fates.
package struct EntryRedline: Sendable {
    /// One old and one new provision, or one alone.
    package struct Part: Sendable {
        package var before: ArticleText?
        package var after: ArticleText?
        package var stretches: [Stretch]

        /// Both places: `第二十一条 → 第二十三条`.
        var title: String { [before, after].compactMap { $0?.displayLabel }.joined(separator: " → ") }
    }

    package var parts: [Part]

    /// Shorter runs may agree by chance and are not said to have moved.
    private static let leastCarried = 6

    package init(_ change: ProvisionChange, findings: SidedFindings = SidedFindings()) {
        parts = []
        var drawn: [(link: ProvisionLink, before: ArticleText, after: ArticleText, pieces: [RedlinePiece])] =
            []
        for link in change.links {
            guard let before = change.before.first(where: { $0.path == link.before }),
                let after = change.after.first(where: { $0.path == link.after })
            else { continue }
            let pieces = RedlinePiece.pieces(
                Array(before.string.unicodeScalars), Array(after.string.unicodeScalars), edits: link.edits)
            drawn.append((link, before, after, pieces))
        }
        for entry in drawn {
            let others = drawn.filter { $0.link != entry.link }
            let sources = others.filter { $0.link.after == entry.link.after }.flatMap { other in
                other.pieces.filter { $0.kind == .kept }.map { ($0.after, other.before.displayLabel) }
            }
            let targets = others.filter { $0.link.before == entry.link.before }.flatMap { other in
                other.pieces.filter { $0.kind == .kept }.map { ($0.before, other.after.displayLabel) }
            }
            parts.append(
                Part(
                    before: entry.before, after: entry.after,
                    stretches: StretchCutter(
                        before: entry.before, after: entry.after, findings: findings,
                        movedOut: targets.filter { $0.0.count >= Self.leastCarried },
                        movedIn: sources.filter { $0.0.count >= Self.leastCarried }
                    ).stretches(entry.pieces)))
        }
        let linkedBefore = Set(drawn.map(\.before.path))
        let linkedAfter = Set(drawn.map(\.after.path))
        for before in change.before where !linkedBefore.contains(before.path) {
            parts.append(Self.alone(before: before, after: nil, findings))
        }
        for after in change.after where !linkedAfter.contains(after.path) {
            parts.append(Self.alone(before: nil, after: after, findings))
        }
    }

    private static func alone(before: ArticleText?, after: ArticleText?, _ findings: SidedFindings) -> Part {
        let count = (before ?? after)?.string.unicodeScalars.count ?? 0
        let piece =
            before != nil
            ? RedlinePiece(kind: .deleted, before: 0..<count, after: 0..<0)
            : RedlinePiece(kind: .inserted, before: 0..<0, after: 0..<count)
        let cutter = StretchCutter(
            before: before, after: after, findings: findings, movedOut: [], movedIn: [])
        return Part(before: before, after: after, stretches: cutter.stretches([piece]))
    }

    /// Every highlight of the entry, old ones first, each concept and polarity of a side once.
    package static func badges(_ change: ProvisionChange, _ findings: SidedFindings) -> [Mark] {
        var seen: Set<String> = []
        let marks =
            change.before.flatMap { findings.marksBefore(in: $0.path) }
            + change.after.flatMap { findings.marksAfter(in: $0.path) }
        return marks.filter { seen.insert("\($0.side.rawValue) \($0.label)").inserted }
    }
}
