internal import CLibgit2

/// A commit that was looked up; freed when it goes.
struct Commit: ~Copyable {
    let pointer: OpaquePointer

    deinit { git_commit_free(pointer) }

    var tree: ObjectID? { git_commit_tree_id(pointer).map { ObjectID($0.pointee) } }

    /// The first parent; our branches have no other.
    var parent: ObjectID? {
        guard git_commit_parentcount(pointer) > 0 else { return nil }
        return git_commit_parent_id(pointer, 0).map { ObjectID($0.pointee) }
    }

    var hasSeveralParents: Bool { git_commit_parentcount(pointer) > 1 }

    var time: Int64 { git_commit_time(pointer) }

    var title: String { git_commit_summary(pointer).map { String(cString: $0) } ?? "" }

    var author: (name: String, email: String) {
        guard let author = git_commit_author(pointer), let name = author.pointee.name,
            let email = author.pointee.email
        else { return ("", "") }
        return (String(cString: name), String(cString: email))
    }

    /// Trailers whose name follows our grammar, in order.
    var trailers: [Trailer] {
        var found = git_message_trailer_array()
        guard let message = git_commit_message(pointer), git_message_trailers(&found, message) >= 0 else {
            return []
        }
        defer { git_message_trailer_array_free(&found) }
        return (0..<found.count).compactMap { index in
            let raw = found.trailers[index]
            guard let key = raw.key, let value = raw.value, let name = TrailerName(String(cString: key))
            else {
                return nil
            }
            return Trailer(name, String(cString: value))
        }
    }
}
