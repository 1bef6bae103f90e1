import GitStore
import Material
import Statute

extension NightRun {
    /// Goes on to the documents that an index page names.
    func follow(_ number: Int, _ readout: Readout) throws {
        guard case .listing(_, let words) = jobs[number].source.kind else { return }
        let listing = Listing(
            links: readout.links, page: documents[number]?.exchange.finalURL ?? jobs[number].url, words: words
        )
        try follow(number, listing)
    }

    /// Goes on to the documents that a feed names.
    func followFeed(_ number: Int, _ document: FetchedDocument) throws {
        guard case .feed(_, let words) = jobs[number].source.kind else { return }
        switch ports.feeds.feed(ReadingRequest(document, of: jobs[number])) {
        case .success(let feed): try follow(number, Listing(feed: feed, words: words))
        case .failure(let fault):
            try failed(number, FetchFailure(kind: .malformed, message: fault.message, isTransient: false))
        }
    }

    private func follow(_ number: Int, _ listing: Listing) throws {
        let job = jobs[number]
        let count = listing.found.count
        let words = ["\(count) \(count == 1 ? "document" : "documents") found"] + listing.notices
        try answered(number, words.joined(separator: "; "))
        for found in listing.found {
            try begin(
                NightJob(
                    instrument: job.instrument, source: job.source, purpose: .page,
                    key: try CaptureKey(
                        instrument: job.instrument.id, source: "\(job.source.id).\(found.id)"),
                    url: found.url, announcement: Announcement(found)))
        }
    }

    /// Goes on to the states of a page that an archive lists, but for those that are held: a state never changes.
    func followMap(_ number: Int, _ document: FetchedDocument, _ memento: MementoDeclaration) throws {
        let job = jobs[number]
        let query = MementoQuery(memento, now: settings.now)
        let map = TimeMap(document.bytes, url: document.exchange.finalURL ?? job.url, original: memento.url)
        let moments = query.choice(from: map.moments)
        let held = try moments.count { try isHeld($0, job) }
        let words = "\(map.moments.count) states listed, \(moments.count) of them wanted, \(held) held"
        try answered(number, ([words] + map.notices).joined(separator: "; "))
        for moment in moments { try begin(moment, query, job) }
    }

    /// Goes on to the state that a time gate leads to, where an archive has no time map.
    func followGate(_ number: Int, _ document: FetchedDocument, _ memento: MementoDeclaration) throws {
        let query = MementoQuery(memento, now: settings.now)
        let moment = Result { () throws(MementoFault) in
            try query.moment(behind: document.exchange, near: query.nearest ?? query.from)
        }
        switch moment {
        case .success(let moment):
            try answered(number, "leads to the state of \(UTC.text(moment.datetime.secondsSince1970))")
            try begin(moment, query, jobs[number])
        case .failure(let fault):
            try failed(number, FetchFailure(kind: .malformed, message: fault.message, isTransient: false))
        }
    }

    /// What an archive answers for a state that was asked for; nil when it is that state.
    func objection(to document: FetchedDocument, of job: NightJob) -> String? {
        guard job.archived != nil, case .memento(let memento) = job.source.kind else { return nil }
        do throws(MementoFault) {
            let moment = try MementoQuery(memento, now: settings.now).moment(of: document.exchange)
            guard moment.datetime != job.archived else { return nil }
            return
                "the archive gives the state of another time, \(UTC.text(moment.datetime.secondsSince1970))"
        } catch {
            return error.message
        }
    }

    private func isHeld(_ moment: ArchivedMoment, _ job: NightJob) throws -> Bool {
        try library.store.capture(CaptureKeys.state(moment.datetime, of: job)) != nil
    }

    private func begin(_ moment: ArchivedMoment, _ query: MementoQuery, _ job: NightJob) throws {
        if try isHeld(moment, job) { return }
        let request = query.request(for: moment, limits: settings.limits)
        try begin(
            NightJob(
                instrument: job.instrument, source: job.source, purpose: .page,
                key: try CaptureKeys.state(moment.datetime, of: job), url: request.url,
                archived: moment.datetime))
    }

    /// An index has been read.
    func answered(_ number: Int, _ detail: String) throws {
        let job = jobs[number]
        var state = try states.state(job.name)
        state.succeeded(at: settings.now)
        try states.set(state, for: job.name)
        end(number, outcome(number, .unchanged, detail, documents[number]))
    }

    /// Starts a job that a source led to.
    private func begin(_ job: NightJob) throws {
        let number = jobs.count
        jobs.append(job)
        if isStopping { return defer_(number, "the run was stopped") }
        let state = try states.state(job.name)
        if let until = state.notBefore, until > settings.now {
            return defer_(number, "the server asked not to come before \(UTC.text(until.secondsSince1970))")
        }
        fetch(number, state)
    }
}

extension Announcement {
    init(_ found: FoundDocument) {
        self.init(words: found.words, date: found.date)
    }
}

extension StageGuess {
    /// Whether what is announced is a text of the law and not about it.
    var isText: Bool { self != .commentary && self != .decision }
}
