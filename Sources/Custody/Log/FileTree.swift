/// The files of one commit, by their paths.
struct FileTree {
    let source: any ObjectSource
    let root: ObjectName

    /// Nil when there is no such file.
    func file(_ path: String) throws -> [UInt8]? {
        var folder = root
        let parts = path.utf8.split(separator: 0x2f)
        for (depth, part) in parts.enumerated() {
            guard let entry = try entries(folder).first(where: { $0.title.elementsEqual(part) }) else {
                return nil
            }
            if depth == parts.count - 1 {
                guard !entry.isFolder else { return nil }
                let object = try source.object(entry.name)
                return object.kind == .blob ? object.bytes : nil
            }
            guard entry.isFolder else { return nil }
            folder = entry.name
        }
        return nil
    }

    /// Names in a folder, as they stand there; empty when there is none.
    func names(_ path: String) throws -> [String] {
        var folder = root
        for part in path.utf8.split(separator: 0x2f) {
            guard let entry = try entries(folder).first(where: { $0.title.elementsEqual(part) }),
                entry.isFolder
            else { return [] }
            folder = entry.name
        }
        return try entries(folder).map { String(decoding: $0.title, as: UTF8.self) }
    }

    /// Every file's path, sorted, and what it is.
    func everything() throws -> [FileChange] {
        try TreeDifference(source: source).changes(from: nil, to: root)
    }

    struct Entry {
        var title: [UInt8]
        var name: ObjectName
        var isFolder: Bool
    }

    func entries(_ folder: ObjectName) throws -> [Entry] {
        let object = try source.object(folder)
        guard object.kind == .tree else {
            throw ObjectFault.damaged(place: "object \(folder)", reason: "it should be a tree")
        }
        var found: [Entry] = []
        var at = 0
        while let entry = try TreeDifference.entry(object.bytes, at, folder) {
            found.append(
                Entry(
                    title: Array(object.bytes[entry.title]), name: TreeDifference.object(entry, object.bytes),
                    isFolder: TreeDifference.isFolder(entry, object.bytes)))
            at = entry.end
        }
        return found
    }
}
