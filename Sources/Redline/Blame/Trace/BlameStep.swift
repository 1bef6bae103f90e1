import Statute

/// Two versions compared, looked up by provision.
struct BlameStep: Sendable {
    let changes: ChangeSet
    private let entryOfOld: [ProvisionPath: Int]
    private let entryOfNew: [ProvisionPath: Int]

    init(_ changes: ChangeSet) {
        self.changes = changes
        var olds: [ProvisionPath: Int] = [:]
        var news: [ProvisionPath: Int] = [:]
        for (index, change) in changes.changes.enumerated() {
            for text in change.before where olds[text.path] == nil { olds[text.path] = index }
            for text in change.after where news[text.path] == nil { news[text.path] = index }
        }
        entryOfOld = olds
        entryOfNew = news
    }

    func entry(ofOld path: ProvisionPath) -> ProvisionChange? { entryOfOld[path].map { changes.changes[$0] } }

    func entry(ofNew path: ProvisionPath) -> ProvisionChange? { entryOfNew[path].map { changes.changes[$0] } }
}
