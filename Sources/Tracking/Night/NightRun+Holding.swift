import GitStore
import Material
import Statute

extension NightRun {
    /// Notes that a text is held back. Its bytes stand on captures already.
    func quarantine(
        _ number: Int, _ state: inout SourceState, _ outcome: inout SourceOutcome, _ signals: [Signal],
        digest: String
    ) throws {
        let now = settings.now
        outcome.signals = signals
        var held = SourceState.Quarantine(
            signals: signals, digest: digest, sha256: outcome.sha256 ?? "", capture: jobs[number].key.source,
            commit: try library.store.tip(.captures)?.description ?? "", firstSeen: now, lastSeen: now, count: 1)
        if let before = state.quarantine, before.digest == digest {
            held.firstSeen = before.firstSeen
            held.count = before.count + 1
        } else {
            outcome.isNews = !state.discarded.contains(digest)
        }
        state.quarantine = held
        let name = jobs[number].name
        if state.discarded.contains(digest) {
            outcome.detail += "; dropped by a reviewer before"
            return
        }
        outcome.detail += outcome.isNews
            ? "; the bytes are kept, no version was made: lexwatch review release \(name) takes it in, "
                + "lexwatch review discard \(name) drops it"
            : "; held since \(UTC.text(held.firstSeen.secondsSince1970))"
    }

    /// The jobs that are held back because too many turned at once.
    func brake() -> Set<Int> {
        let summaries = verdicts.map { verdict in
            NightBrake.Summary(
                source: jobs[verdict.number].name, host: URLHost.of(jobs[verdict.number].url) ?? "",
                isUnchanged: verdict.isUnchanged, isFirst: verdict.isFirst, signals: verdict.signals,
                previous: verdict.previous, text: verdict.text.parsed.text)
        }
        let same = outcomes.values.count { $0.kind == .unchanged }
        guard let decision = NightBrake.decide(summaries, unchanged: same) else { return [] }
        report.brake = decision.reason
        return Set(
            verdicts.filter { decision.held.contains(jobs[$0.number].name) }.map(\.number))
    }
}
