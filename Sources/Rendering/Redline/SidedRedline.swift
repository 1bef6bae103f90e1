package import Redline
package import Statute

/// One provision as it stands on its own side, its words parted by whether they stand on the other side too.
package struct SidedProvision: Sendable {
    /// Words of one fate within one line.
    package struct Run: Sendable, Hashable {
        package var text: String
        /// Deleted in the old text, inserted in the new one.
        package var isChanged: Bool
    }

    package var provision: ArticleText
    /// One array of runs for each line of ``provision``.
    package var lines: [[Run]]
    /// Whether the printed number differs from every partner's.
    package var isRenumbered: Bool
}

/// One entry as a comparison table shows it: every old provision once, every new one once.
package struct SidedRedline: Sendable {
    package var before: [SidedProvision]
    package var after: [SidedProvision]

    package init(_ change: ProvisionChange) {
        var keptBefore: [ProvisionPath: [Range<Int>]] = [:]
        var keptAfter: [ProvisionPath: [Range<Int>]] = [:]
        var partners: [ProvisionPath: [String]] = [:]
        var partnersAfter: [ProvisionPath: [String]] = [:]
        for link in change.links {
            guard let before = change.before.first(where: { $0.path == link.before }),
                let after = change.after.first(where: { $0.path == link.after })
            else { continue }
            partners[before.path, default: []].append(after.label)
            partnersAfter[after.path, default: []].append(before.label)
            let pieces = RedlinePiece.pieces(
                Array(before.string.unicodeScalars), Array(after.string.unicodeScalars), edits: link.edits)
            for piece in pieces where piece.kind == .kept {
                keptBefore[before.path, default: []].append(piece.before)
                keptAfter[after.path, default: []].append(piece.after)
            }
        }
        before = change.before.map {
            Self.sided($0, kept: keptBefore[$0.path] ?? [], partners: partners[$0.path])
        }
        after = change.after.map {
            Self.sided($0, kept: keptAfter[$0.path] ?? [], partners: partnersAfter[$0.path])
        }
    }

    private static func sided(
        _ provision: ArticleText, kept: [Range<Int>], partners: [String]?
    ) -> SidedProvision {
        let scalars = Array(provision.string.unicodeScalars)
        var isKept = [Bool](repeating: false, count: scalars.count)
        for range in kept { for index in range.clamped(to: 0..<scalars.count) { isKept[index] = true } }
        var lines: [[SidedProvision.Run]] = [[]]
        var text = String.UnicodeScalarView()
        var isChanged = false
        func flush() {
            guard !text.isEmpty else { return }
            lines[lines.count - 1].append(.init(text: String(text), isChanged: isChanged))
            text = String.UnicodeScalarView()
        }
        for (scalar, kept) in zip(scalars, isKept) {
            if scalar == "\n" {
                flush()
                lines.append([])
                continue
            }
            if kept == isChanged { flush() }
            isChanged = !kept
            text.append(scalar)
        }
        flush()
        let isRenumbered =
            partners.map { labels in
                !labels.contains { $0.utf8.elementsEqual(provision.label.utf8) }
            } ?? true
        return SidedProvision(provision: provision, lines: lines, isRenumbered: isRenumbered)
    }
}
