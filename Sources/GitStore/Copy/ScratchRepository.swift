internal import CLibgit2
internal import Glibc

/// A bare repository for a moment, that sees the objects of a store and leaves it alone. Gone when it is let go.
final class ScratchRepository {
    let repository: Repository
    private let folder: String

    /// - Parameters:
    ///   - store: whose objects it sees; nil for none.
    ///   - references: what it holds from the beginning.
    ///   - place: the folder that it is made in; nil for that of temporary files.
    init(seeing store: GitStore?, references: [String: ObjectID] = [:], in place: String? = nil)
        throws(CopyError)
    {
        let parent = place ?? getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var name = Array("\(parent)/lexwatch-copy-XXXXXX".utf8CString)
        guard mkdtemp(&name) != nil else {
            throw CopyError(Folder.cannotWrite("\(parent)/lexwatch-copy"))
        }
        folder = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let path = folder
        do {
            repository = try CopyError.storing { () throws(StoreError) in
                try Self.make(path, seeing: store, references)
            }
        } catch {
            try? Folder.remove(path)
            throw error
        }
    }

    deinit { try? Folder.remove(folder) }

    private static func make(
        _ path: String, seeing store: GitStore?, _ references: [String: ObjectID]
    ) throws(StoreError) -> Repository {
        try GitLibrary.prepare()
        var made: OpaquePointer?
        try GitCall.check(git_repository_init(&made, path, 1), "git_repository_init", .writing(path))
        git_repository_free(made)
        if let store, let real = realpath(store.path + "/objects", nil) {
            defer { free(real) }
            try WholeFile.write(
                Array("\(String(cString: real))\n".utf8), to: path + "/objects/info/alternates")
        }
        if !references.isEmpty {
            // As one file: a thousand small ones would each wait for the disk.
            let lines = references.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)\n" }
            try WholeFile.write(
                Array(("# pack-refs with: peeled fully-peeled sorted \n" + lines.joined()).utf8),
                to: path + "/packed-refs")
        }
        return try Repository(path: path)
    }
}
