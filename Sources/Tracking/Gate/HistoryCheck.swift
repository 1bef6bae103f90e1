import Material
import Statute

/// What only the source's own past can tell.
enum HistoryCheck {
    static func signals(_ view: GateView) -> [Signal] { flipFlop(view) + undated(view) + layout(view) }

    /// Two nodes behind one address, or a cache, show two states in turn (reliability.md, A3 row 21; OTA 294).
    private static func flipFlop(_ view: GateView) -> [Signal] {
        guard !view.input.earlierDigests.isEmpty,
            let turn = view.input.earlierDigests.firstIndex(of: TextDigest(of: view.input.text))
        else { return [] }
        return [
            Signal(
                .flipFlop,
                "unstable source: it gave this very text before, \(turn + 1) \(turn == 0 ? "text" : "texts") before the present one",
                release: .reviewer)
        ]
    }

    /// Amendments are added to the headnotes, never taken away.
    private static func undated(_ view: GateView) -> [Signal] {
        guard let previous = view.input.previous, view.holdsStatute, view.drift?.namesNewDate != true else {
            return []
        }
        let before = Set(LegalHistory.events(in: previous.headnotes).map(\.date))
        let after = Set(LegalHistory.events(in: view.input.text.headnotes).map(\.date))
        let gone = before.subtracting(after).sorted()
        if let newest = after.max(), let then = before.max(), newest < then {
            return [
                Signal(
                    .undated,
                    "the headnotes end with \(newest), and the text before with \(then): an older state",
                    release: .reviewer)
            ]
        }
        guard after.count < before.count, let last = gone.last else { return [] }
        return [
            Signal(
                .undated,
                "the headnotes name \(after.count) days of law-making, before \(before.count); \(last) is gone",
                // Headnotes that are gone as a whole are a matter of the page; an older state is not.
                release: after.isEmpty ? .secondCapture : .reviewer)
        ]
    }

    /// The declared element is gone and the words differ: one of the two explains the other.
    private static func layout(_ view: GateView) -> [Signal] {
        guard view.input.readout.place == .fallback, let drift = view.drift, !drift.isDatedAmendment else {
            return []
        }
        return [
            Signal(
                .layout,
                "the declared element is no longer on the page, and the text found instead differs (\(drift.charactersLost) characters gone, \(drift.charactersGained) new)",
                release: .reviewer)
        ]
    }
}
