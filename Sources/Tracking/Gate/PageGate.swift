import Material
import Statute

/// Decides whether a captured text may become a change: a page that is not the law must never become a change in
/// the law, and half of a law never a deletion (reliability.md, A3 rows 10, 13, 17–22).
///
/// Pure and total. Silence lets the text pass; every signal holds it back, and the bytes are kept either way.
package enum PageGate {
    /// What speaks against a text, in the order of ``Signal/Kind``; each kind once.
    ///
    /// A text that is the one before but for blanks can only be told for its codepoints: ask this also where the
    /// digests are equal.
    package static func signals(_ input: GateInput) -> [Signal] {
        if let previous = input.previous, TextDigest.sameButForBlanks(previous, input.text) {
            return CharacterCheck.unseen(input.text, previous: previous)
                + AttachmentCheck.signals(GateView(input)).filter { $0.kind == .attachmentDiffers }
        }
        let view = GateView(input)
        var found = ChallengeCheck.signals(view)
        found += TitleCheck.signals(view)
        found += NumberCheck.signals(view)
        found += ContinuityCheck.signals(view)
        found += EndingCheck.signals(view)
        found += ListCheck.signals(view)
        found += LossCheck.signals(view)
        found += HostCheck.signals(view)
        found += AttachmentCheck.signals(view)
        found += CharacterCheck.signals(view)
        found += HistoryCheck.signals(view)
        if let lost = input.diagnostics.first(where: { $0.category == .notConserved }) {
            found.append(
                Signal(
                    .conservation,
                    "the parser lost words of line \(lost.line): a fault of ours, not of the page",
                    release: .reviewer))
        }
        return merged(found)
    }

    /// The first of each kind, a reviewer's before the other.
    private static func merged(_ signals: [Signal]) -> [Signal] {
        Signal.Kind.allCases.compactMap { kind in
            let same = signals.filter { $0.kind == kind }
            return same.first { $0.release == .reviewer } ?? same.first
        }
    }
}
