package import Evidence
import Foundation
import GitStore
import Statute

/// Everything of an installation in one file: the store, and what is not in git. A tar that stock tools open: `tar`, then
/// `git` on `store.git`, `sha256sum -c SHA256SUMS`; encrypted, `age -d` before.
package struct Backup {
    /// What goes in beside the store.
    package struct Parts: Sendable {
        /// The path of the store.
        package var store: String
        /// Files and folders by the name that they get, `lexwatch.yml` or `laws`. Those that are not there are left out.
        package var files: [String: String] = [:]
        /// SQLite databases by the name that they get.
        package var databases: [String: String] = [:]
        /// Secret keys; only into a backup that is encrypted.
        package var keys: [String: String] = [:]
        /// The log's newest checkpoint.
        package var checkpoint: String?

        package init(store: String) { self.store = store }
    }

    /// What was written.
    package struct Report: Sendable {
        package var file: String
        package var bytes: Int64
        package var manifest: BackupManifest
    }

    static let root = "lexwatch-backup/"
    /// How often it is begun anew when the store is packed again under its feet.
    private static let attempts = 3

    private let parts: Parts
    private let lock: AgeLock?
    private let program: String
    private let now: Int64

    /// - Parameters:
    ///   - lock: by what it is encrypted; nil for not at all.
    ///   - program: `lexwatch 0.1.0`.
    ///   - now: Unix seconds.
    package init(_ parts: Parts, lock: AgeLock?, program: String, now: Int64) {
        self.parts = parts
        self.lock = lock
        self.program = program
        self.now = now
    }

    /// Writes the backup; it stands at its place when it is whole and on disk, and nothing does before.
    ///
    /// - Throws: ``BackupError``, ``StoreError``, ``AgeError``.
    package func write(to file: String) throws -> Report {
        guard parts.keys.isEmpty || lock != nil else {
            throw BackupError(
                .usage, "keys go only into an encrypted backup; name a recipient or a passphrase")
        }
        guard !FileManager.default.fileExists(atPath: file) else {
            throw BackupError(.isThere, "\(file): is there already; a backup is never written over")
        }
        let draft = file + ".unfinished"
        unlink(draft)
        defer { unlink(draft) }
        var attempt = 1
        while true {
            do {
                let output = try PlainFile(making: draft)
                let manifest = try write(to: output)
                try output.synchronise()
                guard link(draft, file) == 0 || (errno != EEXIST && rename(draft, file) == 0) else {
                    throw BackupError(.cannotWrite, "\(file): \(String(cString: strerror(errno)))")
                }
                PlainFile.synchronise(folder: URL(filePath: file).deletingLastPathComponent().path)
                return Report(file: file, bytes: output.size, manifest: manifest)
            } catch let error as BackupError where error.kind == .moving && attempt < Self.attempts {
                attempt += 1
                unlink(draft)
            }
        }
    }

    private func write(to output: PlainFile) throws -> BackupManifest {
        var age: AgeWriter?
        if let lock {
            age = try AgeWriter(lock) { bytes in try bytes.withUnsafeBytes { try output.write($0) } }
        }
        let tar = try TarWriter(time: now) { bytes in
            if let age { try age.write(bytes) } else { try output.write(bytes) }
        }
        var writer = BackupWriter(tar: tar)
        // The database before the store: a mail that is sent meanwhile may go out twice after a restore, and is
        // recognised by its id; the other way round one could be lost.
        for (name, path) in parts.databases.sorted(by: { $0.key < $1.key })
        where FileManager.default.fileExists(atPath: path) {
            let copy = output.path + ".database"
            unlink(copy)
            defer { unlink(copy) }
            try SQLiteCopy.make(path, to: copy)
            try writer.add(name, from: copy, mode: 0o600)
        }
        let store = try GitStore(path: parts.store, access: .reading)
        let snapshot = try store.snapshot()
        try writer.add("README.txt", bytes: Array(Self.readme(snapshot, program, now, parts.store).utf8))
        for (name, path) in parts.files.sorted(by: { $0.key < $1.key }) { try writer.addTree(name, path) }
        for (name, path) in parts.keys.sorted(by: { $0.key < $1.key }) {
            try writer.add("keys/" + name, from: path, mode: 0o600)
        }
        try writer.add(snapshot, of: parts.store)
        let manifest = BackupManifest(
            program: program, time: now, references: snapshot.references.mapValues(\.description),
            checkpoint: parts.checkpoint, files: writer.files)
        try writer.add("manifest.json", bytes: manifest.json)
        let sums = writer.files.map { "\($0.sha256)  \($0.path)\n" }.joined()
        try writer.add("SHA256SUMS", bytes: Array(sums.utf8))
        try tar.finish()
        try age?.finish()
        return manifest
    }

    private static func readme(_ snapshot: StoreSnapshot, _ program: String, _ now: Int64, _ store: String)
        -> String
    {
        let tips = StoreBranch.allCases.compactMap { branch in
            snapshot.references[branch.reference].map { "    \(branch.rawValue)  \($0)\n" }
        }
        return """
            A backup of a Lexwatch installation, made by \(program) at \(UTC.text(now)).

            store.git is a bare git repository. Any git reads it: git -C store.git log versions
            SHA256SUMS names every other file here: sha256sum -c SHA256SUMS
            lexwatch restore does the same checks and puts everything in place.

            Where the branches stood:
            \(tips.joined())
            """
    }
}
