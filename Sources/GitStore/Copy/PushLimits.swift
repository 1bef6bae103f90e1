/// How much of the history is sent in one piece. A piece that was taken is never sent again.
package struct PushLimits: Sendable, Hashable {
    package var commits: Int
    /// Of the files that are new in it, unpacked; one commit is never divided.
    package var bytes: Int
    /// Timelines, which are a reference each.
    package var references: Int

    package init(commits: Int = 1_000, bytes: Int = 256 << 20, references: Int = 500) {
        self.commits = max(1, commits)
        self.bytes = max(1, bytes)
        self.references = max(1, references)
    }
}
