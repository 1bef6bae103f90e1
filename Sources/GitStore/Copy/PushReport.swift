/// What a push did to one copy.
package struct PushReport: Sendable, Hashable {
    /// One append-only branch.
    package struct Branch: Sendable, Hashable {
        package var name: String
        /// Where the copy stood; nil when it had none.
        package var old: ObjectID?
        package var new: ObjectID
        /// Commits that were sent.
        package var commits: Int
    }

    package var address: String
    package var branches: [Branch] = []
    /// Timelines that were made or moved.
    package var timelines = 0
    /// Timelines that had to be replaced and that the other side would not have replaced, with its reason.
    package var kept: [String: String] = [:]
    /// Timelines that only the copy has.
    package var strange = 0
    package var slices = 0

    /// Whether the copy had everything before.
    package var isUnchanged: Bool { slices == 0 && kept.isEmpty }
}
