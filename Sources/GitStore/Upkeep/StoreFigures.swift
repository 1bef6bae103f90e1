/// How large a store is on disk, from its folders alone.
package struct StoreFigures: Sendable, Hashable {
    /// Of all files of the store.
    package var bytes = 0
    package var packs = 0
    /// Objects in files of their own.
    package var loose = 0

    package init(bytes: Int = 0, packs: Int = 0, loose: Int = 0) {
        self.bytes = bytes
        self.packs = packs
        self.loose = loose
    }

    init(of store: String) {
        for file in Folder.everything(below: store) where file.kind == .file {
            bytes += Folder.bytes(file.path)
            let parts = file.path.dropFirst(store.utf8.count + 1).split(separator: "/")
            guard parts.first == "objects", parts.count == 3 else { continue }
            if parts[1] == "pack" {
                if parts[2].hasSuffix(".pack") { packs += 1 }
            } else if ObjectID(String(parts[1] + parts[2])) != nil {
                loose += 1
            }
        }
    }
}

extension GitStore {
    /// Bytes, packs and loose objects as they are now. What it costs depends on the number of files.
    package func figures() -> StoreFigures { StoreFigures(of: path) }
}
