import Evidence
import GitStore

/// Timelines are derived: it is enough that all they name is there, and that nobody without the key made them.
enum TimelineAudit {
    private final class Tool {
        let facts: Facts
        var problems: [Problem] = []
        var commits = 0
        var unsigned = 0
        init(_ facts: Facts) { self.facts = facts }
    }

    /// - Returns: what is wrong, how many commits there are, and how many of them are unsigned.
    static func run(
        _ timelines: [(name: String, tip: ObjectName)], trust: Trust, keys: KeyHistory,
        make: @escaping @Sendable () -> Facts
    ) -> (problems: [Problem], commits: Int, unsigned: Int) {
        let mustBe = trust.isRequired
        let tools = Workers.run(timelines.count, make: { Tool(make()) }) { tool, number in
            let (name, tip) = timelines[number]
            let audit = CommitAudit(facts: tool.facts)
            var next: ObjectName? = tip
            while let commit = next {
                let place = "\(name) \(commit)"
                do {
                    let fact = try tool.facts.commit(commit)
                    let before = try fact.parent.map { try tool.facts.commit($0).tree }
                    _ = try audit.changes(from: before, to: fact.tree, place, &tool.problems)
                    tool.commits += 1
                    if fact.signature == .none { tool.unsigned += 1 }
                    let isSigned = fact.signature != .none
                    if mustBe || (isSigned && !keys.records.isEmpty) {
                        audit.judge(commit, place, { trust.knows($0, keys) }, &tool.problems)
                    }
                    next = fact.parent
                } catch {
                    tool.problems.append(Problem(.timeline, name, Problem.words(error)))
                    break
                }
            }
        }
        return (
            tools.flatMap(\.problems), tools.reduce(0) { $0 + $1.commits },
            tools.reduce(0) { $0 + $1.unsigned }
        )
    }
}
