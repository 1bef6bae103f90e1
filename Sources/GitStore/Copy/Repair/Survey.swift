internal import Glibc

/// What is wrong with a store, file by file. Nothing is changed.
struct Survey {
    let path: String
    let objects: ObjectFolder
    let references: ReferenceFiles
    private(set) var faults: [String] = []
    /// Objects that read right, and what they name.
    private(set) var commits: [ObjectID: [ObjectID]] = [:]
    /// The configuration can be used as it is.
    private(set) var hasConfiguration = false
    let isEmpty: Bool

    /// - Throws: ``StoreError`` of kind `foreign` or `newerFormat` for what is not ours to mend.
    init(path: String) throws(StoreError) {
        self.path = path
        switch Folder.kind(path, following: true) {
        case .nothing: isEmpty = true
        case .folder: isEmpty = Folder.names(path).isEmpty
        case .file, .other: throw .foreign(path: path, found: "a file")
        }
        objects = try ObjectFolder(path: path + "/objects")
        references = ReferenceFiles(path: path)
        guard !isEmpty else { return }
        let ours = ["HEAD", "config", "objects", "packed-refs", "refs"]
        guard Folder.names(path).contains(where: ours.contains) else {
            throw .foreign(path: path, found: "a folder with nothing of a repository in it")
        }
        try checkConfiguration()
        checkFiles()
        checkObjects()
        faults += references.faults.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    }

    private mutating func checkConfiguration() throws(StoreError) {
        do throws(StoreError) {
            hasConfiguration = try GitStore.existing(path) != nil
        } catch .newerFormat(let path, let found, let known) {
            throw .newerFormat(path: path, found: found, known: known)
        } catch {
            // A repository of somebody else has a configuration that reads, and other branches.
            if case .foreign = error, Folder.kind(path + "/config") == .file,
                !StoreBranch.allCases.contains(where: { references.tips[$0.reference] != nil }),
                references.tips.keys.contains(where: { $0.hasPrefix("refs/heads/") })
            {
                throw error
            }
            faults.append("config or HEAD: \(error)")
        }
        let head = WholeFile.bytes(path + "/HEAD", limit: 4_096) ?? []
        if hasConfiguration, head != Array("ref: \(StoreBranch.versions.reference)\n".utf8) {
            faults.append("HEAD does not name \(StoreBranch.versions.reference)")
        }
    }

    private mutating func checkFiles() {
        if Folder.kind(path + "/objects") != .folder { faults.append("objects is missing") }
        for entry in Folder.everything(below: path + "/objects") where entry.kind == .file {
            let name = entry.path.dropFirst(path.utf8.count + 1)
            let isTrailed =
                name.hasSuffix(".rev") || name.hasSuffix(".bitmap") || name.hasSuffix("multi-pack-index")
                || name.hasSuffix(".graph") || name == "objects/info/commit-graph"
            if isTrailed, TrailedFile.trailer(entry.path) == nil {
                faults.append("\(name): its checksum does not fit")
            }
            if name.hasSuffix(".idx"), Folder.kind(entry.path.dropLast(4) + ".pack") != .file {
                faults.append("\(name): its pack is missing")
            }
        }
    }

    private mutating func checkObjects() {
        var commits: [ObjectID: [ObjectID]] = [:]
        func note(_ id: ObjectID, _ kind: PackKind, _ bytes: [UInt8]) {
            guard kind == .commit, let links = ObjectLinks(kind, bytes) else { return }
            commits[id] = links.commits
        }
        objects.readAll(note)
        for pack in objects.packs {
            if let fault = pack.fault { faults.append("objects/pack/\(Self.name(pack.path)): \(fault)") }
        }
        for (id, file) in objects.loose.sorted(by: { $0.value < $1.value }) {
            if objects.looseIsRight(id), let found = objects.read(id) {
                note(id, found.kind, found.bytes)
            } else {
                faults.append("objects/\(file.dropFirst(objects.path.utf8.count + 1)) does not read right")
            }
        }
        // Commits of packs that are bad as a whole count as far as they read.
        for pack in objects.packs where pack.fault != nil {
            for id in pack.ids where commits[id] == nil {
                if let found = objects.read(id) { note(id, found.kind, found.bytes) }
            }
        }
        self.commits = commits
    }

    private static func name(_ path: String) -> Substring { path.split(separator: "/").last ?? "" }
}
