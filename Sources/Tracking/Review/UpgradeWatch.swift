import GitStore
package import Statute

/// Tells news from upgrades: holds what the last run made of each instrument against what this one makes of it.
package struct UpgradeWatch {
    private let library: Library
    private let now: Int64
    private let last: [String: AssessedRecord]
    private let desk: ReviewDesk
    private let earlier: Alterations
    private var seen: [AssessedRecord] = []
    /// Alerts of steps that are not new, and that say something else than in the last run.
    package private(set) var altered: [AlterationRecord] = []

    /// - Parameter now: Unix seconds.
    package init(library: Library, now: Int64) throws {
        self.library = library
        self.now = now
        desk = try ReviewDesk(library.store)
        earlier = try Alterations(library.store)
        let records = try AssessedRecord.all(AssessedRecord.kind, in: library.store)
        last = Dictionary(records.map { ($0.instrument, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Whether the step leads on from what an earlier run, which went through to its end, had in the store: then it is
    /// news, and so is each further step, however many versions came in at once. A version that was there, one filled in
    /// before it, and the first ones of an instrument are no news, whatever is made of them today.
    package func leadsOn(_ pair: VersionPair) throws -> Bool {
        guard let record = last[pair.new.instrument.description] else {
            // Nothing tells what an earlier run had, so what came in after the older version is taken for news.
            return last.isEmpty && pair.new.record.known > pair.old.record.known
        }
        let held = try library.versions(of: pair.new.instrument).map(\.description)
        guard let newest = held.lastIndex(where: { record.versions.contains($0) }),
            let place = held.firstIndex(of: pair.new.name.description)
        else { return false }
        return place > newest
    }

    /// - Parameter steps: every step of the instrument.
    package mutating func observe(_ instrument: InstrumentID, versions: [VersionName], steps: [StepMark]) {
        let record = AssessedRecord(instrument: instrument, versions: versions, steps: steps)
        seen.append(record)
        guard let old = last[record.instrument] else { return }
        for step in steps {
            guard let was = old.steps.first(where: { $0.name == step.name }) else { continue }
            altered += AlterationRecord.between(
                was, step, catalogue: library.register.catalogue, at: now
            ).map { earlier.numbered($0, desk: desk) }
        }
    }

    /// Keeps what was seen, and each alteration for the reviewer. Last of all: a run that died before is made good.
    ///
    /// - Returns: how many commits were made; none when all is as it was.
    package func record() throws -> Int {
        var changes: [CommitDraft.Change] = []
        for alteration in altered { changes.append(.put(try alteration.path(), try alteration.encoded())) }
        for record in seen where last[record.instrument] != record {
            changes.append(.put(try AssessedRecord.path(record.instrument), try record.encoded()))
        }
        if changes.isEmpty { return 0 }
        var batch = StoreBatch()
        let title =
            altered.isEmpty
            ? "Keep what the alerts say" : "Keep what the alerts say; an upgrade altered \(altered.count)"
        batch.add(CommitDraft(changes: changes, title: title, time: UInt32(clamping: now)), to: .decisions)
        return try library.store.write(batch).written
    }
}
