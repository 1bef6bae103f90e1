import ArgumentParser
import Custody
import Evidence
import Foundation
import GitStore
import Rendering
import Statute
import Tracking

/// Writes everything into one file.
struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract:
            "Write everything into one file: the store, the settings, the declarations, the database of subscribers.",
        discussion: """
            The file is a tar with a git repository in it, SHA-256 sums and a manifest; encrypted with age \
            (age-encryption.org/v1) when a recipient or a passphrase (LEXWATCH_PASSPHRASE, or --passphrase-file) is given. \
            Where FILE is a folder, the name is made of the time. Nothing is ever written over, and nothing deleted but by \
            --keep.
            """)

    @Argument(help: "The file to be made, or the folder to make it in.")
    var file: String

    @Option(name: .customLong("recipient"), help: "Who can open it, age1…; may be given more than once.")
    var recipients: [String] = []

    @Option(help: "A file with the passphrase on its first line.")
    var passphraseFile: String?

    @Flag(help: "Also the keys that sign; only into an encrypted file.")
    var withKeys = false

    @Option(help: "In a folder: delete all backups but so many of the newest, and name each.")
    var keep: Int?

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if let keep, keep < 1 { throw ValidationError("--keep keeps at least 1") }
    }

    func run() throws {
        let settings = try Settings(options)
        let now = Int64(Date().timeIntervalSince1970)
        let lock = try lock(settings)
        var isFolder: ObjCBool = false
        let isShelf =
            FileManager.default.fileExists(atPath: file, isDirectory: &isFolder) && isFolder.boolValue
        guard keep == nil || isShelf else {
            throw ValidationError("--keep is for a folder of backups; \(file) is none")
        }
        let shelf = BackupShelf(file)
        let place = isShelf ? shelf.name(at: now, isEncrypted: lock != nil) : file
        let report = try Backup(parts(settings), lock: lock, program: "lexwatch \(Lexwatch.number)", now: now)
            .write(to: place)
        let deleted = try keep.map { try shelf.keep($0) } ?? []
        if settings.format == .json {
            Output.print([
                "schema": 1, "file": .string(report.file), "bytes": .int(Int(report.bytes)),
                "encrypted": .bool(lock != nil), "files": .int(report.manifest.files.count),
                "references": .int(report.manifest.references.count), "deleted": .strings(deleted),
            ])
            return
        }
        if !settings.quiet {
            Output.print(
                "\(report.file): \(report.bytes) bytes, \(report.manifest.files.count) files, "
                    + "\(report.manifest.references.count) references\(lock == nil ? "; not encrypted" : "; encrypted")"
            )
        }
        // What is deleted is never silent.
        for path in deleted { Failure.message("deleted \(path)") }
    }

    private func lock(_ settings: Settings) throws -> AgeLock? {
        let phrase =
            try passphraseFile.map { try AgeSecrets.passphrase(file: $0) } ?? settings.copies.passphrase
        guard recipients.isEmpty || passphraseFile == nil else {
            throw ValidationError("age locks with recipients or with a passphrase, not with both")
        }
        if !recipients.isEmpty {
            return .recipients(try recipients.map { text throws(AgeError) in try AgeRecipient(text) })
        }
        return phrase.map { .passphrase($0) }
    }

    private func parts(_ settings: Settings) throws -> Backup.Parts {
        var parts = Backup.Parts(store: settings.store)
        parts.files = ["lexwatch.yml": "lexwatch.yml", "laws": settings.laws.path]
        if let outbox = settings.copies.outbox { parts.databases = ["outbox.db": outbox] }
        if withKeys {
            guard let key = settings.copies.signingKey else {
                throw ConfigurationError(faults: [
                    "signing-key: none is set, so --with-keys has nothing to add"
                ])
            }
            parts.keys = ["signing.key": key]
        }
        let store = try GitStore(path: settings.store, access: .reading)
        if let note = try store.read(.log, StorePath("checkpoint")) {
            parts.checkpoint = String(decoding: note, as: UTF8.self)
        }
        return parts
    }
}
