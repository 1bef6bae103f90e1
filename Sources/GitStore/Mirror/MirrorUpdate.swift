/// What an update of a mirror brought.
package struct MirrorUpdate: Sendable, Hashable {
    package enum Outcome: String, Sendable, Hashable, Codable {
        /// The first update.
        case cloned
        case unchanged
        /// The remote has more commits than before.
        case forwarded
        /// The remote no longer has what it had: its history was rewritten. The old tip is kept.
        case rewritten
    }

    package var outcome: Outcome
    package var tip: ObjectID
    /// The tip before; nil for the first update.
    package var previous: ObjectID?
    /// The branch of the remote, as it calls it.
    package var branch: String
    /// Received, packed; 0 where nothing was.
    package var bytes: Int
    package var objects: Int
    /// Sentences on what was noticed and is not fatal.
    package var notices: [String]
}
