import Statute

/// Walks through the days of a commitment's timeline and keeps what happens on each.
struct TimelineWalk {
    private let commitment: Commitment
    private let country: String
    private let courses: [InstrumentCourse]
    private var lanes: [InstrumentCourse.Lanes]
    private(set) var events: [BarometerEvent] = []

    init(commitment: Commitment, country: String, courses: [InstrumentCourse]) {
        self.commitment = commitment
        self.country = country
        self.courses = courses
        lanes = Array(repeating: InstrumentCourse.Lanes(), count: courses.count)
        var due: [String: [Int]] = [:]
        for (index, course) in courses.enumerated() {
            for day in course.days { due[day, default: []].append(index) }
        }
        let periods = commitment.force.filter { $0.party == country }.compactMap(\.from)
        let promise = Set(periods).union([commitment.since])
        for day in promise.union(due.keys).sorted(by: { $0.isEarlier(than: $1) }) {
            if promise.contains(day) { turn(on: day) }
            for index in due[day] ?? [] { move(index, on: day) }
        }
    }

    private func state(on day: String) -> BarometerState {
        let phase = commitment.phase(of: country, on: day)
        func tally(_ lane: (InstrumentCourse.Lanes) -> Int?) -> BarometerTally {
            let standing = zip(courses, lanes).flatMap { course, lanes in
                lane(lanes).map { course.stops[$0].provisions } ?? []
            }
            return BarometerTally(phase.weighed(standing))
        }
        return BarometerState(
            phase: phase, inForce: tally(\.inForce), proposed: tally(\.proposed))
    }

    private var last: BarometerState {
        // Before everything that can be written as a day.
        events.last?.after ?? BarometerState(phase: commitment.phase(of: country, on: "0001-01-01"))
    }

    /// The promise is made, or its force changes.
    private mutating func turn(on day: String) {
        let after = state(on: day)
        // A period that begins before the promise, or goes on as before, changes nothing.
        if day != commitment.since, after.phase == last.phase { return }
        events.append(
            BarometerEvent(
                date: day, basis: .promise, kind: day == commitment.since ? .promise : .force, text: nil,
                movements: [], before: last, after: after))
    }

    private mutating func move(_ index: Int, on day: String) {
        let course = courses[index]
        let old = lanes[index]
        let new = course.lanes(on: day)
        guard old != new else { return }
        let before = last
        lanes[index] = new
        let after = state(on: day)
        let isLaw = old.inForce != new.inForce
        guard let shown = isLaw ? new.inForce : new.proposed else { return }
        let text = course.stops[shown].text
        let replaced = isLaw ? old.inForce : course.base(of: text, after: old)
        let follows = replaced.flatMap { text.follows[course.stops[$0].text.version.name] }
        var movements = BarometerEvent.Movement.between(
            after.phase.weighed(replaced.map { course.stops[$0].provisions } ?? []),
            after.phase.weighed(course.stops[shown].provisions), follows: follows)
        if let replaced, course.stops[replaced].text.reading?.provenance.extract != nil, let follows {
            let heirs = Set(follows.values.joined())
            for index in movements.indices where movements[index].change > 0 {
                movements[index].mayBeOlder = !heirs.contains(movements[index].provision.article)
            }
        }
        var event = BarometerEvent(
            date: day, basis: isLaw ? text.inForce?.basis ?? .adopted : text.announcedAs,
            kind: Self.kind(text.stage, isLaw: isLaw), text: text,
            replaces: replaced.map { course.stops[$0].text.version.name }, movements: movements,
            before: before, after: after)
        if isLaw, let ended = old.proposed, new.proposed == nil, ended != shown {
            event.endsProposal = course.stops[ended].text.version.name
        }
        events.append(event)
    }

    private static func kind(_ stage: DatedText.Stage, isLaw: Bool) -> BarometerEvent.Kind {
        switch stage {
        case .draft: .proposed
        case .adopted: isLaw ? .inForce : .adopted
        case .suspended: .suspended
        case .repealed: .repealed
        case .superseded: .superseded
        }
    }
}
