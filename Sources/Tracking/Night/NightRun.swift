import GitStore
import Material
package import Statute

/// One night over the declared sources: fetch, keep the bytes, read, judge, and only then make versions.
///
/// Fetching and reading go on in tasks; this is the one thread that touches the store. A source always ends as one of
/// five outcomes, and none can stop or slow the others. Nothing is decided about a version before the whole night is
/// in, so that a night in which many sources turn at once can be held back.
package final class NightRun {
    let library: Library
    let ports: NightPorts
    let settings: NightSettings
    let crew: Crew
    var states: SourceStates
    var report = NightReport()
    var jobs: [NightJob] = []
    /// By job: where its chain goes on when it fails.
    var rest: [Int: ArraySlice<SourceDeclaration>] = [:]
    /// Jobs that are under way.
    var open: Set<Int> = []
    /// Captures that wait to be written, and the jobs whose bytes they are.
    var batch = StoreBatch()
    var waiting: [(job: Int, request: ReadingRequest)] = []
    var waitingBytes = 0
    /// What came, by job; taken out when the job is done with.
    var documents: [Int: FetchedDocument] = [:]
    var candidates: [Int: Candidate] = [:]
    /// Transient failures, to be tried once more at the end.
    var again: [(job: Int, failure: FetchFailure)] = []
    var verdicts: [Verdict] = []
    /// Sources that never gave anything before tonight.
    var firstNights: Set<String> = []
    /// Texts of archived states that will be taken in, by full name of their source.
    var tonight: [String: [Established.Entry]] = [:]
    /// Archived states that have been read: they are judged in the order of their days.
    var archived: [Int] = []
    /// Sources that say something else than before, for the nights to come.
    var turned: [NightSummary] = []
    /// Outcomes by job.
    var outcomes: [Int: SourceOutcome] = [:]
    var isStopping = false

    /// A text that has been read, with the gate's view of it.
    struct Candidate {
        var read: ReadText
        /// The text of an attached file, to be compared or to be taken.
        var attachment: ReadText?
        /// The job whose capture holds the text.
        var holder: Int
    }

    package init(library: Library, ports: NightPorts, settings: NightSettings, stop: NightStop = NightStop())
    {
        self.library = library
        self.ports = ports
        self.settings = settings
        crew = stop.crew
        states = SourceStates(library.store)
    }

    /// Runs over the sources of some instruments; all, when none are given.
    ///
    /// - Throws: ``StoreError`` when the store cannot be written, ``TrackingError`` when what it holds cannot be read.
    ///   What a source does is never thrown.
    package func run(only: Set<InstrumentID> = []) throws -> NightReport {
        let instruments = library.register.instruments.filter { only.isEmpty || only.contains($0.id) }
        let plan = NightPlan(instruments, isOffline: settings.isOffline)
        guard !plan.chains.isEmpty else { return report }
        report.last = try NightRecord.last(in: library.store)
        report.missed = MissedNights.between(report.last, settings.now)
        for chain in plan.chains { try begin(chain.instrument, chain.sources[...]) }
        try loop()
        if !isStopping { try tryAgain() }
        try finish()
        return report
    }

    // MARK: Steps

    /// Starts the first source of a chain that may be asked tonight.
    func begin(_ instrument: Instrument, _ sources: ArraySlice<SourceDeclaration>) throws {
        guard let source = sources.first else { return }
        let number = jobs.count
        let job = NightJob(
            instrument: instrument, source: source, purpose: source.kind.purpose,
            key: try CaptureKey(instrument: instrument.id, source: source.id), url: source.kind.place)
        jobs.append(job)
        rest[number] = sources.dropFirst()
        if isStopping { return defer_(number, "the run was stopped") }
        let state = try states.state(job.name)
        if state.lastSuccess == nil { firstNights.insert(job.name) }
        if let until = state.notBefore, until > settings.now {
            defer_(number, "the server asked not to come before \(UTC.text(until.secondsSince1970))")
            return try next(after: number)
        }
        switch source.kind {
        case .folder, .git: try collect(number)
        default: fetch(number, state)
        }
    }

    func fetch(_ number: Int, _ state: SourceState) {
        let job = jobs[number]
        var request = FetchRequest(url: job.url, limits: settings.limits)
        if job.purpose == .index, case .memento(let memento) = job.source.kind {
            let query = MementoQuery(memento, now: settings.now)
            request =
                query.mapRequest(limits: settings.limits)
                ?? query.gateRequest(at: query.nearest ?? query.from, limits: settings.limits) ?? request
        }
        // What a page attaches can change while the page does not.
        let mayAttach = job.source.attachment != .none || job.source.target == .found
        if job.source.kind.isConditional, !mayAttach, job.purpose == .page,
            state.reading == job.source.reading,
            state.quarantine == nil, let full = state.lastFull,
            settings.now.seconds(since: full) < settings.fullFetchDays * 86_400
        {
            request.validators = state.validators
        }
        open.insert(number)
        if job.round == 1 {
            crew.fetch(number, request, with: ports.fetcher)
        } else {
            crew.fetchAgain(number, request, with: ports.fetcher)
        }
    }

    func loop() throws {
        while !open.isEmpty || !waiting.isEmpty {
            if let event = crew.nextIfAny() {
                try take(event)
            } else if !waiting.isEmpty {
                // Nothing else to do: what has come is written, and then read.
                try keep()
            } else {
                try take(crew.next())
            }
            if waiting.count >= 64 || waitingBytes > 16 << 20 { try keep() }
        }
    }

    private func take(_ event: NightEvent) throws {
        switch event {
        case .fetched(let number, let result):
            open.remove(number)
            try fetched(number, result)
        case .read(let number, let result):
            open.remove(number)
            try read(number, result)
        case .collected(let number, let result):
            open.remove(number)
            try collected(number, result)
        case .stop(let signal):
            guard !isStopping else { return }
            isStopping = true
            report.stopped = signal
            crew.stop()
            for number in open.sorted() where outcomes[number] == nil {
                defer_(number, "the run was stopped before it was done")
            }
            open = []
            try keep()
        }
    }

    /// One more try for what may have passed.
    private func tryAgain() throws {
        // A source that comes after one that failed twice may fail for the first time: each has two rounds at most.
        while !again.isEmpty {
            let second = again
            again = []
            for (number, _) in second {
                jobs[number].round = 2
                if case .git = jobs[number].source.kind {
                    try collect(number)
                } else {
                    fetch(number, try states.state(jobs[number].name))
                }
            }
            try loop()
        }
    }

    func end(_ number: Int, _ outcome: SourceOutcome) {
        outcomes[number] = outcome
        // An attached file is judged with its page.
        let isPage = jobs[number].purpose == .page || jobs[number].purpose == .index
        if isPage { documents[number] = nil }
        ports.progress(
            NightProgress(done: outcomes.count, known: jobs.count, source: jobs[number].name))
    }

    func defer_(_ number: Int, _ why: String) {
        end(number, SourceOutcome(source: jobs[number].name, kind: .deferred, detail: why))
    }

    /// The next source of a chain, when one has failed.
    func next(after number: Int) throws {
        guard let sources = rest.removeValue(forKey: number), !sources.isEmpty else { return }
        try begin(jobs[number].instrument, sources)
    }

    /// The other sources of a chain are not needed when one has answered.
    func settle(_ number: Int) throws {
        for source in rest.removeValue(forKey: number) ?? [] {
            let key = try CaptureKey(instrument: jobs[number].instrument.id, source: source.id)
            jobs.append(
                NightJob(
                    instrument: jobs[number].instrument, source: source, purpose: .page, key: key,
                    url: source.kind.place))
            defer_(jobs.count - 1, "not needed: \(jobs[number].source.id) answered")
        }
    }
}
