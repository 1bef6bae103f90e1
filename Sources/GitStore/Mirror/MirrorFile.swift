/// A file in the tree of a mirror.
package struct MirrorFile: Sendable, Hashable {
    /// From the root of the repository, `/` between, UTF-8 as the remote spells it.
    package var path: String
    /// Of the content.
    package var id: ObjectID
    /// Bytes.
    package var size: Int
}

/// The files below a folder, sorted as git sorts them.
package struct MirrorListing: Sendable, Hashable {
    package var files: [MirrorFile] = []
    /// What was left out, and why.
    package var notices: [String] = []
}

/// What became of one path between two commits. Neither id is nil at once.
package struct MirrorChange: Sendable, Hashable {
    package var path: String
    /// Nil: there was none.
    package var before: ObjectID?
    /// Nil: there is none any more.
    package var after: ObjectID?
}

/// The paths that differ, and what was left out.
package struct MirrorChanges: Sendable, Hashable {
    package var changes: [MirrorChange] = []
    package var notices: [String] = []
}
