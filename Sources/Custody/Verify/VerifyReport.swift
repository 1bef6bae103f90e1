/// What a verification found.
package struct VerifyReport: Sendable {
    /// At most so many of one kind are told one by one.
    package static let shown = 20

    package internal(set) var path: String
    package internal(set) var problems: [Problem] = []
    /// What a reader should know, a sentence each.
    package internal(set) var remarks: [String] = []
    package internal(set) var origin: String?
    /// Entries of the log.
    package internal(set) var size: Int?
    /// Hexadecimal.
    package internal(set) var root: String?
    /// The newest checkpoint as it stands.
    package internal(set) var checkpoint: String?
    /// Unix seconds: when the log's newest commit was made.
    package internal(set) var checkpointTime: Int64?
    /// Entries before it were taken on trust; nil: all were looked at.
    package internal(set) var since: Int?
    /// By branch, and what it points at.
    package internal(set) var tips: [(name: String, commit: String)] = []
    /// Fingerprints, the newest last.
    package internal(set) var keys: [String] = []
    package internal(set) var objects = 0
    package internal(set) var entries = 0
    package internal(set) var timelineCommits = 0

    package var faults: Int { problems.count { $0.weight == .fault } }
    package var warnings: Int { problems.count { $0.weight == .warning } }

    /// The problems a reader is shown: of each kind the first few, and how many more there are.
    package var told: [(problem: Problem, more: Int)] {
        var counts: [Problem.Kind: Int] = [:]
        for problem in problems { counts[problem.kind, default: 0] += 1 }
        var shown: [Problem.Kind: Int] = [:]
        return problems.compactMap { problem in
            let number = shown[problem.kind, default: 0] + 1
            shown[problem.kind] = number
            guard number <= Self.shown else { return nil }
            return (problem, number == Self.shown ? (counts[problem.kind] ?? 0) - number : 0)
        }
    }

    mutating func add(_ found: [Problem]) {
        var known = Set(problems)
        for problem in found where known.insert(problem).inserted { problems.append(problem) }
    }
}
