import Statute

/// Which entry of a change set holds a provision.
struct EntryIndex: Sendable, Hashable {
    private let changes: [ProvisionChange]
    private let byOld: [ProvisionPath: Int]
    private let byNew: [ProvisionPath: Int]

    init(_ set: ChangeSet) {
        changes = set.changes
        var byOld: [ProvisionPath: Int] = [:]
        var byNew: [ProvisionPath: Int] = [:]
        for (index, change) in set.changes.enumerated() {
            for before in change.before where byOld[before.path] == nil { byOld[before.path] = index }
            for after in change.after where byNew[after.path] == nil { byNew[after.path] = index }
        }
        self.byOld = byOld
        self.byNew = byNew
    }

    func entry(old path: ProvisionPath) -> ProvisionChange? { byOld[path].map { changes[$0] } }
    func entry(new path: ProvisionPath) -> ProvisionChange? { byNew[path].map { changes[$0] } }

    /// The entries that hold any of these, in order, each once.
    func entries(old: [ProvisionPath], new: [ProvisionPath]) -> [ProvisionChange] {
        let places = Set(old.compactMap { byOld[$0] } + new.compactMap { byNew[$0] })
        return places.sorted().map { changes[$0] }
    }
}

extension ProvisionChange {
    /// Whether a translation has to follow: other words, not other numbers or signs; known on both sides.
    var asksForTranslation: Bool {
        guard !unverified, significance == .substantive else { return false }
        return switch kind {
        case .unchanged, .renumbered: false
        case .inserted, .repealed, .modified, .split, .joined, .regrouped: true
        }
    }
}
