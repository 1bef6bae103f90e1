import ArgumentParser
import GitStore
import Rendering

/// Upkeep of the store.
struct Maintain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Put the store's packs together, write its commit-graph, and report its growth.",
        discussion: """
            Every night adds packs. Small ones are made one, until each pack is at least twice as large as all \
            smaller ones together, so that there are never many and a large one is hardly ever written again. A pack \
            goes only when every object of it was read back, by its hash, from the pack that replaces it. Readers go \
            on reading meanwhile; a writer waits (--wait) or ends with 75.

            What no branch reaches stays and is named: it may be what a run left that died, or a branch that somebody \
            set back. --drop-unreachable takes it away, but never what the log of evidence names.
            """)

    @Flag(help: "Make all packs one, and look for differences between all of them anew.")
    var full = false

    @Flag(help: "Also take away what no branch reaches.")
    var dropUnreachable = false

    @Flag(help: "Only say what would be done. Nothing is locked.")
    var dryRun = false

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let settings = try Settings(options)
        // Upkeep is of something that is there: a store is not made for it.
        var store = try GitStore(path: settings.store, access: .reading)
        if !dryRun { store = try settings.writableStore() }
        let report = try store.maintain(
            UpkeepOptions(isFull: full, dropsUnreachable: dropUnreachable, isDry: dryRun))
        let document = MaintainDocument(
            report, store: settings.store, recovered: store.recovered, isDry: dryRun)
        switch settings.format {
        case .json: Output.print(document.json)
        case .text:
            if settings.quiet {
                // Quiet is for cron, which mails what stands on standard error.
                for line in document.forPeople { Failure.message(line) }
            } else {
                Output.print(document.text(verbose: settings.verbose))
            }
        case .html, .markdown, .docx, .svg:
            throw ValidationError("maintain has the formats text and json")
        }
        if !document.forPeople.isEmpty { throw ExitCode(1) }
    }
}
