import GitStore
import Material
import Statute

extension NightRun {
    /// What a server said.
    func fetched(_ number: Int, _ result: FetchResult) throws {
        let job = jobs[number]
        var state = try states.state(job.name)
        state.lastTried = settings.now
        switch result {
        case .notModified(let exchange):
            var outcome = SourceOutcome(
                source: job.name, kind: .unchanged, detail: "not modified", status: exchange.status,
                sha256: state.sha256, seconds: exchange.seconds)
            succeeded(&state, &outcome)
            try states.set(state, for: job.name)
            end(number, outcome)
            try settle(number)
        case .failed(let failure):
            if job.purpose == .index, case .memento = job.source.kind, failure.exchange.status == 404 {
                return try answered(number, "the archive has no state of the page")
            }
            // Who says when to come back is not asked before.
            if failure.isTransient, failure.kind != .deferred, failure.retryAfter == nil, job.round == 1,
                !isStopping
            {
                return again.append((number, failure))
            }
            try failed(number, failure)
        case .document(let document):
            documents[number] = document
            if job.purpose == .index {
                switch job.source.kind {
                case .memento(let memento):
                    return memento.timemap == nil
                        ? try followGate(number, document, memento) : try followMap(number, document, memento)
                case .feed: return try followFeed(number, document)
                default: return read(number, ReadingRequest(document, of: job))
                }
            }
            if let objection = objection(to: document, of: job) {
                return try failed(
                    number, FetchFailure(kind: .malformed, message: objection, isTransient: false))
            }
            let sha256 = SHA256.hex(of: document.bytes)
            guard job.purpose == .page, job.source.attachment == .none, job.source.target != .found,
                state.sha256 == sha256,
                state.reading == job.source.reading, state.quarantine == nil
            else { return try stage(number, document, sha256) }
            var outcome = outcome(number, .unchanged, "the same bytes", document)
            succeeded(&state, &outcome)
            state.validators = document.exchange.validators
            state.lastFull = settings.now
            try states.set(state, for: job.name)
            end(number, outcome)
            try settle(number)
        }
    }

    /// A source that gave nothing; the next of its chain is tried.
    func failed(_ number: Int, _ failure: FetchFailure) throws {
        let job = jobs[number]
        if failure.kind == .cancelled { return defer_(number, "the run was stopped before it was done") }
        if case .attachment(let page) = job.purpose {
            end(
                number,
                SourceOutcome(source: job.name, kind: .failed, detail: failure.message, failure: failure.kind)
            )
            return try attachmentFailed(page, failure.message)
        }
        var state = try states.state(job.name)
        state.lastTried = settings.now
        var outcome = SourceOutcome(
            source: job.name, kind: failure.kind == .deferred ? .deferred : .failed, detail: failure.message,
            failure: failure.kind, status: failure.exchange.status, bytes: failure.bytes.count,
            seconds: failure.exchange.seconds)
        state.notBefore = failure.retryAfter.map { settings.now.advanced(by: $0) }
        if failure.kind != .deferred { failed(&state, &outcome) }
        try states.set(state, for: job.name)
        end(number, outcome)
        try next(after: number)
    }

    /// Notes that a source gave what can be used; of one whose failure was told, this is told, too.
    func succeeded(_ state: inout SourceState, _ outcome: inout SourceOutcome) {
        if state.isTold, let since = state.brokenSince {
            outcome.isNews = true
            outcome.detail += "; answers again, after failing since \(Beijing.day(since))"
        }
        state.succeeded(at: settings.now)
    }

    /// Notes a failure; one that has lasted is told, once.
    func failed(_ state: inout SourceState, _ outcome: inout SourceOutcome) {
        state.failed(at: settings.now)
        guard let since = state.brokenSince else { return }
        let days = settings.now.seconds(since: since) / 86_400
        guard days >= settings.patienceDays else { return }
        outcome.detail += "; broken since \(Beijing.day(since)), \(state.failures) nights tried"
        outcome.isNews = !state.isTold
        state.isTold = true
    }

    // MARK: Keeping

    /// Takes the bytes into the next batch of captures; they are read when they are kept.
    func stage(_ number: Int, _ document: FetchedDocument, _ sha256: String) throws {
        let job = jobs[number]
        let request = ReadingRequest(document, of: job)
        if try !isKept(document.bytes, job) {
            let record = CaptureRecord(
                origin: document.exchange.finalURL ?? job.url, sha256: sha256, bytes: document.bytes.count,
                captured: UTC.text(settings.now.secondsSince1970), exchange: document.exchange,
                archived: job.archived.map { UTC.text($0.secondsSince1970) }, xpath: job.source.xpath,
                reading: SourceDeclaration.readingVersion)
            batch.add(
                try .capture(
                    job.key, document: document.bytes, type: request.ending, metadata: record.encoded(),
                    title: "Capture \(job.instrument.id) from \(job.key.source)",
                    time: UInt32(clamping: settings.now.secondsSince1970)),
                to: .captures)
        }
        waiting.append((number, request))
        waitingBytes += document.bytes.count
    }

    /// Whether the newest capture has these bytes and says that they are read as they will be now: a capture tells
    /// what was made of it, so that the same bytes read otherwise are another one.
    private func isKept(_ bytes: [UInt8], _ job: NightJob) throws -> Bool {
        guard let kept = try library.store.capture(job.key), kept.document == bytes else { return false }
        let record = try CaptureRecord(kept.metadata)
        return record.xpath == job.source.xpath && record.reading == SourceDeclaration.readingVersion
    }

    /// Writes the captures that wait, and only then lets anything look inside them.
    func keep() throws {
        if !batch.isEmpty {
            report.commits += try library.store.write(batch).written
            batch = StoreBatch()
        }
        let kept = waiting
        waiting = []
        waitingBytes = 0
        for (number, request) in kept {
            if isStopping {
                defer_(number, "its bytes are kept; the run was stopped before they were read")
            } else {
                read(number, request)
            }
        }
    }

    func read(_ number: Int, _ request: ReadingRequest) {
        open.insert(number)
        crew.read(number, request, language: jobs[number].source.language, with: ports.reader)
    }

    // MARK: Words

    func outcome(
        _ number: Int, _ kind: SourceOutcome.Kind, _ detail: String, _ document: FetchedDocument?
    ) -> SourceOutcome {
        SourceOutcome(
            source: jobs[number].name, kind: kind, detail: detail, status: document?.exchange.status,
            bytes: document?.bytes.count, sha256: document.map { SHA256.hex(of: $0.bytes) },
            seconds: document?.exchange.seconds ?? 0)
    }
}

extension Exchange {
    /// From the first request to the last answer.
    var seconds: Int64 {
        guard let first = hops.first, let last = hops.last else { return 0 }
        return max(0, last.finished.seconds(since: first.started))
    }
}
