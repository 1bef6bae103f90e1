import ArgumentParser
import Foundation
import GitStore
import Rendering
import Statute
import Tracking

/// The nightly run.
struct Snapshot: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "The nightly run: keep what is new, compare, link, and write redlines and summaries.",
        discussion: """
            Takes the texts in snapshots/<country>/<slug>/ into the store, and writes a redline page and a summary \
            (.eml, text, HTML) for every step of every declared instrument into snapshots/out. What is new since the \
            last run is also queued in snapshots/out/outbox. A second run changes nothing and queues nothing.
            """)

    @Argument(help: "Instruments; without any, all that are declared.")
    var instruments: [String] = []

    @Flag(help: "Only what is bundled or in folders.")
    var offline = false

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let settings = try Settings(options)
        let started = Date()
        let now = Int64(started.timeIntervalSince1970)
        let register = try settings.register()
        let store = try GitStore(path: settings.store, access: .writing)
        let library = Library(register: register, store: store)
        let only = try Set(instruments.map { try library.instrument(named: $0) })
        var result = try SnapshotRun(
            library: library, decoder: settings.decoder, now: now
        ).run(seeds: settings.snapshots, only: only)
        result.notes += store.recovered.map { "removed what a killed run had left: \($0)" }
        let pages = try SnapshotPages(library: library, out: settings.out, now: now).write()
        result.notes += [
            "\(result.commits) commits; store: \(settings.store)",
            "\(pages.steps) redlines and summaries, \(pages.changed) of them new or changed, in \(settings.out.relativePath)/",
            pages.queued.isEmpty
                ? "nothing queued for mail"
                : "\(pages.queued.count) queued for mail in \(settings.out.relativePath)/outbox/",
        ]
        result.notes += notes(pages, settings)
        let report = RunReportView(
            started: started.ISO8601Format(), finished: Date().ISO8601Format(), lines: result.lines,
            notes: result.notes)
        if settings.format == .json {
            Output.print(SnapshotDocument(result, pages, settings).json)
        } else if !settings.quiet {
            Output.print(report.render(style: settings.terminal, verbose: settings.verbose))
            for page in pages.examples { Output.print("    \(page)") }
        } else {
            // Quiet is for cron, which mails what stands on standard error: what needs a person is never silent.
            for line in result.lines where line.outcome == .quarantined || line.outcome == .failed {
                Failure.message("\(line.subject) \(line.outcome.rawValue): \(line.detail)")
            }
        }
        if result.needsPerson { throw ExitCode(1) }
    }

    /// What an upgrade altered, and what was corrected because of it.
    private func notes(_ pages: SnapshotPages.Written, _ settings: Settings) -> [String] {
        var notes: [String] = []
        if !pages.corrections.isEmpty {
            notes.append(
                "\(pages.corrections.count) \(pages.corrections.count == 1 ? "correction" : "corrections") of earlier mails queued in \(settings.out.relativePath)/outbox/"
            )
        }
        if !pages.altered.isEmpty {
            notes.append(
                "no news, but altered by an upgrade: \(pages.altered.count) \(pages.altered.count == 1 ? "alert" : "alerts") of old "
                    + "steps; to be reviewed with lexwatch review list --altered")
            notes += TerminalReviews.altered(pages.altered, limit: 10)
        }
        return notes
    }
}
