import Redline
import Statute

/// Two texts in one, every change marked: accepting all of it gives the new text, rejecting all of it the old one,
/// to the last character.
///
/// Time and memory grow with the length of both texts (and n log n with the number of provisions).
package struct TrackedText: Sendable {
    package let paragraphs: [TrackedParagraph]
    /// Said beside the words, by ``TrackedParagraph/Run/remark``.
    package let remarks: [String]

    /// - Parameter view: with a selection only the chosen provisions stand in the text, on both sides.
    package init(_ view: RedlineView) {
        let changes = view.changes
        var olds: [ProvisionPath: ArticleText] = [:]
        var news: [ProvisionPath: ArticleText] = [:]
        let shown = view.selection.terms.isEmpty ? changes.changes : view.chosen
        for change in shown {
            for before in change.before { olds[before.path] = before }
            for after in change.after { news[after.path] = after }
        }
        var old = TextUnit.all(of: changes.oldFrame, provisions: olds)
        var new = TextUnit.all(of: changes.newFrame, provisions: news)
        if !view.selection.terms.isEmpty {
            old.removeAll { $0.role != .title && $0.role != .provision }
            new.removeAll { $0.role != .title && $0.role != .provision }
        }
        var stream = TrackedStream(old: old, new: new, changes: shown, remarks: Remarks(view))
        stream.run()
        paragraphs = stream.paragraphs
        remarks = stream.said
    }

    /// The paragraphs after accepting every change.
    package var accepted: [String] { resolved(without: .deleted) }

    /// The paragraphs after rejecting every change.
    package var rejected: [String] { resolved(without: .inserted) }

    private func resolved(without dropped: Fate) -> [String] {
        var lines = [""]
        for paragraph in paragraphs {
            for run in paragraph.runs where run.fate != dropped { lines[lines.count - 1] += run.text }
            if paragraph.end != dropped { lines.append("") }
        }
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }
}
