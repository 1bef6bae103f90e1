import GitStore
import Material
import Statute

extension NightRun {
    /// Judges the night, makes the versions, and attests what became of every source; in this order, so that a run that
    /// dies says less than it did and never more.
    func finish() throws {
        for (number, failure) in again { try failed(number, failure) }
        again = []
        for number in archived.sorted(by: {
            (jobs[$0].archived ?? settings.now) < (jobs[$1].archived ?? settings.now)
        }) {
            try judge(number)
        }
        try apply()
        for number in jobs.indices where outcomes[number] == nil {
            defer_(number, "the run was stopped before it was done")
        }
        report.outcomes = jobs.indices.compactMap { number in
            if case .attachment = jobs[number].purpose { return nil }
            return outcomes[number]
        }
        // A look into empty drop boxes is no night: it attests nothing, and a second one moves no branch.
        if settings.isOffline, report.outcomes.allSatisfy({ $0.kind == .unchanged }) { return }
        let record = NightRecord(report, started: settings.now, turned: turned)
        var changes = try states.changes()
        changes.append(
            .put(try StoreLayout.night(settings.now.secondsSince1970), try record.encoded()))
        var ending = StoreBatch()
        let counts = SourceOutcome.Kind.allCases.map { "\(report.count($0)) \($0.rawValue)" }
        ending.add(
            CommitDraft(
                changes: changes,
                title: "Night of \(UTC.text(settings.now.secondsSince1970)): "
                    + counts.joined(separator: ", "),
                time: UInt32(clamping: settings.now.secondsSince1970)),
            to: .runs)
        _ = try library.store.write(ending)
    }
}

/// The days on which no run was made.
enum MissedNights {
    /// The calendar days in Beijing between two runs, both left out; none before the first run.
    static func between(_ last: Instant?, _ now: Instant) -> [CalendarDate] {
        guard let last else { return [] }
        let first = Beijing.day(last).unixTime
        let end = Beijing.day(now).unixTime
        guard end - first > 86_400 else { return [] }
        // A clock that was wrong by years must not fill the memory.
        return stride(from: first + 86_400, to: end, by: 86_400).prefix(400).map {
            CalendarDate(unixTime: $0)
        }
    }
}
