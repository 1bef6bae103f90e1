import Statute

/// What an object names, read from its bytes.
struct ObjectLinks {
    var commits: [ObjectID] = []
    var trees: [ObjectID] = []
    var blobs: [ObjectID] = []

    /// Nil for bytes that are no object of the kind.
    init?(_ kind: PackKind, _ bytes: [UInt8]) {
        switch kind {
        case .blob: return
        case .tree: guard readTree(bytes) else { return nil }
        case .commit: guard readCommit(bytes) else { return nil }
        }
    }

    var all: [(id: ObjectID, kind: PackKind)] {
        commits.map { ($0, .commit) } + trees.map { ($0, .tree) } + blobs.map { ($0, .blob) }
    }

    private mutating func readTree(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            guard let end = rest.firstIndex(of: 0), end + 20 < rest.endIndex,
                let id = ObjectID(Hexadecimal.string(rest[(end + 1)...(end + 20)]))
            else { return false }
            if rest.starts(with: "40000 ".utf8) { trees.append(id) } else { blobs.append(id) }
            rest = rest[(end + 21)...]
        }
        return true
    }

    private mutating func readCommit(_ bytes: [UInt8]) -> Bool {
        for line in bytes.split(separator: 0x0a, omittingEmptySubsequences: false) {
            if line.starts(with: "tree ".utf8), trees.isEmpty {
                guard let id = ObjectID(String(decoding: line.dropFirst(5), as: UTF8.self)) else {
                    return false
                }
                trees.append(id)
            } else if line.starts(with: "parent ".utf8) {
                guard let id = ObjectID(String(decoding: line.dropFirst(7), as: UTF8.self)) else {
                    return false
                }
                commits.append(id)
            } else {
                break
            }
        }
        return !trees.isEmpty
    }
}
