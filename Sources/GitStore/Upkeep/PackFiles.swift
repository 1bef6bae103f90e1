internal import Glibc

/// One pack of a store: the pack, its index, and what others may have put beside them.
struct PackFiles: Sendable, Hashable {
    /// Without an ending, such as `pack-1f…`.
    let name: String
    /// The folder in which the files lie.
    let folder: String
    /// Of the pack and its index.
    let bytes: Int
    let objects: Int
    /// Somebody asked (`.keep`) that it be left alone, or it belongs to a partial clone (`.promisor`).
    let isPinned: Bool

    var pack: String { "\(folder)/\(name).pack" }
    var index: String { "\(folder)/\(name).idx" }

    /// Endings of files that go with a pack. The pack comes first where they are taken away: an index alone says nothing
    /// that is lost, while a pack alone would have to be read whole to know what it is.
    static let endings = ["pack", "rev", "bitmap", "mtimes", "idx"]

    /// Every whole pack in a folder, the one with the most objects first.
    static func all(in folder: String) throws(StoreError) -> [PackFiles] {
        let names = Set(Folder.names(folder))
        var found: [PackFiles] = []
        for file in names where file.hasSuffix(".idx") {
            let name = String(file.dropLast(4))
            guard names.contains(name + ".pack") else { continue }
            found.append(
                PackFiles(
                    name: name, folder: folder,
                    bytes: Folder.bytes("\(folder)/\(file)") + Folder.bytes("\(folder)/\(name).pack"),
                    objects: try PackIndex(path: "\(folder)/\(file)").count,
                    isPinned: names.contains(name + ".keep") || names.contains(name + ".promisor")))
        }
        return found.sorted { ($1.objects, $0.name) < ($0.objects, $1.name) }
    }

    /// The objects, by name, with the room that each takes in the pack.
    ///
    /// - Throws: ``StoreError/damaged(path:reason:)`` when index and pack do not go together.
    func entries() throws(StoreError) -> [(key: ObjectID, bytes: Int)] {
        let index = try PackIndex(path: index)
        var found: [(key: ObjectID, offset: UInt64)] = []
        found.reserveCapacity(index.count)
        for place in 0..<index.count {
            guard let key = index.key(place), let offset = index.offset(place) else {
                throw .damaged(path: self.index, reason: "an offset lies outside of the index")
            }
            found.append((key, offset))
        }
        found.sort { $0.offset < $1.offset }
        // The pack ends in a checksum of 20 bytes.
        let end = UInt64(max(20, Folder.bytes(pack)) - 20)
        var entries: [(key: ObjectID, bytes: Int)] = []
        entries.reserveCapacity(found.count)
        for (place, entry) in found.enumerated() {
            let next = place + 1 < found.count ? found[place + 1].offset : end
            guard next > entry.offset else {
                throw .damaged(path: pack, reason: "shorter than its index says")
            }
            entries.append((entry.key, Int(next - entry.offset)))
        }
        return entries
    }
}

extension Folder {
    /// The size of a file; 0 when there is none.
    static func bytes(_ path: String) -> Int {
        var found = stat()
        return lstat(path, &found) == 0 ? Int(found.st_size) : 0
    }
}
