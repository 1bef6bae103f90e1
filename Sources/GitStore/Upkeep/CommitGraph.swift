/// Git's commit-graph (`objects/info/commit-graph`, version 1): for every commit its tree, parents, depth and time in
/// one table, with a filter of the paths that it changed. It is derived; stock git reads it and answers `git log` and
/// `git log -- path` without opening most commits and trees.
///
/// Written here and not by libgit2, whose writer knows no filters.
struct CommitGraph {
    struct Commit {
        let key: ObjectID
        let tree: ObjectID
        let parents: [ObjectID]
        /// Unix seconds.
        let time: Int64
        /// The bytes of ``ChangedPaths/filter``.
        let filter: [UInt8]
    }

    private static let noParent: UInt32 = 0x7000_0000
    private static let deepest: UInt32 = 0x3fff_ffff

    /// The file's bytes.
    ///
    /// - Parameter commits: each after its parents. All parents must be among them.
    /// - Returns: Nil where a commit has more than two parents, which needs a table that we do not write, and where one
    ///   is missing.
    static func bytes(_ commits: [Commit]) -> [UInt8]? {
        let ordered = commits.indices.sorted { commits[$0].key < commits[$1].key }
        var places: [ObjectID: UInt32] = [:]
        places.reserveCapacity(commits.count)
        for (place, index) in ordered.enumerated() { places[commits[index].key] = UInt32(place) }
        guard places.count == commits.count, let levels = levels(commits) else { return nil }

        var names: [UInt8] = []
        var data: [UInt8] = []
        var ends: [UInt8] = []
        var filters = word(UInt32(ChangedPaths.version)) + word(UInt32(ChangedPaths.rounds))
        filters += word(UInt32(ChangedPaths.bitsPerPath))
        var fan = [UInt32](repeating: 0, count: 256)
        var length: UInt32 = 0
        for index in ordered {
            let commit = commits[index]
            fan[Int(commit.key.firstByte)] += 1
            commit.key.append(to: &names)
            commit.tree.append(to: &data)
            guard commit.parents.count <= 2 else { return nil }
            for slot in 0..<2 {
                let parent = slot < commit.parents.count ? places[commit.parents[slot]] : noParent
                guard let parent else { return nil }
                data += word(parent)
            }
            let time = UInt64(max(0, commit.time))
            data += word(levels[index] << 2 | UInt32(truncatingIfNeeded: time >> 32) & 3)
            data += word(UInt32(truncatingIfNeeded: time))
            length += UInt32(commit.filter.count)
            ends += word(length)
            filters += commit.filter
        }
        var total: UInt32 = 0
        let fanOut = fan.flatMap { count in
            total += count
            return word(total)
        }
        return file([("OIDF", fanOut), ("OIDL", names), ("CDAT", data), ("BIDX", ends), ("BDAT", filters)])
    }

    /// How many commits there are on the longest way down from each, itself counted.
    private static func levels(_ commits: [Commit]) -> [UInt32]? {
        var known: [ObjectID: UInt32] = [:]
        known.reserveCapacity(commits.count)
        var levels: [UInt32] = []
        levels.reserveCapacity(commits.count)
        for commit in commits {
            var level: UInt32 = 0
            for parent in commit.parents {
                guard let below = known[parent] else { return nil }
                level = max(level, below)
            }
            let mine = min(level + 1, deepest)
            known[commit.key] = mine
            levels.append(mine)
        }
        return levels
    }

    private static func file(_ chunks: [(name: String, bytes: [UInt8])]) -> [UInt8] {
        var file = Array("CGPH".utf8) + [1, 1, UInt8(chunks.count), 0]
        var offset = UInt64(file.count + (chunks.count + 1) * 12)
        for chunk in chunks {
            file += Array(chunk.name.utf8) + long(offset)
            offset += UInt64(chunk.bytes.count)
        }
        file += word(0) + long(offset)
        for chunk in chunks { file += chunk.bytes }
        var checksum = SHA1()
        checksum.update(file)
        return file + checksum.digest()
    }

    private static func word(_ value: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    private static func long(_ value: UInt64) -> [UInt8] {
        word(UInt32(truncatingIfNeeded: value >> 32)) + word(UInt32(truncatingIfNeeded: value))
    }
}
