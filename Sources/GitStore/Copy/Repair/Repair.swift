internal import CLibgit2
internal import Glibc
import Statute

/// Mends a store from a copy of it. The mended one is made beside the store, out of what is right of it and what the copy
/// has; then the two change places in one step, and what was there is kept under another name. A repair that dies, or
/// that finds it cannot be done, changes nothing.
package struct Repair {
    /// Above so many objects that are lacking, whole packs of the copy are taken.
    private static let few = 512

    private let path: String
    private let address: CopyAddress
    private let access: CopyAccess

    package init(store path: String, from address: CopyAddress, access: CopyAccess = CopyAccess()) {
        self.path = path
        self.address = address
        self.access = access
    }

    /// - Parameters:
    ///   - into: where the mended store is put; nil for the place of the damaged one.
    ///   - now: Unix seconds, for the name under which the damaged one is kept.
    /// - Throws: ``CopyError``.
    package func run(into: String? = nil, now: Int64) throws(CopyError) -> RepairReport {
        try CopyError.storing { () throws(StoreError) in try Folder.make(Folder.parent(path)) }
        let lock = try CopyError.storing { () throws(StoreError) in try RunLock(path: path + ".lock") }
        defer { withExtendedLifetime(lock) {} }
        let survey = try CopyError.storing { () throws(StoreError) in try Survey(path: path) }
        let copy = try RepairCopy(address, access: access, room: Folder.parent(into ?? path))
        let plan = try RepairPlan(survey, copy: copy.objects, tips: copy.tips, name: address.description)
        var report = RepairReport(store: path, from: address.description)
        report.faults = survey.faults
        report.moves = plan.moves
        report.dropped = plan.dropped
        report.objects = plan.objects.count
        let lost = plan.objects.keys.filter { !survey.objects.claims($0) }.count
        if lost > 0, !survey.isEmpty, plan.moves.isEmpty, survey.faults.isEmpty {
            report.faults.append("\(lost) objects are missing")
        }
        guard report.isMended || into != nil else { return report }
        try CopyError.storing { () throws(StoreError) in
            try write(plan, survey, copy, into: into, now: now, &report)
        }
        return report
    }

    private func write(
        _ plan: RepairPlan, _ survey: Survey, _ copy: RepairCopy, into: String?, now: Int64,
        _ report: inout RepairReport
    ) throws(StoreError) {
        let place = into ?? (survey.isEmpty ? path : path + ".mended")
        // Of a repair that died before it put this in place.
        if place == path + ".mended", try GitStore.existing(place) != nil { try Folder.remove(place) }
        let draft = try StoreDraft(path: place)
        guard let store = draft.store else { return }
        var filling = RepairFilling(plan: plan, survey: survey, copy: copy.objects, into: store)
        try filling.fill(few: Self.few)
        report.fetched = filling.fetched
        report.saved = filling.saved
        for (reference, tip) in plan.tips.sorted(by: { $0.key < $1.key }) {
            guard try store.repository.move(reference, from: nil, to: tip) else {
                throw .conflict(reference: reference, attempts: 1)
            }
        }
        if survey.hasConfiguration, let bytes = WholeFile.bytes(path + "/config", limit: 1 << 20) {
            try WholeFile.write(bytes, to: store.path + "/config")
        }
        try draft.finish()
        guard place == path + ".mended" else { return }
        let kept = path + ".damaged-" + Self.stamp(now)
        if lw_swap_paths(place, path) == 0 {
            guard rename(place, kept) == 0 else { throw Folder.cannotWrite(kept) }
        } else {
            // A file system that cannot swap: for a moment nothing is at the place.
            guard errno == EINVAL || errno == ENOSYS, rename(path, kept) == 0 else {
                throw Folder.cannotWrite(path)
            }
            guard rename(place, path) == 0 else { throw Folder.cannotWrite(path) }
        }
        Folder.synchronise(Folder.parent(path))
        report.kept = kept
    }

    /// `20261124T031500Z`.
    private static func stamp(_ now: Int64) -> String {
        let day = CalendarDate(unixTime: now).description.filter { $0 != "-" }
        return "\(day)T\(UTC.clock(now).filter { $0 != ":" })Z"
    }
}
