import ArgumentParser
import Foundation
import GitStore
import Rendering
import Statute
import Tracking
import Transport

/// Makes versions again from the captures that are kept.
struct RebuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebuild",
        abstract: "Make the versions again from the kept captures, after a new parser or reader.",
        discussion: """
            Every capture that a version was made from is read again, by the rules of its day and with the readers of \
            today. A version that reads otherwise is written again under its name, marked as an upgrade: no change in \
            the law, and nothing is mailed. Where nothing differs, nothing is written. Versions that cannot be made \
            again are named and left as they are (exit code 1); so are texts of several laws that would only lose \
            words, until --accept-losses says that this is right.

            With --into a new store is made: captures, decisions and nights are taken over with the same ids, and \
            versions are made anew in one order, so that two machines give the same ids.
            """)

    @Argument(help: "Instruments; without any, all that are in the store.")
    var instruments: [String] = []

    @Option(
        help: ArgumentHelp("Make a new store here instead; nothing may be there yet.", valueName: "store"))
    var into: String?

    @Flag(help: "Also take texts of several laws that only lose words.")
    var acceptLosses = false

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if into != nil, !instruments.isEmpty {
            throw ValidationError("--into makes a whole store; leave the instruments out")
        }
    }

    func run() throws {
        let settings = try Settings(options)
        // A rebuild is of something that is there: a store is not made for it.
        var store = try GitStore(path: settings.store, access: .reading)
        if into == nil { store = try settings.writableStore() }
        let library = Library(register: try settings.register(), store: store)
        let only = try Set(instruments.map { try library.instrument(named: $0) })
        let ports = RebuildPorts(
            decoder: settings.decoder,
            reader: { request in Waiting.result { await FormatReader().read(request) } })
        let rebuild = Rebuild(library: library, ports: ports, takesLosses: acceptLosses)
        let report =
            if let into { try rebuild.into(into) } else {
                try rebuild.inPlace(only: only, now: Int64(Date().timeIntervalSince1970))
            }
        let document = RebuildDocument(report, store: settings.store, into: into)
        if settings.format == .json {
            Output.print(document.json)
        } else if !settings.quiet {
            Output.print(document.text(verbose: settings.verbose))
        } else {
            // Quiet is for cron, which mails what stands on standard error.
            for line in document.left { Failure.message(line) }
        }
        if report.needsPerson { throw ExitCode(1) }
    }
}
