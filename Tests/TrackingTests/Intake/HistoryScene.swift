import Foundation
import TestSupport
import Tracking

/// A repository that a test writes commit by commit with stock git's plumbing, so that no name is refused.
final class HistoryScene {
    let bench: ImportBench
    private var stream = ""
    private var marks = 0

    init() throws {
        bench = try ImportBench()
        try ImportBench.git("init", "--quiet", "--bare", "--initial-branch=main", path)
    }

    var path: String { bench.folder.url.appending(path: "laws.git").path }
    var input: ImportFolder { bench.input("laws.git", .git) }

    /// Adds a commit; nil in place of a text takes the file away.
    ///
    /// - Parameters:
    ///   - parents: Marks of commits; the last one where none is given.
    ///   - authored: Unix seconds.
    /// - Returns: its mark.
    @discardableResult
    func commit(
        _ changes: [(path: String, text: String?)], parents: [Int]? = nil, authored: Int = 1_600_000_000,
        branch: String = "main"
    ) -> Int {
        let parents = parents ?? (marks == 0 ? [] : [marks])
        marks += 1
        stream += "commit refs/heads/\(branch)\nmark :\(marks)\n"
        stream += "author Ann <ann@example.org> \(authored) +0800\n"
        stream += "committer Bob <bob@example.org> \(1_650_000_000 + marks) +0000\ndata 4\ntest\n"
        for (number, parent) in parents.enumerated() {
            stream += "\(number == 0 ? "from" : "merge") :\(parent)\n"
        }
        if parents.isEmpty { stream += "deleteall\n" }
        for (path, text) in changes {
            let name = path.contains(" ") || path.utf8.contains(0x22) ? "\"\(path)\"" : path
            if let text {
                stream += "M 100644 inline \(name)\ndata \(text.utf8.count)\n\(text)\n"
            } else {
                stream += "D \(name)\n"
            }
        }
        return marks
    }

    /// Writes what was added.
    func write() throws {
        let run = try CommandRun(
            URL(filePath: "/usr/bin/env"), ["git", "-C", path, "fast-import", "--quiet", "--force"],
            input: stream)
        guard run.status == 0 else { throw ImportBench.GitFault(text: run.errors) }
        // The marks of a stream go with it: what is added from here on is written with all before it.
    }

    func run(
        store: String = "store.git", at now: Int64 = ImportBench.now, workers: Int = 2, arrivals: Int = 2_000
    ) throws -> ImportReport {
        try bench.run(input, store: store, at: now, workers: workers, arrivals: arrivals)
    }

    /// The id of the commit at a place behind the newest.
    func id(_ name: String) throws -> String { try ImportBench.git("-C", path, "rev-parse", name) }
}
