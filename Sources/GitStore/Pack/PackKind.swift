internal import CLibgit2

/// What an object is, by git's number for it.
enum PackKind: UInt8 {
    case commit = 1
    case tree = 2
    case blob = 3

    /// Nil for a tag, which is none of ours.
    init?(_ type: git_object_t) { self.init(rawValue: UInt8(truncatingIfNeeded: type.rawValue)) }

    var type: git_object_t { git_object_t(rawValue: Int32(rawValue)) }
}
