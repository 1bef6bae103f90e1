import Alerts
import Statute

/// The words on the picture: what moved it, and what the mechanism of the promise did.
extension BarometerChart {
    var eventLabels: [ChartLabels.Label] {
        view.rows.compactMap { row in
            guard case .moved(let event) = row else { return nil }
            guard let text = event.text else {
                let what = event.kind == .promise ? "promise made" : BarometerWords.phase(event.after.phase)
                return ChartLabels.Label(
                    x: axis.x(event.date), words: "\(event.date) \(what)",
                    tip: "\(event.date) \(what): \(BarometerWords.phase(event.after.phase))",
                    class: "label promise")
            }
            // What waits is told once, when it takes effect.
            if event.kind == .adopted, view.hasTakenEffect(text) { return nil }
            let name = Self.shortened(
                BarometerWords.title(text.titles, or: text.instrument, language), to: 44)
            let moved = Self.moved(event)
            let words = [name, Self.stage(event, text), moved].filter { !$0.isEmpty }.joined(separator: " ")
            return ChartLabels.Label(
                x: axis.x(event.date), words: words,
                tip: ([
                    "\(event.date) \(BarometerWords.text(text, language)): \(BarometerWords.happening(event))"
                ] + BarometerWords.movements(event, view.concepts)).joined(separator: "; "),
                class: event.isProposal ? "label draft" : "label")
        }
    }

    /// What a reader must know beside the name; nothing for a text that simply takes effect.
    private static func stage(_ event: BarometerEvent, _ text: DatedText) -> String {
        switch event.kind {
        case .proposed: return text.version.stage
        case .adopted: return "waits"
        case .suspended, .repealed, .superseded: return event.kind.rawValue
        case .inForce, .promise, .force:
            let stage = text.version.stage == "adopted" ? [] : [text.version.stage]
            let doubt = event.basis == .effective ? [] : ["day of effect not known"]
            return (stage + doubt).joined(separator: ", ")
        }
    }

    /// `+2▲ −1◆`
    private static func moved(_ event: BarometerEvent) -> String {
        let signs = [(1, "+"), (-1, "−")].flatMap { change, sign in
            ChartBand.allCases.compactMap { band -> String? in
                let count = event.movements.count { $0.change == change && band.holds($0.provision) }
                return count > 0 ? "\(sign)\(count)\(band.sign(isHollow: event.isProposal))" : nil
            }
        }
        return signs.joined(separator: " ")
    }

    private static func shortened(_ words: String, to columns: Int) -> String {
        if DisplayWidth.of(words) <= columns { return words }
        return LineBreaker.prefix(words, width: columns - 1) + "…"
    }

    var markLabels: [ChartLabels.Label] {
        view.steps.map { step in
            ChartLabels.Label(
                x: axis.x(step.date),
                words:
                    "\(step.date) \(AgreementWords.state(step.state)): \(Self.shortened(step.what, to: 60))",
                tip: "\(step.date) \(AgreementWords.state(step.state)): \(step.what)", class: "label")
        }
    }
}
