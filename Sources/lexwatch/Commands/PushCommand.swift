import ArgumentParser
import Foundation
import GitStore
import Rendering
import Tracking

/// Brings the copies of the store up to date.
struct PushCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "push",
        abstract: "Bring copies of the store elsewhere up to date.",
        discussion: """
            A copy is any bare git repository: a folder on another disk, or behind https or ssh. Without an address, \
            those of the setting remotes are brought up to date. Branches only go forward; a copy that is ahead of this \
            store, or that has another history, is named and left as it is. Timelines are derived and may be replaced.

            History goes in slices: broken off and called again, a push goes on from what is there. A token for \
            https is read from LEXWATCH_TOKEN_ and the host's name, as LEXWATCH_TOKEN_GIT_EXAMPLE_ORG.

            Exit codes: 0 every copy has everything; 1 some copies could not be brought up to date; else what kept the \
            only one, or all of them, from it: 65 ahead or another history, 66 no repository there, 69 no answer, 77 key, \
            token, certificate or host key.
            """)

    @Argument(help: "Addresses: a path, https://…, ssh://user@host/path or user@host:path.")
    var remotes: [String] = []

    @Option(help: "At most so many commits in one slice.")
    var sliceCommits = 1_000

    @Option(help: "At most so many bytes of new files in one slice, before they are packed.")
    var sliceBytes = 256 << 20

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let settings = try Settings(options)
        let names = remotes.isEmpty ? settings.copies.remotes : remotes
        guard !names.isEmpty else {
            throw ConfigurationError(faults: [
                "remotes: none are set; name one, or set remotes in lexwatch.yml"
            ])
        }
        guard sliceCommits > 0, sliceBytes > 0 else { throw ValidationError("a slice holds at least 1") }
        let addresses = try names.map { name throws(CopyError) in try CopyAddress(name) }
        let store = try GitStore(path: settings.store, access: .reading)
        let access = settings.copies.access(allowsHTTP: settings.network.gitSchemes.contains("http"))
        let progress = ProgressLine(settings)
        var outcomes: [PushDocument.Outcome] = []
        for address in addresses {
            let limits = PushLimits(commits: sliceCommits, bytes: sliceBytes)
            let result = Result { () throws(CopyError) in
                try store.push(to: address, access: access, limits: limits) { done, all in
                    progress.show("\(done)/\(all) slices \(address)")
                }
            }
            progress.clear()
            outcomes.append(.init(address: address.description, result: result))
        }
        let document = PushDocument(store: settings.store, outcomes: outcomes)
        if settings.format == .json {
            Output.print(document.json)
        } else if !settings.quiet {
            Output.print(document.text)
        }
        for failure in document.failures { Failure.message(failure.message) }
        if let code = document.exitCode { throw ExitCode(code) }
    }
}
