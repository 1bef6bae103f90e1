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

    /// Shows every commit of a branch, newest first, one at a time.
    ///
    /// - Parameter commit: Where to begin; nil for the newest.
    package func walk(_ branch: StoreBranch, from commit: ObjectID? = nil, _ visit: (LogEntry) throws -> Void)
        throws
    {
        var next = try start(branch, at: commit)
        while let id = next {
            let entry = try logEntry(id)
            try visit(entry)
            next = entry.parent
        }
    }

    /// Commits of an instrument's timeline, latest legal date first; empty when it has none.
    package func timeline(_ instrument: InstrumentID) throws(StoreError) -> [LogEntry] {
        try log(from: repository.tip(StoreLayout.timeline(instrument)), limit: nil)
    }

    private func log(from start: ObjectID?, limit: Int?) throws(StoreError) -> [LogEntry] {
        var entries: [LogEntry] = []
        var next = start
        while let id = next, entries.count < limit ?? .max {
            let entry = try logEntry(id)
            entries.append(entry)
            next = entry.parent
        }
        return entries
    }

    private func logEntry(_ id: ObjectID) throws(StoreError) -> LogEntry {
        let commit = try repository.commit(id)
        let author = commit.author
        return LogEntry(
            id: id, parent: commit.parent, title: commit.title, trailers: commit.trailers, time: commit.time,
            authorName: author.name, authorEmail: author.email)
    }
}
