package import Alerts

/// One commitment and one country, as every rendering of the barometer needs it.
package struct BarometerView: Sendable {
    package var agreement: Agreement
    package var timeline: BarometerTimeline
    /// ISO 8601 days between which it is shown; the last is the day of the reading.
    package var start: String
    package var today: String
    /// What concepts are called in a sentence, by id.
    package var concepts: [String: String]

    package init(
        agreement: Agreement, timeline: BarometerTimeline, start: String, today: String,
        concepts: [Concept] = []
    ) {
        self.concepts = Dictionary(concepts.map { ($0.id, $0.titleInSentence) }) { first, _ in first }
        self.agreement = agreement
        self.timeline = timeline
        self.start = start
        self.today = today
    }

    package var commitment: Commitment { timeline.commitment }
    package var country: String { timeline.country }

    /// A line of the table: an event that moved something, or a run of events that did not.
    enum Row {
        case moved(BarometerEvent)
        case unchanged([BarometerEvent])
    }

    var events: [BarometerEvent] { timeline.events(from: start, through: today) }

    /// How it stood when the window opens.
    var opening: BarometerState {
        timeline.events.last { $0.date.isEarlier(than: start) }?.after
            ?? BarometerState(phase: timeline.phase(on: start))
    }

    /// The texts that stood when the window opens.
    var openingTexts: [BarometerTimeline.StandingText] {
        timeline.events.last { $0.date.isEarlier(than: start) }.map { timeline.standing(on: $0.date) } ?? []
    }

    /// What happened between the days, with the events that moved nothing folded.
    var rows: [Row] {
        var rows: [Row] = []
        for event in events {
            if event.moved || event.kind == .promise || event.kind == .force {
                rows.append(.moved(event))
            } else if case .unchanged(let run)? = rows.last {
                rows[rows.count - 1] = .unchanged(run + [event])
            } else {
                rows.append(.unchanged([event]))
            }
        }
        return rows
    }

    /// How it stands on the last day.
    var now: BarometerState { timeline.state(on: today) }

    /// What the mechanism of the promise did between the days: dialogues held, due or lapsed.
    var steps: [Commitment.Step] {
        commitment.steps.filter { !$0.date.isEarlier(than: start) && !today.isEarlier(than: $0.date) }
            .sorted { $0.date.isEarlier(than: $1.date) }
    }

    /// Whether a text has become law by the last day.
    func hasTakenEffect(_ text: DatedText) -> Bool {
        events.contains { $0.kind == .inForce && $0.text == text }
    }
}
