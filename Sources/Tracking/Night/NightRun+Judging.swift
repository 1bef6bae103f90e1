import GitStore
import Material
import Statute

extension NightRun {
    /// What the gate and the store say of one text, before the night as a whole is judged.
    struct Verdict {
        var number: Int
        var text: ReadText
        /// The capture source that holds it.
        var capture: String
        var named: VersionNaming.Named
        var previous: StatuteText?
        var signals: [Signal]
        var isUnchanged: Bool
        /// The source says something for the first time.
        var isFirst: Bool
    }

    /// Judges a text that is complete; the rest of its chain is asked where it is doubtful.
    func judge(_ number: Int) throws {
        guard let candidate = candidates.removeValue(forKey: number) else { return }
        let job = jobs[number]
        let text = candidate.holder == number ? candidate.read : candidate.attachment ?? candidate.read
        let capture = jobs[candidate.holder].key.source
        // The states of one page in an archive are one source, and say what it said on other days.
        let isState = job.archived != nil
        var established = try Established(
            job.instrument.id, capture: isState ? job.source.id + "." : capture,
            language: job.source.language,
            in: library)
        for entry in isState ? tonight[job.sourceName] ?? [] : [] { established.add(entry) }
        let same = isState ? established.entry(text.digest) : established.newest
        let isUnchanged = same?.digest == text.digest
        let naming = VersionNaming(
            instrument: job.instrument, source: job.source,
            held: try library.versions(of: job.instrument.id) + established.entries.map(\.version),
            now: job.archived ?? settings.now)
        let bytes = documents[candidate.holder].map { SHA256.hex(of: $0.bytes) } ?? ""
        // The same bytes that are read otherwise, by another XPath or a better reader, are no change in the law.
        let isReadAnew = same?.sha256 == bytes
        let named =
            isUnchanged || isReadAnew
            ? VersionNaming.Named(version: same?.version ?? .undated, dates: LegalDates())
            : naming.name(text, established: established, announcement: job.announcement)
        let signals = PageGate.signals(
            GateInput(
                subject: GateSubject(job, named.version), exchange: documents[number]?.exchange,
                readout: candidate.read.readout, text: text.parsed.text, diagnostics: text.parsed.diagnostics,
                previous: established.newest?.text,
                earlierDigests: isState ? [] : established.entries.dropFirst().map(\.digest),
                attachment: job.source.attachment == .beside ? candidate.attachment?.parsed.text : nil,
                markup: documents[number].map { Array($0.bytes.prefix(64 << 10)) } ?? []))
        // What a person has let in goes on being let in, as long as it is that text.
        let isReleased = try isUnchanged && states.state(job.name).released.contains(text.digest)
        let verdict = Verdict(
            number: number, text: text, capture: capture, named: named, previous: established.newest?.text,
            signals: isReleased ? [] : signals, isUnchanged: isUnchanged, isFirst: established.entries.isEmpty
        )
        verdicts.append(verdict)
        if isState, signals.isEmpty {
            tonight[job.sourceName, default: []].append(
                .init(version: named.version, digest: text.digest, text: text.parsed.text, sha256: bytes))
        }
        if verdict.signals.isEmpty { try settle(number) } else { try next(after: number) }
    }

    /// Makes versions of what may pass, and holds back the rest.
    func apply() throws {
        let braked = try brake()
        var recorder = Recorder(library: library, now: settings.now.secondsSince1970)
        for verdict in verdicts {
            let job = jobs[verdict.number]
            var state = try states.state(job.name)
            var outcome = outcome(verdict.number, .unchanged, "", documents[verdict.number])
            outcome.version = verdict.named.version
            var signals = verdict.signals
            if braked.contains(verdict.number) {
                signals.append(Signal(.brake, report.brake ?? "", release: .reviewer))
            }
            let open = OpenQuarantine(signals: signals, digest: verdict.text.digest, at: settings.now)
            if let open = signals.isEmpty ? nil : again(state, open) {
                outcome.kind = .quarantined
                outcome.detail = open.signals.map(\.message).joined(separator: "; ")
                try hold(verdict.number, &state, &outcome, open)
            } else {
                do {
                    try take(verdict, &recorder, &outcome, since: state.lastSuccess)
                    succeeded(&state, &outcome)
                    state.quarantine = nil
                    state.sha256 = outcome.sha256
                    state.reading = job.source.reading
                    state.validators = documents[verdict.number]?.exchange.validators
                    state.lastFull = settings.now
                } catch {
                    // One bad law cannot stop the night.
                    outcome.kind = .failed
                    outcome.detail = "\(error)"
                    failed(&state, &outcome)
                }
            }
            try states.set(state, for: job.name)
            end(verdict.number, outcome)
        }
        report.commits += try recorder.commit().written
        try Timelines.follow(library)
    }

    private func take(
        _ verdict: Verdict, _ recorder: inout Recorder, _ outcome: inout SourceOutcome, since: Instant?
    ) throws {
        let notices = verdict.text.readout.notices
        if verdict.isUnchanged {
            outcome.detail = (["the same text"] + notices).joined(separator: "; ")
            return
        }
        var arrival = try arrival(verdict)
        if let since, !arrival.isBackfill {
            arrival.window = VersionRecord.Window(
                after: UTC.text(since.secondsSince1970), before: UTC.text(settings.now.secondsSince1970))
        }
        switch try recorder.take(arrival, isGated: false) {
        case .added where !arrival.isBackfill:
            outcome.kind = .changed
            outcome.isNews = true
            let window = arrival.window.map { ", observed between \($0.after) and \($0.before)" } ?? ""
            outcome.detail = "new version \(verdict.named.version)\(window)"
        case .added, .joined:
            outcome.kind = .changed
            outcome.detail = "first capture of \(verdict.named.version)"
        case .upgraded(let why):
            outcome.kind = .changed
            outcome.detail = "\(why): no change in the law"
        case .unchanged: outcome.detail = "the same text"
        case .second(agrees: true): outcome.detail = "another source holds the same text"
        case .second(agrees: false):
            outcome.detail =
                "differs from the text of \(verdict.named.version) that another source gave first"
        case .quarantined(let why):
            outcome.kind = .quarantined
            outcome.detail = why
        }
        if !notices.isEmpty { outcome.detail += "; " + notices.joined(separator: "; ") }
    }

    func arrival(_ verdict: Verdict) throws -> Arrival {
        let job = jobs[verdict.number]
        let key = try CaptureKey(instrument: job.instrument.id, source: verdict.capture)
        guard let kept = try library.store.capture(key) else {
            throw TrackingError.noCapture(key.description)
        }
        var note = job.source.isMirror ? "a copy of the official text" : nil
        if let archived = job.archived {
            note = "as an archive kept it on \(UTC.text(archived.secondsSince1970))"
        }
        let record = try CaptureRecord(kept.metadata)
        return Arrival(
            origin: record.origin, bytes: kept.document, fileExtension: kept.type, source: verdict.capture,
            instrument: job.instrument.id, title: verdict.text.parsed.text.title,
            version: verdict.named.version,
            text: verdict.text.parsed.text, diagnostics: verdict.text.parsed.diagnostics,
            provenance: Provenance(general: .init(fidelity: .official, sources: [record.origin], note: note)),
            provenanceBytes: nil, dates: verdict.named.dates, isBackfill: isBackfill(job))
    }

    /// What a source holds when it is first asked, and what an archive holds, was there before and is no news.
    private func isBackfill(_ job: NightJob) -> Bool {
        job.archived != nil || firstNights.contains(job.sourceName)
    }
}
