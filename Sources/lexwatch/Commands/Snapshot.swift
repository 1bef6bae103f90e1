import ArgumentParser
import Custody
import Evidence
import Foundation
import GitStore
import Material
import Rendering
import Statute
import Tracking
import Transport

/// The nightly run.
struct Snapshot: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "The nightly run: fetch, keep what is new, compare, link, and write redlines and summaries.",
        discussion: """
            Takes the texts in snapshots/<country>/<slug>/ into the store, asks the sources that the instruments \
            declare, and writes a redline page and a summary (.eml, text, HTML) for every step of every declared \
            instrument into snapshots/out. What is new since the last run is also queued in snapshots/out/outbox. \
            A second run on unchanged sources makes no version and queues nothing. What may not be the law is held \
            back: see lexwatch review quarantine.
            """)

    @Argument(help: "Instruments; without any, all that are declared.")
    var instruments: [String] = []

    @Flag(help: "Only what is bundled or in folders: nothing is asked of the network.")
    var offline = false

    @Option(
        help: ArgumentHelp(
            "The run's clock, for replays and tests; else the time of day.", valueName: "2026-11-23T02:30:00Z"
        ))
    var now: String?

    @Option(help: ArgumentHelp("Also write the report as JSON to a file.", valueName: "file"))
    var reportJson: String?

    @Option(help: ArgumentHelp("Write figures for Prometheus to a text file.", valueName: "file.prom"))
    var metrics: String?

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let settings = try Settings(options)
        let began = Date()
        let now = try RunClock.instant(now, else: began)
        let notice = ServiceNotice()
        notice.ready()
        defer { notice.stopping() }
        let heartbeat = Heartbeat(
            url: offline ? nil : settings.network.heartbeat, fetcher: try settings.fetcher())
        heartbeat.start()
        do {
            let exit = try work(settings, now: now, began: began)
            // Who was told to stop must not wait for a watchman.
            if exit < 128 { heartbeat.end(exit) }
            if exit != 0 { throw ExitCode(exit) }
        } catch let code as ExitCode {
            throw code
        } catch {
            heartbeat.end(1)
            throw error
        }
    }

    /// The run itself.
    ///
    /// - Returns: the exit code.
    private func work(_ settings: Settings, now: Instant, began: Date) throws -> Int32 {
        // Before a store is made: a fault in a declaration leaves nothing behind.
        let register = try settings.register()
        return try WritingSession.run(settings, now: now.secondsSince1970) { session in
            try work(settings, register, session, now: now, began: began)
        }
    }

    private func work(
        _ settings: Settings, _ register: Register, _ session: WritingSession, now: Instant, began: Date
    ) throws -> Int32 {
        let store = session.store
        let before = store.figures()
        let library = Library(register: register, store: store)
        let only = try Set(instruments.map { try library.instrument(named: $0) })
        var result = try SnapshotRun(
            library: library, decoder: settings.decoder, now: now.secondsSince1970
        ).run(seeds: settings.snapshots, only: only)
        let night = try NightShift(settings: settings, library: library, now: now, isOffline: offline)
            .run(only: only)
        result.notes += store.recovered.map { "removed what a killed run had left: \($0)" }
        result.add(night)
        let exit: Int32 = night.stopped.map { 128 + $0 } ?? (result.needsPerson ? 1 : 0)
        // What the summaries tell of is in the log before they are written, so that they can say where.
        _ = try session.follow()
        var pages = SnapshotPages.Written()
        if night.stopped == nil {
            pages = try SnapshotPages(
                library: library, out: settings.out, now: now.secondsSince1970, key: session.signer
            ).write()
        }
        let log = try session.follow()
        let size = StoreGrowth(before: before, after: store.figures())
        try tell(
            result, night, pages, size, settings, log, began: began, now: now, exit: exit, library: library)
        return exit
    }

    /// Has the checkpoint stamped, where somebody is named who does: it may fail without failing the night.
    ///
    /// - Returns: what became of it; nil where nobody is to be asked.
    private func stamp(_ log: Custody.State, _ settings: Settings, _ store: GitStore, now: Instant) -> String?
    {
        guard let url = settings.timestampURL, !offline else { return nil }
        do {
            if try Stamp.isHeld(log.size, in: store) { return nil }
            let stamp = try Stamp(log)
            let service = TimeStampService(try settings.http(), url: url)
            let answer = try Waiting.result {
                do {
                    return Result<[UInt8], any Error>.success(
                        try await service.answer(to: stamp.request.bytes))
                } catch {
                    return .failure(error)
                }
            }.get()
            try stamp.keep(answer, in: store, now: now.secondsSince1970)
            return "checkpoint of \(log.size) entries stamped by \(url)"
        } catch {
            return "no time stamp: \(Failure.words(for: error)); the next run asks again"
        }
    }

    private func tell(
        _ result: SnapshotRun.Result, _ night: NightReport, _ pages: SnapshotPages.Written,
        _ size: StoreGrowth, _ settings: Settings, _ log: Custody.State?,
        began: Date, now: Instant, exit: Int32, library: Library
    ) throws {
        var result = result
        result.notes += SnapshotNotes.words(result, night, pages, settings)
        if let log { result.notes.append(log.line) }
        if let log, let words = stamp(log, settings, library.store, now: now) { result.notes.append(words) }
        if settings.verbose { result.notes.append(size.words) }
        if size.hasManyPacks { result.notes.append(size.advice) }
        let document = SnapshotDocument(result, night, pages, size, settings, log)
        if let reportJson {
            try Output.write(Array(document.json.text(.pretty).utf8), to: URL(filePath: reportJson))
        }
        if let file = metrics.map({ URL(filePath: $0) }) ?? settings.network.metrics {
            let states = try SourceFreshness(library).states
            try MetricsFile(
                night, states: states, size: size, started: now,
                seconds: Int64(Date().timeIntervalSince(began)),
                exit: exit
            ).write(to: file)
        }
        if settings.format == .json {
            Output.print(document.json)
        } else if !settings.quiet {
            let report = RunReportView(
                started: began.ISO8601Format(), finished: Date().ISO8601Format(), lines: result.lines,
                notes: result.notes)
            Output.print(report.render(style: settings.terminal, verbose: settings.verbose))
            for page in pages.examples { Output.print("    \(page)") }
        } else {
            // Quiet is for cron, which mails what stands on standard error: what needs a person is told, once.
            for line in SnapshotNotes.news(result, night) { Failure.message(line) }
        }
    }
}
