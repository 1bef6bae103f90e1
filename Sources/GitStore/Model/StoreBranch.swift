/// The append-only branches, in the order in which a batch moves them: what was fetched before what was
/// made of it, then what a night says of itself, and last the log that names the commits of all the others.
package enum StoreBranch: String, Sendable, Hashable, CaseIterable {
    case captures, versions, decisions, runs, log

    /// The full name of its reference.
    package var reference: String { "refs/heads/\(rawValue)" }
}
