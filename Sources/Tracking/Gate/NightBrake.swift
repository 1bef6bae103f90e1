/// Stops a night in which the machine, not the law, has changed (reliability.md, A3 row 20; demands.md, N19).
///
/// Legislatures amend many laws at once, but each amended text then names the day in its headnotes and gains
/// words; a site under maintenance, a new page build or a new parser does neither. So what is dated and adds words
/// is no turn, and everything else counts.
package enum NightBrake {
    package struct Verdict: Sendable, Hashable {
        /// Nil when the night may pass.
        package var reason: String?
        /// The sources whose changes are not to be committed, sorted; empty when the night may pass.
        package var held: [String]
        /// Those of ``held`` that are dated amendments with words added: held with the rest, the first to look at.
        package var explained: [String]

        package var brakes: Bool { reason != nil }

        /// What holds each of ``held`` back, for its quarantine; nil when the night may pass.
        package var signal: Signal? {
            reason.map { Signal(.brake, "the night was stopped: \($0)", release: .reviewer) }
        }
    }

    /// The fewest sources that may turn at once before anything is thought of it.
    package static let fewest = 4
    /// Percent of the sources that answered.
    package static let share = 30
    /// Laws of one host that lose, or gain, in the same way.
    package static let laws = 3

    /// - Parameters:
    ///   - night: one summary for each source of the run.
    ///   - history: of the nights before, as far back as a slow drift is looked for (seven is enough), in any order, without
    ///     those that a reviewer has looked at.
    package static func verdict(on night: [NightSummary], history: [NightSummary] = []) -> Verdict {
        let changed = night.filter { $0.outcome == .changed && !$0.isFirst && !$0.isReleased }
        let answered = night.count { $0.answered }
        let turned = night.filter(\.turned)
        if turned.count >= fewest, turned.count * 100 > answered * share {
            let quarantined = turned.count { $0.outcome == .quarantined }
            return verdict(
                "\(turned.count) of the \(answered) sources that answered turned at once (\(turned.count - quarantined) changed, \(quarantined) quarantined) without naming a new date; \(commonest(turned))",
                holding: changed)
        }
        if let (reason, hosts) = losing(night, history) ?? gaining(night, history) {
            return verdict(reason, holding: changed.filter { hosts == $0.host })
        }
        return Verdict(reason: nil, held: [], explained: [])
    }

    private static func verdict(_ reason: String, holding held: [NightSummary]) -> Verdict {
        Verdict(
            reason: reason, held: held.map(\.source).sorted(),
            explained: held.filter(\.isExplained).map(\.source).sorted())
    }

    private static func commonest(_ turned: [NightSummary]) -> String {
        var counts: [Signal.Kind: Int] = [:]
        for kind in turned.flatMap(\.signals) { counts[kind, default: 0] += 1 }
        let order = Signal.Kind.allCases
        guard let most = order.max(by: { counts[$0, default: 0] < counts[$1, default: 0] }),
            counts[most] != nil
        else {
            return "no signal spoke against any of them"
        }
        return "most often seen: \(most.rawValue)"
    }

    /// Several laws of one host that only lose, and lose the same kind of thing (legalize-kr, PR 10).
    private static func losing(_ night: [NightSummary], _ history: [NightSummary]) -> (String, host: String)?
    {
        for host in hosts(night) {
            for loss in TextDrift.Loss.allCases {
                let tonight = night.filter { $0.host == host && loses($0, loss) }
                guard !tonight.isEmpty else { continue }
                let all = tonight + history.filter { $0.host == host && loses($0, loss) }
                let laws = Set(all.map(\.law))
                guard laws.count >= Self.laws else { continue }
                let lost = all.reduce(0) { $0 + ($1.drift?.charactersLost ?? 0) }
                let when = tonight.count == all.count ? "tonight" : "tonight and in the nights before"
                return (
                    "\(laws.count) laws from \(name(host)) lost \(loss.rawValue) \(when) and gained nothing (\(lost) characters): a parser or a page may have changed, not the laws",
                    host
                )
            }
        }
        return nil
    }

    /// A loss that no dated amendment explains; lists that go as a whole are explained by none.
    private static func loses(_ summary: NightSummary, _ loss: TextDrift.Loss) -> Bool {
        guard summary.turned,
            let drift = summary.drift, drift.loss == loss
        else { return false }
        let wholesale = (loss == .items || loss == .subitems) && drift.losesListsWholesale
        return wholesale || (drift.isDeletionsOnly && !drift.namesNewDate)
    }

    /// The same new line in several laws of one host, undated: furniture of the page that came into the text.
    private static func gaining(_ night: [NightSummary], _ history: [NightSummary]) -> (String, host: String)?
    {
        for host in hosts(night) {
            let tonight = night.filter { $0.host == host && $0.outcome == .changed && $0.turned }
            guard !tonight.isEmpty else { continue }
            let past = history.filter { $0.host == host && $0.outcome == .changed && $0.turned }
            var laws: [String: Set<String>] = [:]
            for summary in tonight + past {
                for line in summary.drift?.addedLines ?? [] { laws[line, default: []].insert(summary.law) }
            }
            let shared = laws.filter { $0.value.count >= Self.laws }.keys
                .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            let lines = Set(tonight.flatMap { $0.drift?.addedLines ?? [] })
            guard let line = shared.first(where: { lines.contains($0) }) else { continue }
            return (
                "\(laws[line]?.count ?? 0) laws from \(name(host)) gained the same line, “\(PlainWords.short(line))”, and name no new date",
                host
            )
        }
        return nil
    }

    private static func hosts(_ night: [NightSummary]) -> [String] {
        Set(night.map(\.host)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private static func name(_ host: String) -> String { host.isEmpty ? "sources without a host" : host }
}
