/// What a repair found and did.
package struct RepairReport: Sendable, Hashable {
    /// A branch that is at another commit than before.
    package struct Move: Sendable, Hashable {
        package var reference: String
        package var old: ObjectID?
        package var new: ObjectID
    }

    package var store: String
    package var from: String
    /// What was wrong: a file, and what is wrong with it.
    package var faults: [String] = []
    package var moves: [Move] = []
    /// Derived references that could not be kept; they are made again by the next run.
    package var dropped: [String] = []
    /// Objects that came from the copy.
    package var fetched = 0
    /// Objects of ours that were saved from damaged files.
    package var saved = 0
    /// Objects that the store now has for certain.
    package var objects = 0
    /// Where the store stands as it was; nil when there was nothing to keep, or nothing to mend.
    package var kept: String?

    package var isMended: Bool { !faults.isEmpty || !moves.isEmpty || fetched > 0 || !dropped.isEmpty }
}
