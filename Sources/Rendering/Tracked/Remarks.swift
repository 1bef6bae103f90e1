import Redline
import Statute

/// What is said beside the words of a tracked text, by provision.
struct Remarks {
    private let old: [ProvisionPath: String]
    private let new: [ProvisionPath: String]
    /// Beside the title: what the whole is, and what is folded.
    private let whole: String
    private let unverifiedOld: Set<ProvisionPath>
    private let unverifiedNew: Set<ProvisionPath>

    init(_ view: RedlineView) {
        var old: [ProvisionPath: String] = [:]
        var new: [ProvisionPath: String] = [:]
        for change in view.changes.changes {
            guard let words = Self.words(change, view) else { continue }
            for before in change.before { old[before.path] = words }
            for after in change.after { new[after.path] = words }
        }
        self.old = old
        self.new = new
        unverifiedOld = Set(view.unknown.flatMap { $0.before.map(\.path) })
        unverifiedNew = Set(view.unknown.flatMap { $0.after.map(\.path) })
        var lines = [
            "from \(view.old.line)", "to \(view.new.line)", ChangeWords.summary(view.changes),
        ]
        if view.changes.rewrite { lines.append(ChangeWords.rewrite) }
        lines += view.formalLines.map { $0.ranges.isEmpty ? $0.title : "\($0.title): \($0.ranges)" }
        if let omitted = view.omittedLine { lines.append(omitted) }
        if !view.unknown.isEmpty {
            lines.append("Not known. \(ChangeWords.unknown(view.unknown))")
            lines += UnknownGroups(view.unknown).groups.map { "\($0.title): \($0.ranges)" }
        }
        whole = lines.joined(separator: "\n")
    }

    /// For a unit that stands in the new text.
    func after(_ unit: TextUnit) -> String? {
        unit.role == .title ? whole : unit.role == .provision ? new[unit.path] : nil
    }

    /// For a unit that stands in the old text only, or there by itself.
    func before(_ unit: TextUnit) -> String? { unit.role == .provision ? old[unit.path] : nil }

    func isUnverified(before unit: TextUnit) -> Bool {
        unit.role == .provision && unverifiedOld.contains(unit.path)
    }

    func isUnverified(after unit: TextUnit) -> Bool {
        unit.role == .provision && unverifiedNew.contains(unit.path)
    }

    /// Nil where nothing but the number changed, or nothing at all.
    private static func words(_ change: ProvisionChange, _ view: RedlineView) -> String? {
        if change.unverified { return "Not known. \(ChangeWords.unknown([change]))" }
        if change.kind == .unchanged || change.isFolded { return nil }
        var lines = [
            ChangeWords.title(change),
            ([ChangeWords.kind(change)] + ChangeWords.grounds(change)).joined(separator: " · "),
        ]
        let trust = ChangeWords.trust(change)
        if !trust.isEmpty { lines.append(trust) }
        if let items = ChangeWords.items(change) { lines.append(items) }
        lines += EntryRedline.badges(change, view.findings).map { "touches \(ChangeWords.badge($0))" }
        return lines.joined(separator: "\n")
    }
}
