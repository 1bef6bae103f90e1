/// The append-only branches, in the order in which a batch moves them: what was fetched before what was
/// made of it, and what a night says of itself last of all.
package enum StoreBranch: String, Sendable, Hashable, CaseIterable {
    case captures, versions, decisions, runs

    /// The full name of its reference.
    package var reference: String { "refs/heads/\(rawValue)" }
}
