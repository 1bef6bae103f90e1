import ArgumentParser
import Foundation
import GitStore
import Tracking
import Transport

/// The command line: the only place where the parts are wired together.
struct Lexwatch: ParsableCommand {
    static let number = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "lexwatch",
        abstract:
            "Tracks what legislation really changes, provision by provision, and which promises it bears on.",
        discussion: """
            Exit codes: 0 done; 1 done, but something needs a person; 64 wrong usage; 65 unreadable or malformed \
            input; 66 no such file, instrument or version; 69 a service did not answer; 70 our own fault; 73, 74 \
            cannot write or read; 75 try again later (another run holds the store); 77 a key, token or certificate was \
            not taken; 78 bad configuration; 130, 143 stopped by a signal.
            """,
        version: "lexwatch \(number)",
        subcommands: [
            Import.self, List.self, Log.self, Show.self, Search.self, IndexCommand.self, Diff.self,
            BlameCommand.self, Compare.self, Parallel.self, Amend.self,
            Parse.self,
            Scan.self, Concepts.self, AgreementsCommand.self,
            AlertsCommand.self, BarometerCommand.self, Review.self, Digest.self,
            Snapshot.self, SourcesCommand.self, RebuildCommand.self, Maintain.self,
            PushCommand.self, RepairCommand.self, BackupCommand.self, RestoreCommand.self,
            VerifyCommand.self, KeyCommand.self,
        ])
}

@main
enum Entry {
    static func main() {
        // A reader that goes away (`lexwatch log | head`) is no fault: writing fails, and the program ends.
        signal(SIGPIPE, SIG_DFL)
        do {
            var command = try Lexwatch.parseAsRoot(
                GlobalOptions.reordered(Array(CommandLine.arguments.dropFirst())))
            try command.run()
        } catch {
            Failure.exit(for: error)
        }
    }
}
