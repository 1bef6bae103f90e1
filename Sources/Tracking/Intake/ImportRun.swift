import Foundation
import GitStore
import Statute

/// Brings folders and histories of texts into the store, one after the other.
///
/// Texts are read, decoded and parsed in parallel and a few ahead; one hand takes them in order and writes them in
/// batches. What comes of it depends on the texts, their order and the clock, and not on how many work or where the
/// batches end. Whatever is in is found unchanged by the next run, so a run that died is made good by running again.
package final class ImportRun {
    /// How far it is.
    package struct Progress: Sendable {
        package var done: Int
        /// Nil where that is known only at the end.
        package var known: Int?
        package var name: String
    }

    /// So far; also after an error.
    package private(set) var report = ImportReport()

    private let library: Library
    private let decoder: Decoder
    private let limits: ImportLimits
    private let stopped: () -> Int32?
    private let progress: (Progress) -> Void
    private var recorder: Recorder
    private var kept: KeptRevisions?

    /// - Parameters:
    ///   - library: Its store is open for writing.
    ///   - now: Unix seconds.
    ///   - stopped: The signal that asks for an end; the batch that was begun is written, and no timelines are made.
    package init(
        library: Library, decoder: Decoder, now: Int64, limits: ImportLimits = ImportLimits(),
        stopped: @escaping () -> Int32? = { nil }, progress: @escaping (Progress) -> Void = { _ in }
    ) {
        self.library = library
        self.decoder = decoder
        self.limits = limits
        self.stopped = stopped
        self.progress = progress
        recorder = Recorder(library: library, now: now)
    }

    /// - Throws: ``StoreError`` and ``MirrorError``; what is wrong with one text is in the report. Batches that were
    ///   written by then stay.
    package func run(_ inputs: [ImportFolder]) throws {
        for input in inputs where report.stopped == nil { try take(try feed(input)) }
        try write()
        guard report.stopped == nil else { return }
        report.timelines = try Timelines.follow(library, isStopped: { stopped() != nil }).count
        report.stopped = stopped()
    }

    private func feed(_ input: ImportFolder) throws -> any ImportFeed {
        guard input.layout == .git else { return FolderFeed(input, register: library.register) }
        // What this run brought in from another history counts, too.
        try write()
        kept = try KeptRevisions(library.store)
        return try HistoryFeed(
            GitHistory(path: input.path.path), register: library.register, limit: limits.document)
    }

    // MARK: One folder or history

    /// A text after all that can be done beside the store.
    private struct Worked: Sendable {
        var name: String
        var twin: String?
        var result: Result<Ready, Reason>
    }

    private struct Ready: Sendable {
        var arrival: Arrival
        var digest: ArrivalDigest
    }

    private struct Reason: Error { let sentence: String }

    private func take(_ feed: any ImportFeed) throws {
        let decoder = decoder
        let crew = OrderedCrew(
            workers: limits.workers, window: limits.window, room: limits.room, weigh: { $0.size },
            work: { Self.work($0, decoder) }, give: { try feed.next() })
        crew.start()
        defer { crew.stop() }
        let known = feed.count.map { $0 + report.files }
        while report.stopped == nil, let worked = try crew.take() {
            progress(Progress(done: report.files, known: known, name: worked.name))
            take(worked)
            if recorder.waiting.arrivals >= limits.arrivals || recorder.waiting.bytes >= limits.bytes {
                try write()
            }
            report.stopped = stopped()
        }
        crew.stop()
        for notice in feed.notices { report.note(notice) }
    }

    /// Reads, decodes, parses, hashes: nothing here knows the store.
    private static func work(_ item: ImportItem, _ decoder: Decoder) -> Worked {
        do {
            let bytes: [UInt8]
            switch item.content {
            case .file(let path): bytes = try decoder.read(path)
            case .bytes(let read): bytes = read
            case .refused(let reason): throw Reason(sentence: reason)
            }
            var arrival = try item.text.arrival(bytes, decoder)
            arrival.revision = item.revision
            // What was committed long ago is no news, whenever we come to know it.
            arrival.isBackfill = item.revision != nil
            return Worked(
                name: item.name, twin: item.twin,
                result: .success(Ready(arrival: arrival, digest: ArrivalDigest(arrival))))
        } catch {
            return Worked(name: item.name, twin: item.twin, result: .failure(reason(error)))
        }
    }

    private static func reason(_ error: any Error) -> Reason {
        switch error {
        case let error as Reason: error
        case let error as StoreError: Reason(sentence: "\(error); \(error.advice)")
        default: Reason(sentence: "\(error)")
        }
    }

    private func take(_ worked: Worked) {
        do {
            var ready = try worked.result.get()
            let outcome = try record(&ready)
            report.count(outcome, worked.name, ready.arrival)
            if let other = worked.twin {
                report.note(
                    "\(worked.name): its name differs from \(other) only by case or Unicode form; both are kept, each as a capture of its own, this one for \(ready.arrival.instrument)@\(ready.arrival.version)"
                )
            }
        } catch {
            report.refuse(worked.name, Self.reason(error).sentence)
        }
    }

    private func record(_ ready: inout Ready) throws -> Recorder.Outcome {
        if let kept, ready.arrival.revision != nil {
            let key = VersionKey(instrument: ready.arrival.instrument, version: ready.arrival.version)
            if kept.isMade(ready.arrival),
                try library.store.entry(.versions, StoreLayout.metadata(key)) != nil
            {
                return .unchanged
            }
            let time = kept.time(of: ready.arrival)
            ready.arrival.revision?.kept = time
        }
        return try recorder.take(ready.arrival, digest: ready.digest)
    }

    private func write() throws {
        let written = try recorder.commit()
        report.commits += written.written
        guard written.written > 0 else { return }
        report.batches += 1
        // The crew asks for memory and this thread frees it: 8 KB a text would stay with the allocator.
        SpareMemory.giveBack()
    }
}
