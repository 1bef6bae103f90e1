import ArgumentParser
import Custody
import Evidence
import Foundation
import GitStore
import Rendering
import Statute

/// Puts a backup back.
struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Put a backup back: the store at its place, or everything into a folder.",
        discussion: """
            The whole file is unpacked beside the place, every sum is checked and every object of the store read, before \
            anything is put in place; then it is there whole, or nothing is. The place must be free.
            """)

    @Argument(help: "The backup.")
    var file: String

    @Option(
        help: "A folder to be made that gets everything; without it, only the store is put back, at --store.")
    var into: String?

    @Option(
        name: .customLong("identity"), help: "A file with identities of age; may be given more than once.")
    var identities: [String] = []

    @Option(help: "A file with the passphrase on its first line.")
    var passphraseFile: String?

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let settings = try Settings(options)
        let keys = try identities.flatMap { try AgeSecrets.identities(file: $0) }
        let phrase =
            try passphraseFile.map { try AgeSecrets.passphrase(file: $0) } ?? settings.copies.passphrase
        let restore = Restore(file, identities: keys, passphrase: phrase)
        let report: Restore.Report
        do {
            report = try into.map { try restore.everything(into: $0) } ?? restore.store(into: settings.store)
        } catch let error as AgeError {
            throw BackupFileError(file: file, error: error)
        }
        if settings.format == .json {
            Output.print([
                "schema": 1, "place": .string(report.place), "made": .string(UTC.text(report.manifest.time)),
                "program": .string(report.manifest.program), "files": .int(report.manifest.files.count),
                "references": .int(report.manifest.references.count), "left": .strings(report.left),
            ])
        } else if !settings.quiet {
            Output.print(
                "\(report.place): put back from a backup of \(UTC.text(report.manifest.time)) by \(report.manifest.program); "
                    + "\(report.manifest.references.count) references, every object read")
            if !report.left.isEmpty {
                Output.print(
                    "\(report.left.count) other files (\(report.left.prefix(3).joined(separator: ", ")) …) stay in it; "
                        + "--into FOLDER gets everything")
            }
        }
    }
}

/// What is wrong with an encrypted backup, and with which.
struct BackupFileError: Error, CustomStringConvertible {
    let file: String
    let error: AgeError

    var description: String { "\(file): \(error); nothing was put back" }
}
