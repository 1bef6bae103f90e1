extension GitStore {
    /// Brings a copy up to date: the append-only branches, always forward, then the timelines, which are derived and may
    /// be replaced. What the store gets while this runs is left for the next time.
    ///
    /// History goes in slices, each of which moves the copy's branches: broken off and called again, it goes on from
    /// there. A slice moves what was fetched before what was made of it.
    ///
    /// - Parameter progress: called after each slice with how many of them are there.
    /// - Throws: ``CopyError``: `ahead` or `fork` before anything is sent; all others leave a copy that is right as far
    ///   as it goes.
    package func push(
        to address: CopyAddress, access: CopyAccess = CopyAccess(), limits: PushLimits = PushLimits(),
        progress: (_ done: Int, _ all: Int) -> Void = { _, _ in }
    ) throws(CopyError) -> PushReport {
        let tips = try CopyError.storing { () throws(StoreError) in try tipsToCopy() }
        let target: any CopyTarget
        switch address.way {
        case .folder(let path): target = try FolderTarget(path, name: address.description, source: self)
        case .http, .https, .ssh: target = LinkTarget(address, access: access, source: self)
        }
        let plan = try PushPlan(
            from: self, tips: tips, to: target.references(), name: address.description, limits: limits,
            judge: { name, theirs, ours throws(CopyError) in
                try target.judge(name, theirs: theirs, ours: ours)
            })
        var report = PushReport(address: address.description)
        report.strange = plan.strange
        for (index, slice) in plan.slices.enumerated() {
            guard !access.isCancelled() else {
                throw CopyError(
                    .cancelled,
                    "\(address): stopped after \(index) of \(plan.slices.count) slices; the next push goes on from there"
                )
            }
            let rejected: [String: String]
            do throws(CopyError) { rejected = try target.take(slice) } catch {
                throw index == 0
                    ? error
                    : CopyError(
                        error.kind,
                        "\(error.message) (\(index) of \(plan.slices.count) slices are there; the next push goes on from them)"
                    )
            }
            for update in slice.updates where update.reference.hasPrefix(StoreLayout.timelines) {
                if let reason = rejected[update.reference] {
                    report.kept[update.reference] = reason
                } else {
                    report.timelines += 1
                }
            }
            for (reference, reason) in rejected.sorted(by: { $0.key < $1.key })
            where !reference.hasPrefix(StoreLayout.timelines) {
                throw CopyError(.refused, "\(address): will not move \(Printable.text(reference)): \(reason)")
            }
            report.slices += 1
            progress(index + 1, plan.slices.count)
        }
        report.branches = plan.branches
        return report
    }
}
