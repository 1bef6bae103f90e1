package import Redline
import Statute

extension RedlineView {
    /// The entries that were asked for and are known, in order.
    package var chosen: [ProvisionChange] {
        changes.changes.filter { !$0.unverified && selection.holds($0, findings) }
    }

    /// Entries that are drawn one by one: those with changed words or out of their place, and with `--all` every
    /// other one too.
    package var drawn: [ProvisionChange] {
        chosen.filter { showsAll || ($0.kind != .unchanged && !$0.isFolded) }
    }

    /// Same words under another number, told in a line.
    package var renumbered: [ProvisionChange] {
        showsAll ? [] : chosen.filter { $0.isFolded && $0.kind == .renumbered }
    }

    /// Changed only in references that follow a renumbering, told in a line.
    package var referencesOnly: [ProvisionChange] {
        showsAll ? [] : chosen.filter { $0.isFolded && $0.kind == .modified }
    }

    /// Equal text and number, told in a line.
    package var unchanged: [ProvisionChange] {
        showsAll ? [] : chosen.filter { $0.kind == .unchanged }
    }

    /// Entries of which one side is only assumed; told whatever was asked for.
    package var unknown: [ProvisionChange] { changes.changes.filter(\.unverified) }

    /// Changes that are known and were not asked for.
    package var omitted: [ProvisionChange] {
        changes.changes.filter {
            !$0.unverified && $0.kind != .unchanged && !selection.holds($0, findings)
        }
    }

    /// What is folded, in a line each: `72 articles renumbered: 6–79 → 7–80`.
    package var formalLines: [(title: String, ranges: String)] {
        [
            ("renumbered", renumbered, true),
            ("changed only in references that follow", referencesOnly, true),
            ("unchanged", unchanged, false),
        ].compactMap { words, entries, isRange in
            guard !entries.isEmpty else { return nil }
            let title = "\(ChangeWords.articles(entries.count)) \(words)"
            return (title, isRange ? NumberRuns.steps(entries, among: changes.changes) : "")
        }
    }

    /// What changed around the provisions; left out with a selection, which is about provisions.
    package var frameChanges: [FrameChange] {
        selection.terms.isEmpty ? FrameChange.all(in: changes) : []
    }

    /// Said where nothing is drawn.
    var nothingDrawn: String {
        selection.words.map { "No change was found for \($0)." } ?? "No words changed."
    }

    /// `Not shown (--only away): 14 modified · 64 renumbered`; nil where nothing was left out.
    package var omittedLine: String? {
        guard let words = selection.words else { return nil }
        var counts: [ChangeKind: Int] = [:]
        for change in omitted { counts[change.kind, default: 0] += 1 }
        var told = ChangeKind.allCases.compactMap { kind in counts[kind].map { "\($0) \(kind.rawValue)" } }
        let frame = FrameChange.all(in: changes).count
        if frame > 0 { told.append("\(frame) in title, headnotes and headings") }
        return "Not shown (\(words)): \(told.isEmpty ? "nothing" : told.joined(separator: " · "))"
    }
}

extension ProvisionChange {
    /// Formal and in its place: told in a line with its like, not drawn.
    var isFolded: Bool {
        switch kind {
        case .renumbered: !moved
        case .modified: !moved && significance == .formal
        default: false
        }
    }

    /// Not a word differs, references that follow included: there is nothing to draw but the words themselves.
    var isVerbatim: Bool {
        (kind == .unchanged || kind == .renumbered) && links.allSatisfy { $0.edits.isEmpty }
    }
}
