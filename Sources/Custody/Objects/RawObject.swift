/// What git calls an object's type.
enum ObjectKind: UInt8, Sendable {
    case commit = 1
    case tree, blob, tag

    var word: StaticString {
        switch self {
        case .commit: "commit"
        case .tree: "tree"
        case .blob: "blob"
        case .tag: "tag"
        }
    }
}

/// An object with its bytes.
struct RawObject: Sendable {
    var kind: ObjectKind
    var bytes: [UInt8]
}

/// Why an object could not be had.
enum ObjectFault: Error, Sendable, Hashable {
    /// No pack and no file holds it.
    case missing(ObjectName)
    /// What is there is not what it should be: where, and what is wrong.
    case damaged(place: String, reason: String)
}

/// Where objects come from.
protocol ObjectSource {
    /// - Throws: ``ObjectFault``, or what the store threw.
    func object(_ name: ObjectName) throws -> RawObject
}
