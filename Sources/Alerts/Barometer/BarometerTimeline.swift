/// How the texts of one country stood to one commitment at every date, and what moved it.
///
/// Pure: made from dated texts, asks no clock. The state of a day is the sum over the instruments in force on it;
/// drafts and adopted texts that wait for their day are summed apart.
package struct BarometerTimeline: Sendable, Hashable {
    package let commitment: Commitment
    /// Lower-case country code.
    package let country: String
    /// In the order of their days; on one day what happens to the promise comes first.
    package let events: [BarometerEvent]
    /// Instruments with a held text that says nothing on the commitment.
    package let silent: [String]
    /// Versions of which no text is held.
    package let unread: [DatedText]
    /// Versions that bear on the commitment, but of which no day is known.
    package let undated: [DatedText]
    private let courses: [InstrumentCourse]

    /// - Parameters:
    ///   - texts: of the country; those of one instrument in legal order.
    package init(commitment: Commitment, concepts: [Concept], country: String, texts: [DatedText]) {
        let barometer = Barometer(commitment: commitment, concepts: concepts)
        var order: [String] = []
        var grouped: [String: [DatedText]] = [:]
        for text in texts {
            if grouped[text.instrument] == nil { order.append(text.instrument) }
            grouped[text.instrument, default: []].append(text)
        }
        let all = order.map {
            InstrumentCourse(grouped[$0] ?? [], barometer: barometer, country: country)
        }
        let bearing = all.filter(\.bears)
        self.commitment = commitment
        self.country = country
        courses = bearing
        silent = all.filter { course in
            !course.bears && course.stops.contains { $0.text.reading != nil }
        }.compactMap { $0.stops.first?.text.instrument }
        unread = texts.filter { $0.reading == nil && !$0.stage.ends }
        undated = bearing.flatMap(\.stops).filter { $0.text.begins == nil && !$0.provisions.isEmpty }
            .map(\.text)
        events = TimelineWalk(commitment: commitment, country: country, courses: bearing).events
    }

    /// The state at the end of a day.
    package func state(on date: String) -> BarometerState {
        events.last { !date.isEarlier(than: $0.date) }?.after
            ?? BarometerState(phase: phase(on: date))
    }

    /// What the commitment is for the country on a day.
    package func phase(on date: String) -> BarometerState.Phase { commitment.phase(of: country, on: date) }

    /// The events from a day on, until the end of another.
    package func events(from start: String, through end: String) -> [BarometerEvent] {
        events.filter { !$0.date.isEarlier(than: start) && !end.isEarlier(than: $0.date) }
    }

    /// What is already decided and comes after a day.
    package func ahead(of day: String) -> [BarometerEvent] { events.filter { day.isEarlier(than: $0.date) } }

    /// A text that stands on a day, with the articles that count.
    package struct StandingText: Sendable, Hashable {
        package var text: DatedText
        package var isProposal: Bool
        package var provisions: [BarometerProvision]
    }

    /// The texts that stand at the end of a day; of each instrument the law before the proposal.
    package func standing(on day: String) -> [StandingText] {
        let phase = commitment.phase(of: country, on: day)
        var standing: [StandingText] = []
        for course in courses {
            let lanes = course.lanes(on: day)
            for (index, isProposal) in [(lanes.inForce, false), (lanes.proposed, true)] {
                guard let index, !course.stops[index].provisions.isEmpty else { continue }
                standing.append(
                    StandingText(
                        text: course.stops[index].text, isProposal: isProposal,
                        provisions: phase.weighed(course.stops[index].provisions)))
            }
        }
        return standing
    }

    /// Whether any text of the country was ever read that bears on the commitment.
    package var isEmpty: Bool { courses.isEmpty }
}

extension BarometerState.Phase {
    /// The articles as they count in this phase.
    func weighed(_ provisions: [BarometerProvision]) -> [BarometerProvision] {
        guard case .outside(let force) = self else { return provisions }
        return provisions.map { $0.outside(by: force.rawValue) }
    }
}
