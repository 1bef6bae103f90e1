extension GitStore {
    /// How often a branch that somebody else moves is tried.
    private static let attempts = 5

    /// Commits that were made and wait for their branch to move.
    private struct Prepared {
        var tip: ObjectID?
        var base: ObjectID?
        var outcomes: [WriteReport.Outcome] = []
    }

    /// Writes a batch: all its objects as one pack, fsynced, and only then the branches move, each once and
    /// captures first. A draft that changes nothing makes no commit.
    ///
    /// When this throws, a branch holds either all its commits of the batch or none, and none has any unless
    /// those before it have theirs: writing the same batch again completes it.
    ///
    /// - Throws: ``StoreError``: `refused` for what may not be stored (nothing was written then), `cannotWrite`,
    ///   `conflict` when a branch moved again and again.
    package func write(_ batch: StoreBatch) throws(StoreError) -> WriteReport {
        let stage = try stage()
        defer { stage.discard() }
        let (packs, objects) = (stage.packs, stage.objects)
        let branches = StoreBranch.allCases.filter { batch.drafts[$0] != nil }
        var report = WriteReport()
        var prepared: [StoreBranch: Prepared] = [:]
        for branch in branches {
            prepared[branch] = try prepare(batch.drafts[branch] ?? [], on: branch, stage)
        }
        try stage.flush()
        for branch in branches {
            var current = prepared[branch] ?? Prepared()
            var attempt = 1
            while try !move(branch, current) {
                guard attempt < Self.attempts else {
                    throw .conflict(reference: branch.reference, attempts: attempt)
                }
                attempt += 1
                report.retries += 1
                current = try prepare(batch.drafts[branch] ?? [], on: branch, stage)
                try stage.flush()
            }
            report.outcomes[branch] = current.outcomes
        }
        report.packs = stage.packs - packs
        report.objects = stage.objects - objects
        return report
    }

    private func move(_ branch: StoreBranch, _ prepared: Prepared) throws(StoreError) -> Bool {
        guard let tip = prepared.tip, tip != prepared.base else { return true }
        willMove(branch.reference)
        return try repository.move(branch.reference, from: prepared.base, to: tip)
    }

    private func prepare(_ drafts: [CommitDraft], on branch: StoreBranch, _ stage: PackStage)
        throws(StoreError)
        -> Prepared
    {
        let base = try tip(branch)
        var prepared = Prepared(tip: base, base: base)
        var root: ObjectID?
        if let base, let tree = try repository.commit(base).tree, try !entries(tree).isEmpty { root = tree }
        for draft in drafts {
            let message = try CommitMessage(title: draft.title, trailers: draft.trailers)
            let edited = try tree(draft.changes, on: root, stage)
            if edited == root {
                prepared.outcomes.append(.unchanged)
                continue
            }
            let id = try stage.commit(
                tree: edited, parent: prepared.tip, message: message, author: draft.author, time: draft.time)
            prepared.outcomes.append(.written(id))
            prepared.tip = id
            root = edited
            if stage.waiting > roomInMemory { try stage.flush() }
        }
        return prepared
    }

    /// The tree that some changes make of another; nil when nothing is left.
    func tree(_ changes: [CommitDraft.Change], on base: ObjectID?, _ stage: PackStage) throws(StoreError)
        -> ObjectID?
    {
        let edit = TreeEdit()
        for change in changes {
            switch change {
            case .put(let path, let bytes): try edit.put(path.components[...], stage.blob(bytes, at: path))
            case .remove(let path): edit.remove(path.components[...])
            }
        }
        return try edit.apply(to: base, stage: stage)
    }
}
