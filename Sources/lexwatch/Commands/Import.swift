import ArgumentParser
import Foundation
import GitStore
import Material
import Rendering
import Statute
import Synchronization
import Tracking
import Transport

/// Brings in folders and histories of dated texts as versions.
struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Bring in folders of dated texts, or the history of a git repository, as versions of instruments.",
        discussion: """
            A title that an instrument in laws/ declares joins that instrument; any other becomes cn/t-…, made from the \
            title alone. Titles are accepted wherever an id is. Back-filled versions mail nothing.

            A bare repository is taken for a history; of one with a work tree the files are read, or with --layout git \
            its history: each state in which each file was committed, oldest first. A later state of a version that is \
            in is an upgrade of it and no change in the law.

            Texts are written in batches. An import that was stopped or killed is completed by the same command.
            """)

    @Argument(help: "Folders, files, or git repositories.", completion: .directory)
    var paths: [String]

    @Option(help: "folder, lawrefbook or git (default: folder; git for a bare repository).")
    var layout: ImportFolder.Layout?

    @Option(
        help: ArgumentHelp(
            "The run's clock, for replays and tests; else the time of day.", valueName: "2026-11-23T02:30:00Z"
        ))
    var now: String?

    @Option(help: "How many texts are parsed at once (default: one for each processor).")
    var jobs: Int?

    @Option(help: "How many texts make a batch, at most (default: 1000).")
    var batch: Int?

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        for (name, number) in [("--jobs", jobs), ("--batch", batch)] {
            if let number, !(1...1_000_000).contains(number) {
                throw ValidationError("\(name): \(number) should be a number from 1 to 1000000")
            }
        }
    }

    func run() throws {
        let settings = try Settings(options)
        let register = try settings.register()
        let now = try RunClock.instant(now, else: Date())
        for path in paths where !FileManager.default.fileExists(atPath: path) {
            throw DocumentError.missing(path)
        }
        let report = try WritingSession.run(settings, now: now.secondsSince1970) { session in
            try take(settings, Library(register: register, store: session.store), now: now)
        }
        show(report, settings)
        if let number = report.stopped { throw ExitCode(128 + number) }
        if report.needsPerson { throw ExitCode(1) }
    }

    private func take(_ settings: Settings, _ library: Library, now: Instant) throws -> ImportReport {
        for path in library.store.recovered { settings.remark("removed what a killed run had left: \(path)") }
        let signal = ImportSignal()
        let signals = StopSignals { signal.raise($0) }
        let progress = ImportProgress(settings)
        let run = ImportRun(
            library: library, decoder: settings.decoder, now: now.secondsSince1970, limits: limits(settings),
            stopped: { signal.number }, progress: { progress.show($0) })
        do {
            try run.run(paths.map(folder))
        } catch {
            progress.clear()
            if run.report.batches > 0 {
                Failure.message(
                    "\(run.report.batches) batches with \(run.report.commits) commits are in; the same import goes on from there"
                )
            }
            throw error
        }
        withExtendedLifetime(signals) {}
        progress.clear()
        return run.report
    }

    private func folder(_ path: String) -> ImportFolder {
        let layout = layout ?? (GitHistory.isBare(path) ? .git : .folder)
        return ImportFolder(path: URL(filePath: path), layout: layout)
    }

    private func limits(_ settings: Settings) -> ImportLimits {
        var limits = ImportLimits()
        limits.document = settings.maxBytes
        if let jobs { limits.workers = min(jobs, limits.workers) }
        if let batch { limits.arrivals = batch }
        return limits
    }

    private func show(_ report: ImportReport, _ settings: Settings) {
        let document = ImportDocument(report)
        if settings.format == .json {
            Output.print(document.json)
        } else if !settings.quiet {
            Output.print(document.text)
        } else {
            // Quiet is for cron, which mails what stands on standard error.
            for line in report.notes { Failure.message(line) }
        }
        if let number = report.stopped {
            Failure.message(document.stopped(by: number))
        }
    }
}

/// The signal that asks an import to end; written and read by different threads.
private final class ImportSignal: Sendable {
    private let value = Atomic<Int32>(0)

    var number: Int32? {
        let number = value.load(ordering: .relaxed)
        return number == 0 ? nil : number
    }

    func raise(_ number: Int32) { value.store(number, ordering: .relaxed) }
}

extension ImportFolder.Layout: ExpressibleByArgument {}
