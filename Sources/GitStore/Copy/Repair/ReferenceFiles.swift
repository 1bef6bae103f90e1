/// The references of a repository as its files say, however many of those are bad.
struct ReferenceFiles {
    private(set) var tips: [String: ObjectID] = [:]
    /// References, or files, that say nothing that can be used, with what is wrong.
    private(set) var faults: [String: String] = [:]

    /// - Parameter path: of a bare repository.
    init(path: String) {
        readPacked(path + "/packed-refs")
        let root = path + "/refs"
        for entry in Folder.everything(below: root)
        where entry.kind == .file && !entry.path.hasSuffix(".lock") {
            let name = "refs" + entry.path.dropFirst(root.count)
            guard let id = Self.id(WholeFile.bytes(entry.path, limit: 4_096)) else {
                faults[name] = "holds no name of a commit"
                tips[name] = nil
                continue
            }
            tips[name] = id
            faults[name] = nil
        }
        if Folder.kind(root) != .folder { faults["refs"] = "is missing" }
    }

    private mutating func readPacked(_ path: String) {
        guard Folder.kind(path) == .file else { return }
        guard let bytes = WholeFile.bytes(path, limit: 64 << 20) else {
            faults["packed-refs"] = "cannot be read"
            return
        }
        for line in bytes.split(separator: 0x0a) where line.first != 0x23 && line.first != 0x5e {
            guard line.count > 41, line[line.startIndex + 40] == 0x20,
                let id = Self.id(Array(line.prefix(40))),
                let name = String(validating: line.dropFirst(41), as: UTF8.self), name.hasPrefix("refs/")
            else {
                faults["packed-refs"] = "has lines that name no reference"
                continue
            }
            tips[name] = id
        }
    }

    private static func id(_ bytes: [UInt8]?) -> ObjectID? {
        guard var bytes = bytes?[...] else { return nil }
        if bytes.last == 0x0a { bytes = bytes.dropLast() }
        return ObjectID(String(decoding: bytes, as: UTF8.self))
    }
}
