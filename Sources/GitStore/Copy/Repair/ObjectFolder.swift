internal import CLibgit2
internal import Glibc
import Statute

/// The objects of a repository, file by file, so that a bad file hides nothing of the good ones. Whatever is read is
/// compared with its name.
final class ObjectFolder {
    struct Pack {
        /// Its path, `…/pack-….pack`.
        var path: String
        /// Why it is not as it was written; nil when it is.
        var fault: String?
        var ids: [ObjectID] = []
    }

    let path: String
    private(set) var packs: [Pack] = []
    /// Loose objects by their files.
    private(set) var loose: [ObjectID: String] = [:]
    /// The number of the pack that holds an object; sound ones first.
    private var places: [ObjectID: Int] = [:]
    private var databases: [Int: OpaquePointer] = [:]

    /// - Parameter path: of a folder `objects`; one that is not there is empty.
    init(path: String) throws(StoreError) {
        try GitLibrary.prepare()
        self.path = path
        for name in Folder.names(path + "/pack") where name.hasPrefix("pack-") && name.hasSuffix(".pack") {
            let file = "\(path)/pack/\(name)"
            packs.append(Pack(path: file, fault: TrailedFile.fault(pack: file)))
        }
        packs.sort { ($0.fault == nil ? 0 : 1, $0.path) < ($1.fault == nil ? 0 : 1, $1.path) }
        for number in packs.indices { list(number) }
        for shard in Folder.names(path) where shard.utf8.count == 2 {
            for name in Folder.names("\(path)/\(shard)") {
                if let id = ObjectID(shard + name) { loose[id] = "\(path)/\(shard)/\(name)" }
            }
        }
    }

    deinit {
        for database in databases.values { git_odb_free(database) }
    }

    /// Whether some file claims to hold an object.
    func claims(_ id: ObjectID) -> Bool { places[id] != nil || loose[id] != nil }

    /// The packs that hold an object and are sound.
    func isInSoundPack(_ id: ObjectID) -> Bool { places[id].map { packs[$0].fault == nil } ?? false }

    func pack(of id: ObjectID) -> Int? { places[id] }

    /// Every object that some file claims to hold.
    var ids: Set<ObjectID> { Set(places.keys).union(loose.keys) }

    /// An object, from wherever it reads right; nil when it does nowhere.
    func read(_ id: ObjectID) -> (kind: PackKind, bytes: [UInt8])? {
        guard claims(id) else { return nil }
        if let number = places[id], let database = databases[number], let found = Self.read(id, database) {
            return found
        }
        if let file = loose[id], let found = LooseFile.read(file, as: id) { return found }
        // In a second pack, or in one whose first entry was bad.
        for (number, database) in databases where number != places[id] {
            if let found = Self.read(id, database) { return found }
        }
        return nil
    }

    /// Whether the file of a loose object reads right.
    func looseIsRight(_ id: ObjectID) -> Bool { loose[id].map { LooseFile.read($0, as: id) != nil } ?? false }

    /// Reads every object of the sound packs; one that does not read right spoils its pack.
    ///
    /// - Parameter visit: gets what reads right.
    func readAll(_ visit: (ObjectID, PackKind, [UInt8]) -> Void) {
        for number in packs.indices where packs[number].fault == nil {
            for id in packs[number].ids {
                guard let database = databases[number], let found = Self.read(id, database) else {
                    packs[number].fault = "object \(id) does not read right"
                    break
                }
                visit(id, found.kind, found.bytes)
            }
        }
    }

    private func list(_ number: Int) {
        let index = String(packs[number].path.dropLast(5)) + ".idx"
        guard Folder.kind(index) == .file,
            let database = try? Self.database({ git_odb_backend_one_pack(&$0, index) })
        else {
            if packs[number].fault == nil { packs[number].fault = "its index cannot be read" }
            return
        }
        let found = Listed()
        let code = git_odb_foreach(
            database,
            { id, payload in
                guard let id, let payload else { return -1 }
                Unmanaged<Listed>.fromOpaque(payload).takeUnretainedValue().ids.append(ObjectID(id.pointee))
                return 0
            }, Unmanaged.passUnretained(found).toOpaque())
        if code < 0, packs[number].fault == nil { packs[number].fault = "its index cannot be read" }
        packs[number].ids = found.ids
        databases[number] = database
        for id in found.ids where places[id] == nil { places[id] = number }
    }

    private final class Listed { var ids: [ObjectID] = [] }

    private static func database(
        _ open: (inout UnsafeMutablePointer<git_odb_backend>?) -> Int32
    ) throws(StoreError) -> OpaquePointer {
        var backend: UnsafeMutablePointer<git_odb_backend>?
        try GitCall.check(open(&backend), "git_odb_backend", .reading("objects"))
        var database: OpaquePointer?
        try GitCall.check(git_odb_new(&database), "git_odb_new", .reading("objects"))
        let code = git_odb_add_backend(database, backend, 1)
        guard code >= 0, let database else {
            git_odb_free(database)
            throw .fault(call: "git_odb_add_backend", code: Int(code), reason: "no database")
        }
        return database
    }

    private static func read(_ id: ObjectID, _ database: OpaquePointer) -> (kind: PackKind, bytes: [UInt8])? {
        var raw = id.raw
        var object: OpaquePointer?
        guard git_odb_read(&object, database, &raw) >= 0, let object else { return nil }
        defer { git_odb_object_free(object) }
        guard let kind = PackKind(git_odb_object_type(object)), let start = git_odb_object_data(object) else {
            return nil
        }
        return (kind, Array(UnsafeRawBufferPointer(start: start, count: git_odb_object_size(object))))
    }
}
