import GitStore
import Material
import Statute

extension NightRun {
    /// What a text that something speaks against means for what is held back already; nil when it may pass, because it
    /// has come again and that is enough.
    func again(_ state: SourceState, _ open: OpenQuarantine) -> OpenQuarantine? {
        guard let before = state.quarantine?.open else { return open }
        let verdict = QuarantineRule.verdict(
            on: before, signals: open.signals, digest: open.digest, now: settings.now,
            hours: Int(settings.quarantineHours))
        switch verdict {
        case .stays(let next, _), .replaced(let next, _): return next
        case .released, .lifted: return nil
        }
    }

    /// Notes that a text is held back. Its bytes stand on captures already.
    func hold(
        _ number: Int, _ state: inout SourceState, _ outcome: inout SourceOutcome, _ open: OpenQuarantine?
    ) throws {
        guard let open else { return }
        outcome.signals = open.signals
        let isDropped = state.discarded.contains(open.digest)
        let isNew = state.quarantine?.open.digest != open.digest
        state.quarantine = SourceState.Quarantine(
            open: open, sha256: outcome.sha256 ?? "", capture: jobs[number].key.source,
            commit: try library.store.tip(.captures)?.description ?? "")
        outcome.isNews = isNew && !isDropped
        let name = jobs[number].name
        if isDropped {
            outcome.detail += "; dropped by a reviewer before"
        } else if isNew {
            outcome.detail +=
                "; the bytes are kept, no version was made: lexwatch review release \(name) takes it in, "
                + "lexwatch review discard \(name) drops it"
        } else {
            outcome.detail += "; held since \(UTC.text(open.firstSeen.secondsSince1970))"
        }
    }

    /// The jobs that are held back because too many turned at once.
    func brake() throws -> Set<Int> {
        var summaries: [Int: NightSummary] = [:]
        for verdict in verdicts { summaries[verdict.number] = try summary(of: verdict) }
        var night = Array(summaries.values)
        for (number, outcome) in outcomes where summaries[number] == nil {
            guard let kind = NightSummary.Outcome(rawValue: outcome.kind.rawValue) else { continue }
            night.append(
                NightSummary(
                    source: outcome.source, law: jobs[number].instrument.id.description,
                    host: jobs[number].host,
                    outcome: kind, signals: outcome.signals.map(\.kind)))
        }
        night.sort { $0.source < $1.source }
        turned = summaries.values.filter { $0.outcome != .unchanged && !$0.isFirst }
            .sorted { $0.source < $1.source }
        let verdict = NightBrake.verdict(
            on: night, history: try NightRecord.turned(in: library.store, before: settings.now, nights: 7))
        report.brake = verdict.reason
        let held = Set(verdict.held)
        return Set(summaries.filter { held.contains($0.value.source) }.keys)
    }

    private func summary(of verdict: Verdict) throws -> NightSummary {
        let job = jobs[verdict.number]
        let open = OpenQuarantine(signals: verdict.signals, digest: verdict.text.digest, at: settings.now)
        let isReleased = try !verdict.signals.isEmpty && again(states.state(job.name), open) == nil
        return NightSummary(
            source: job.name, law: job.instrument.id.description, host: job.host,
            outcome: verdict.signals.isEmpty || isReleased
                ? verdict.isUnchanged ? .unchanged : .changed : .quarantined,
            isFirst: verdict.isFirst, isReleased: isReleased, signals: verdict.signals.map(\.kind),
            drift: verdict.isUnchanged
                ? nil : verdict.previous.map { TextDrift(from: $0, to: verdict.text.parsed.text) })
    }
}

extension NightJob {
    /// Of the address that is asked for; empty for what needs no server.
    var host: String { source.kind.isLocal ? "" : URLHost.of(url) ?? "" }
}
