internal import CLibgit2
internal import Glibc

/// Makes one pack of given objects beside the store, and proves it before anybody relies on it.
///
/// Libgit2's packer: it looks at the ten objects before each for something to tell a difference to, and makes chains
/// of at most fifty differences; neither can be set. Every object is read through its hash.
struct PackMaker {
    let repository: Repository

    /// Below the objects, on the same file system, and where no reader looks.
    var staging: String { "\(repository.path)/objects/\(Self.folder)" }

    static let folder = "tmp_maintain"
    /// The longest chain of differences that the packer makes.
    static let depth = 50

    /// Makes an empty staging folder.
    func prepare() throws(StoreError) {
        if Folder.kind(staging) != .nothing { try Folder.remove(staging) }
        try Folder.make(staging)
    }

    /// Writes a pack and its index into the staging folder, on disk when this returns.
    ///
    /// - Parameters:
    ///   - objects: The newest first, commits before trees before files.
    ///   - room: Bytes that the objects take now.
    func make(_ objects: [(key: ObjectID, like: LikeName)], room: Int) throws(StoreError) -> PackFiles {
        // Libgit2 writes packs through a memory map: on a full disk that ends the process, so look first. An object
        // that loses the one it was a difference to may take more room than before.
        try FreeSpace.require(
            bytes: room + room / 4 + objects.count * 64 + (1 << 20), files: 8, at: repository.path)
        try prepare()
        var builder: OpaquePointer?
        try GitCall.check(
            git_packbuilder_new(&builder, repository.pointer), "git_packbuilder_new",
            .writing(repository.path))
        defer { git_packbuilder_free(builder) }
        git_packbuilder_set_threads(builder, 0)
        for object in objects {
            var id = object.key.raw
            try GitCall.check(
                git_packbuilder_insert(builder, &id, object.like.letters), "git_packbuilder_insert",
                .reading("\(repository.path) \(object.key)"))
        }
        try GitCall.check(
            git_packbuilder_write(builder, staging, 0o444, nil, nil), "git_packbuilder_write",
            .writing(staging))
        guard let made = try PackFiles.all(in: staging).first else {
            throw .fault(call: "git_packbuilder_write", code: 0, reason: "no pack was written")
        }
        for path in [made.pack, made.index] { try Folder.settle(path) }
        try Folder.keep(staging)
        return made
    }

    /// Moves a pack from the staging folder among the packs, the index first: readers pass over an index without its
    /// pack, and what a crash leaves in between is a list of names and nothing that could be missed.
    func publish(_ pack: PackFiles) throws(StoreError) -> PackFiles {
        // The name is the checksum of the bytes, as git names packs: libgit2 1.5 takes that of the names of the
        // objects, and a pack of the same objects may be there, packed otherwise.
        let file = try FileBytes(path: pack.pack)
        guard let sum = file.key(at: file.count - ObjectID.size) else {
            throw .damaged(path: pack.pack, reason: "shorter than any pack")
        }
        let folder = "\(repository.path)/objects/pack"
        let name = "pack-\(sum)"
        for (old, ending) in [(pack.index, "idx"), (pack.pack, "pack")] {
            let new = "\(folder)/\(name).\(ending)"
            guard rename(old, new) == 0 else { throw Folder.cannotWrite(new) }
            try Folder.keep(folder)
        }
        try Folder.remove(staging)
        try Folder.keep("\(repository.path)/objects")
        guard let published = try PackFiles.all(in: folder).first(where: { $0.name == name }) else {
            throw .damaged(path: "\(folder)/\(name)", reason: "it was written just now and is not there")
        }
        return published
    }
}

extension Folder {
    /// Asks the disk to keep what a file holds that is written already.
    ///
    /// - Throws: `cannotWrite` when the disk says that it does not; something is about to be deleted that relies on it.
    static func settle(_ path: String) throws(StoreError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw cannotWrite(path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw cannotWrite(path) }
    }
}
