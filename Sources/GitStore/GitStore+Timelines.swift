package import Statute

extension GitStore {
    /// Writes `timeline/<country>/<slug>` for each instrument: one commit a version, in legal order, texts at
    /// the root, so that `git log -p` reads as the law's history. All of them share one pack.
    ///
    /// The ids depend on the entries alone, so a rebuild that changes nothing moves nothing. A timeline
    /// without entries is removed.
    ///
    /// - Throws: ``StoreError``; what it had moved by then is right and stays.
    @discardableResult
    package func rebuild(_ timelines: [Timeline]) throws(StoreError) -> TimelineReport {
        let stage = try stage()
        defer { stage.discard() }
        let packs = stage.packs
        var report = TimelineReport()
        var moves: [(key: InstrumentID, old: ObjectID?, new: ObjectID)] = []
        for timeline in timelines {
            let key = timeline.instrument
            let old = try repository.tip(StoreLayout.timeline(key))
            guard let new = try commits(timeline, stage) else {
                if old != nil { report.removed.append(key) }
                continue
            }
            if new == old { report.unchanged.append(key) } else { moves.append((key, old, new)) }
        }
        try stage.flush()
        report.packs = stage.packs - packs
        for move in moves {
            let reference = try StoreLayout.timeline(move.key)
            willMove(reference)
            guard try repository.move(reference, from: move.old, to: move.new) else {
                throw .conflict(reference: reference, attempts: 1)
            }
            report.moved.append(move.key)
        }
        for key in report.removed { try repository.delete(StoreLayout.timeline(key)) }
        return report
    }

    /// Instruments whose versions changed since the timelines were made: of a run that died in between, too. All, where
    /// nothing says when they were made.
    package func instrumentsBehind() throws(StoreError) -> Set<InstrumentID> {
        guard let tip = try tip(.versions) else { return [] }
        guard let base = try repository.tip(StoreLayout.timelinesBase) else { return Set(try instruments()) }
        if base == tip { return [] }
        var found: Set<InstrumentID> = []
        for change in try changes(from: base, to: tip) {
            let parts = change.path.split(separator: "/")
            guard parts.count > 2 else { continue }
            let name = "\(parts[0])/\(parts[2])"
            found.insert(try ours(name, InstrumentID(stored: name)))
        }
        return found
    }

    /// Notes that the timelines are those of the versions as they are now.
    package func timelinesAreMade() throws(StoreError) {
        guard let tip = try tip(.versions) else { return }
        let base = try repository.tip(StoreLayout.timelinesBase)
        guard base != tip else { return }
        guard try repository.move(StoreLayout.timelinesBase, from: base, to: tip) else {
            throw .conflict(reference: StoreLayout.timelinesBase, attempts: 1)
        }
    }

    /// Instruments that have a timeline, sorted.
    package func timelines() throws(StoreError) -> [InstrumentID] {
        var found: [InstrumentID] = []
        for name in try repository.references(below: StoreLayout.timelines) {
            let words = String(name.dropFirst(StoreLayout.timelines.count))
            found.append(try ours(name, InstrumentID(stored: words)))
        }
        return found.sorted()
    }

    /// The last commit of a timeline; nil when it has no entry.
    private func commits(_ timeline: Timeline, _ stage: PackStage) throws(StoreError) -> ObjectID? {
        var last: ObjectID?
        let ordered = timeline.entries.enumerated().sorted {
            ($0.element.day, $0.offset) < ($1.element.day, $1.offset)
        }
        for (_, entry) in ordered {
            var changes: [CommitDraft.Change] = []
            for (language, text) in entry.texts.sorted(by: { $0.key < $1.key }) {
                changes.append(.put(try StorePath(StoreLayout.textName(language)), text))
            }
            let tree = try tree(changes, on: nil, stage)
            let trailers = entry.trailers + [Trailer(.legalDate, entry.date?.description ?? "undated")]
            let message = try CommitMessage(title: entry.title, trailers: trailers)
            last = try stage.commit(
                tree: tree, parent: last, message: message, author: .lexwatch, time: entry.time)
        }
        return last
    }
}
