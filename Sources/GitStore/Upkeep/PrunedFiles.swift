internal import Glibc

/// Takes files away one at a time and keeps count of them.
struct PrunedFiles {
    let store: String
    let isDry: Bool
    let willStep: (String) throws(StoreError) -> Void
    private(set) var files: [UpkeepReport.Pruned] = []

    init(store: String, isDry: Bool, willStep: @escaping (String) throws(StoreError) -> Void) {
        self.store = store
        self.isDry = isDry
        self.willStep = willStep
    }

    /// Nothing happens when there is no such file.
    mutating func remove(_ path: String, _ why: String) throws(StoreError) {
        guard Folder.kind(path) == .file else { return }
        let name = String(path.dropFirst(store.count + 1))
        let bytes = Folder.bytes(path)
        if !isDry {
            try willStep("remove \(name)")
            guard unlink(path) == 0 || errno == ENOENT else { throw Folder.cannotWrite(path) }
        }
        files.append(UpkeepReport.Pruned(path: name, bytes: bytes, why: why))
    }
}

/// Files beside the objects that hold nothing.
enum Orphans {
    /// Indexes whose pack is gone, when every object that they name is elsewhere.
    static func indexes(in folder: String, known: [ObjectID: Int]) -> [String] {
        let names = Folder.names(folder)
        let all = Set(names)
        return names.filter { $0.hasSuffix(".idx") && !all.contains(String($0.dropLast(4)) + ".pack") }
            .map { "\(folder)/\($0)" }
            .filter { path in
                guard let index = try? PackIndex(path: path) else { return false }
                return (0..<index.count).allSatisfy { place in
                    index.key(place).map { known[$0] != nil } ?? false
                }
            }
    }

    /// Packs whose index is gone.
    static func packs(in folder: String) -> [String] {
        let names = Folder.names(folder)
        let all = Set(names)
        return names.filter { $0.hasSuffix(".pack") && !all.contains(String($0.dropLast(5)) + ".idx") }
            .map { "\(folder)/\($0)" }
    }

    /// What a repack of stock git leaves when it is killed. A day old: one that works now has nothing older. Other
    /// temporary files went when the store was opened (``Leftovers``).
    static func temporaries(in objects: String) -> [String] {
        let day = time(nil) - 86_400
        return Folder.everything(below: objects).filter { $0.kind == .file }.map(\.path).filter { path in
            guard let name = path.split(separator: "/").last, name.hasPrefix(".tmp-") else { return false }
            var found = stat()
            return lstat(path, &found) == 0 && found.st_mtim.tv_sec < day
        }
    }
}
