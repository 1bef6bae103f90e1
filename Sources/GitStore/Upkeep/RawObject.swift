internal import CLibgit2

/// An object's kind and bytes as the store gives them, its hash checked by libgit2.
struct RawObject {
    enum Kind: UInt8 { case commit = 1, tree, blob, tag }

    let kind: Kind
    let bytes: [UInt8]

    /// - Parameter database: one of libgit2's.
    /// - Throws: ``StoreError/damaged(path:reason:)`` when it is missing or is not what its name says.
    init(_ key: ObjectID, in database: OpaquePointer, of path: String) throws(StoreError) {
        var id = key.raw
        var object: OpaquePointer?
        try GitCall.check(
            git_odb_read(&object, database, &id), "git_odb_read", .reading("\(path) \(key)"))
        defer { git_odb_object_free(object) }
        guard let object,
            let kind = Kind(rawValue: UInt8(truncatingIfNeeded: git_odb_object_type(object).rawValue))
        else { throw .damaged(path: "\(path) \(key)", reason: "of no known kind") }
        self.kind = kind
        bytes = Array(
            UnsafeRawBufferPointer(start: git_odb_object_data(object), count: git_odb_object_size(object)))
    }
}

/// What a commit says of itself, read from its bytes.
struct RawCommit {
    let tree: ObjectID
    let parents: [ObjectID]
    /// Unix seconds of the committer.
    let time: Int64
    let title: String

    /// Nil for bytes that are no commit.
    init?(_ bytes: [UInt8]) {
        var tree: ObjectID?
        var parents: [ObjectID] = []
        var time: Int64?
        var lines = bytes.split(separator: 0x0a, maxSplits: Int.max, omittingEmptySubsequences: false)[...]
        while let line = lines.popFirst(), !line.isEmpty {
            let text = String(decoding: line, as: UTF8.self)
            if text.hasPrefix("tree "), tree == nil {
                tree = ObjectID(String(text.dropFirst(5)))
            }
            if text.hasPrefix("parent "), let id = ObjectID(String(text.dropFirst(7))) {
                parents.append(id)
            }
            // Continuation lines of a signature begin with a space, so that none of them is taken for this.
            if text.hasPrefix("committer "), time == nil {
                let words = text.split(separator: " ")
                if words.count > 2 { time = Int64(words[words.count - 2]) }
            }
        }
        guard let tree, let time else { return nil }
        self.tree = tree
        self.parents = parents
        self.time = time
        title = lines.first.map { Printable.text(String(decoding: $0, as: UTF8.self)) } ?? ""
    }
}

/// The entries of a tree, read from its bytes.
struct RawTree {
    struct Entry {
        let isFolder: Bool
        let name: ArraySlice<UInt8>
        let key: ObjectID

        /// Git's order: a folder's name counts as if a slash followed.
        func precedes(_ other: Entry) -> Bool {
            let common = min(name.count, other.name.count)
            for (a, b) in zip(name.prefix(common), other.name.prefix(common)) where a != b { return a < b }
            return next(common) < other.next(common)
        }

        private func next(_ place: Int) -> UInt8 {
            place < name.count ? name[name.startIndex + place] : (isFolder ? 0x2f : 0)
        }
    }

    let entries: [Entry]

    /// Nil for bytes that are no tree. Entries that are commits of other repositories are left out.
    init?(_ bytes: [UInt8]) {
        var entries: [Entry] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            guard let space = rest.firstIndex(of: 0x20),
                let zero = rest[space...].firstIndex(of: 0), rest.endIndex - zero > ObjectID.size
            else { return nil }
            let mode = rest[..<space]
            let key = rest[(zero + 1)...].withUnsafeBytes { ObjectID(raw: $0) }
            if !mode.elementsEqual("160000".utf8) {
                entries.append(
                    Entry(isFolder: mode.first == 0x34, name: rest[(space + 1)..<zero], key: key))
            }
            rest = rest[(zero + 1 + ObjectID.size)...]
        }
        self.entries = entries
    }
}
