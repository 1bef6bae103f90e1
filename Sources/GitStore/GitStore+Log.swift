package import Statute

extension GitStore {
    /// Commits of a branch, newest first.
    ///
    /// - Parameters:
    ///   - limit: At most so many; nil for all.
    ///   - commit: Where to begin; nil for the newest.
    package func log(_ branch: StoreBranch, limit: Int? = nil, from commit: ObjectID? = nil)
        throws(StoreError)
        -> [LogEntry]
    {
        try log(from: start(branch, at: commit), limit: limit)
    }

    /// Commits of an instrument's timeline, latest legal date first; empty when it has none.
    package func timeline(_ instrument: InstrumentID) throws(StoreError) -> [LogEntry] {
        try log(from: repository.tip(StoreLayout.timeline(instrument)), limit: nil)
    }

    private func log(from start: ObjectID?, limit: Int?) throws(StoreError) -> [LogEntry] {
        var entries: [LogEntry] = []
        var next = start
        while let id = next, entries.count < limit ?? .max {
            let commit = try repository.commit(id)
            let author = commit.author
            entries.append(
                LogEntry(
                    id: id, parent: commit.parent, title: commit.title, trailers: commit.trailers,
                    time: commit.time,
                    authorName: author.name, authorEmail: author.email))
            next = commit.parent
        }
        return entries
    }
}
