import Foundation
import GitStore
import Statute

/// Adds files to a backup and notes what they are.
struct BackupWriter {
    let tar: TarWriter
    private(set) var files: [BackupManifest.File] = []

    init(tar: TarWriter) { self.tar = tar }

    mutating func add(_ name: String, bytes: [UInt8]) throws {
        try tar.file(Backup.root + name, size: Int64(bytes.count))
        try bytes.withUnsafeBytes { try tar.write($0) }
        let digest = RunningDigest(.sha256)
        digest.update(bytes)
        files.append(
            .init(path: name, bytes: Int64(bytes.count), sha256: Hexadecimal.string(digest.finish())))
    }

    /// - Parameter isTrailed: it ends in the SHA-1 of what stands before, and must.
    mutating func add(_ name: String, from path: String, mode: UInt32 = 0o644, isTrailed: Bool = false) throws
    {
        let file = try PlainFile(reading: path)
        guard file.isRegular else { throw BackupError(.cannotRead, "\(path): is no file") }
        let size = file.size
        try tar.file(Backup.root + name, size: size, mode: mode)
        let digest = RunningDigest(.sha256)
        let own = RunningDigest(.sha1)
        var left = size
        var trailer: [UInt8] = []
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
        defer { buffer.deallocate() }
        while left > 0 {
            let count = try file.read(
                into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<Int(min(left, 1 << 18))]))
            guard count > 0 else { throw BackupError(.moving, "\(path): became shorter while it was read") }
            let part = UnsafeRawBufferPointer(rebasing: buffer[..<count])
            try tar.write(part)
            digest.update(part)
            if isTrailed {
                // Everything but the last twenty bytes.
                let before = Int(max(0, min(Int64(count), left - 20)))
                own.update(UnsafeRawBufferPointer(rebasing: part[..<before]))
                trailer += part[before...]
            }
            left -= Int64(count)
        }
        if isTrailed, own.finish() != trailer {
            throw BackupError(
                .damaged,
                "\(path): its checksum does not fit; mend the store with lexwatch repair, then back it up")
        }
        files.append(.init(path: name, bytes: size, sha256: Hexadecimal.string(digest.finish())))
    }

    /// A file or folder with everything in it; nothing when it is not there. Links are not followed inside it.
    mutating func addTree(_ name: String, _ path: String) throws {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return }
        guard isFolder.boolValue else { return try add(name, from: path) }
        let names = try FileManager.default.subpathsOfDirectory(atPath: path)
        for below in names.sorted() {
            let type =
                try FileManager.default.attributesOfItem(atPath: "\(path)/\(below)")[.type]
                as? FileAttributeType
            if type == .typeRegular { try add("\(name)/\(below)", from: "\(path)/\(below)") }
        }
    }

    mutating func add(_ snapshot: StoreSnapshot, of store: String) throws {
        for folder in ["", "/objects", "/objects/info", "/objects/pack", "/refs", "/refs/heads"] {
            try tar.folder(Backup.root + "store.git" + folder)
        }
        try add("store.git/HEAD", bytes: Array("ref: \(StoreBranch.versions.reference)\n".utf8))
        try add("store.git/config", bytes: snapshot.configuration)
        try add("store.git/packed-refs", bytes: snapshot.packedReferences)
        for file in snapshot.files {
            let path = "\(store)/\(file)"
            let isPacked = file.hasPrefix("objects/pack/")
            guard FileManager.default.fileExists(atPath: path) else {
                throw BackupError(
                    .moving, "\(path): went away while the backup was written; is the store being packed?")
            }
            if !isPacked, !GitStore.holdsLooseObject(store, file) {
                throw BackupError(
                    .damaged,
                    "\(path): does not read right; mend the store with lexwatch repair, then back it up")
            }
            do { try add("store.git/" + file, from: path, mode: 0o444, isTrailed: isPacked) } catch let error
                as BackupError where error.kind == .absent
            {
                throw BackupError(.moving, error.message)
            }
        }
    }
}
