package import GitStore
package import Statute

/// Makes the versions of a store again from the captures that it keeps.
///
/// A version that reads otherwise today is written again under its name, with its dates and its provenance, marked
/// `Upgrade:`. It is no change in the law: nothing is told of it. What people decided, what the nights noted, and what is
/// held back is not touched.
package struct Rebuild {
    private let library: Library
    private let ports: RebuildPorts
    private let takesLosses: Bool

    /// - Parameter takesLosses: also where several laws only lose words, which is held back for a look otherwise.
    package init(library: Library, ports: RebuildPorts, takesLosses: Bool = false) {
        self.library = library
        self.ports = ports
        self.takesLosses = takesLosses
    }

    /// In the store itself, which must be open for writing. Running it again completes one that was killed.
    ///
    /// - Parameters:
    ///   - only: instruments; all, when none are given.
    ///   - now: Unix seconds.
    /// - Throws: ``StoreError`` when the store cannot be read or written. What is wrong with one version is in the report.
    package func inPlace(only: Set<InstrumentID> = [], now: Int64) throws -> RebuildReport {
        let store = library.store
        let reading = try Reading(store, only: only, ports, takesLosses)
        var report = reading.survey.report
        var writer = VersionWriter(store)
        for entry in reading.order.entries {
            guard let tags = reading.survey.differing[entry.key]?.keys,
                let stored = try store.version(entry.key, at: reading.tip)
            else { continue }
            let remade = try RemadeVersion(stored, tags: tags, reading.remake)
            guard !remade.causes.isEmpty else { continue }
            try writer.add(remade.upgrade(at: now), bytes: remade.bytes)
        }
        try writer.flush()
        report.commits = writer.commits
        report.timelines = try timelines(of: reading, in: library)
        return report
    }

    /// In a new store: captures, decisions and nights are taken over commit by commit, and versions are made anew, one
    /// commit each, in the order in which they became known.
    ///
    /// The log is not taken over: it tells of the old versions. Whoever opens the new store for writing makes it one.
    ///
    /// - Parameters:
    ///   - path: where nothing, or an empty folder, is. The store stands there only when it is whole.
    ///   - signer: signs the versions that are made; nil for unsigned ones.
    /// - Throws: ``StoreError``: `refused` when the place is taken.
    package func into(_ path: String, signer: CommitSigner? = nil) throws -> RebuildReport {
        let old = library.store
        // Versions before captures: a night that ends meanwhile has its captures written first.
        let draft = try StoreDraft(path: path, signer: signer)
        guard let new = draft.store else { return RebuildReport() }
        let reading = try Reading(old, only: [], ports, takesLosses)
        var report = reading.survey.report
        for branch in StoreBranch.allCases where branch != .versions && branch != .log {
            let tip = branch == .captures ? reading.captures : try old.tip(branch)
            guard let tip else { continue }
            let commits = try new.replicate(branch, of: old, at: tip)
            report.branches.append(try compared(branch, old: tip, new, commits))
        }
        var writer = VersionWriter(new)
        for entry in reading.order.entries {
            guard let stored = try old.version(entry.key, at: reading.tip) else { continue }
            let tags = reading.survey.differing[entry.key].map { Array($0.keys) } ?? []
            let remade = try RemadeVersion(stored, tags: tags, reading.remake)
            try writer.add(remade.addition(at: entry.known), bytes: remade.bytes)
        }
        try writer.flush()
        report.commits = writer.commits
        if writer.commits > 0 {
            report.branches.append(try compared(.versions, old: reading.tip, new, writer.commits))
        }
        report.isSameContent = try old.list(.versions, at: reading.tip) == new.list(.versions)
        report.timelines = try timelines(
            of: reading, in: Library(register: library.register, store: new))
        try draft.finish()
        return report
    }

    // MARK: Steps

    /// Everything that is read before anything is written.
    private struct Reading {
        /// Of versions.
        let tip: ObjectID?
        let captures: ObjectID?
        let order: RebuildOrder
        let remake: VersionRemake
        let survey: RebuildSurvey
        /// Every instrument is read.
        let isWhole: Bool

        init(_ store: GitStore, only: Set<InstrumentID>, _ ports: RebuildPorts, _ takesLosses: Bool) throws {
            isWhole = only.isEmpty
            tip = try store.tip(.versions)
            captures = try store.tip(.captures)
            order = try RebuildOrder(store, at: tip, only: only)
            remake = VersionRemake(
                store: store, captures: try CaptureIndex(store, at: captures, wanted: order.captures),
                rereading: Rereading(ports: ports))
            survey = try RebuildSurvey(order, of: store, at: tip, remake, takesLosses: takesLosses)
        }
    }

    /// A few instruments at a time: each has all its texts in memory. Also where nothing differs, for a rebuild may have
    /// been killed after its versions.
    private func timelines(of reading: Reading, in library: Library) throws -> Int {
        var rest = reading.order.instruments.filter { !reading.survey.damaged.contains($0) }[...]
        var moved = 0
        while !rest.isEmpty {
            moved += try Timelines.rebuild(Set(rest.prefix(32)), library: library).count
            rest = rest.dropFirst(32)
        }
        if reading.isWhole { try library.store.timelinesAreMade() }
        return moved
    }

    private func compared(_ branch: StoreBranch, old: ObjectID?, _ new: GitStore, _ commits: Int) throws
        -> RebuildReport.Branch
    {
        guard let tip = try new.tip(branch) else {
            throw StoreError.damaged(
                path: "\(new.path) \(branch.rawValue)", reason: "the branch was not made")
        }
        if branch != .versions, tip != old {
            throw StoreError.damaged(
                path: "\(new.path) \(branch.rawValue)", reason: "it is not the branch that was taken over")
        }
        return RebuildReport.Branch(name: branch.rawValue, commit: tip, commits: commits, isEqual: tip == old)
    }
}
