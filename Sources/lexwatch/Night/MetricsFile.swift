import Foundation
import GitStore
import Material
import Tracking

/// The figures of a run for Prometheus' textfile collector: written beside the file and moved there whole, so that
/// nobody ever reads half of it.
struct MetricsFile {
    let text: String

    /// - Parameters:
    ///   - states: what is known of each source, by its full name.
    ///   - size: of the store, before and after.
    init(
        _ report: NightReport, states: [String: SourceState], size: StoreGrowth, started: Instant,
        seconds: Int64, exit: Int32
    ) {
        var page = ""
        func metric(_ name: String, _ help: String, _ values: [(String, String)]) {
            page += "# HELP lexwatch_\(name) \(help)\n# TYPE lexwatch_\(name) gauge\n"
            for (labels, value) in values { page += "lexwatch_\(name)\(labels) \(value)\n" }
        }
        metric(
            "last_run_timestamp_seconds", "When the last run began.",
            [("", String(started.secondsSince1970))])
        if exit == 0 {
            metric(
                "last_success_timestamp_seconds", "When the last run began that left nothing to a person.",
                [("", String(started.secondsSince1970))])
        }
        metric("last_run_duration_seconds", "How long the last run took.", [("", String(seconds))])
        metric("last_run_exit_code", "The exit code of the last run.", [("", String(exit))])
        metric(
            "braked", "Whether the last run was held back as a whole.",
            [("", report.brake == nil ? "0" : "1")])
        metric(
            "missed_nights", "Days without a run before the last one.", [("", String(report.missed.count))])
        metric(
            "sources", "How the sources ended the last run.",
            SourceOutcome.Kind.allCases.map { ("{outcome=\"\($0.rawValue)\"}", String(report.count($0))) })
        metric(
            "source_last_success_timestamp_seconds", "When a source last said something that could be used.",
            states.sorted { $0.key < $1.key }.compactMap { name, state in
                state.lastSuccess.map { ("{source=\"\(name)\"}", String($0.secondsSince1970)) }
            })
        metric("store_bytes", "What the store takes on disk.", [("", String(size.after.bytes))])
        metric(
            "store_grown_bytes", "By how much the last run let the store grow.", [("", String(size.grewBy))])
        metric(
            "store_packs", "Packs in the store; lexwatch maintain puts them together.",
            [("", String(size.after.packs))])
        metric(
            "store_loose_objects", "Objects of the store in files of their own.",
            [("", String(size.after.loose))])
        text = page
    }

    /// After a run that left something to a person, the moment of the last one that did not is carried on from the file.
    ///
    /// - Throws: ``OutputError``.
    func write(to file: URL) throws {
        var page = text
        let name = "lexwatch_last_success_timestamp_seconds"
        if !page.contains(name), let old = try? String(contentsOf: file, encoding: .utf8) {
            let kept = old.split(separator: "\n").filter { $0.contains(name) }
            page += kept.map { $0 + "\n" }.joined()
        }
        try Output.write(Array(page.utf8), to: file)
    }
}
