internal import CLibgit2

/// A tree that was looked up; freed when it goes.
struct Tree: ~Copyable {
    let pointer: OpaquePointer

    deinit { git_tree_free(pointer) }

    struct Entry {
        var name: String
        var id: ObjectID
        var isFolder: Bool
    }

    var entries: [Entry] {
        (0..<git_tree_entrycount(pointer)).compactMap {
            git_tree_entry_byindex(pointer, $0).flatMap(Self.entry)
        }
    }

    func entry(_ name: String) -> Entry? {
        git_tree_entry_byname(pointer, name).flatMap(Self.entry)
    }

    static func entry(_ raw: OpaquePointer) -> Entry? {
        guard let name = git_tree_entry_name(raw), let id = git_tree_entry_id(raw) else { return nil }
        return Entry(
            name: String(cString: name), id: ObjectID(id.pointee),
            isFolder: git_tree_entry_type(raw) == GIT_OBJECT_TREE)
    }
}
