import Foundation
import Rendering
import Statute
import Tracking

/// The sentences at the end of a run, and those that cron mails.
enum SnapshotNotes {
    static func words(
        _ result: SnapshotRun.Result, _ night: NightReport, _ pages: SnapshotPages.Written,
        _ settings: Settings
    ) -> [String] {
        var notes: [String] = []
        if !night.outcomes.isEmpty {
            let counts = SourceOutcome.Kind.allCases.map { "\(night.count($0)) \($0.rawValue)" }
            notes.append("\(night.outcomes.count) sources = \(counts.joined(separator: " + "))")
        }
        if let brake = night.brake { notes.append("held back as a whole: \(brake)") }
        if let gap = gap(night) { notes.append(gap) }
        if let signal = night.stopped {
            notes.append(
                "stopped by signal \(signal): what was held is kept, the rest waits for the next run")
        }
        notes.append("\(result.commits) commits; store: \(settings.store)")
        guard night.stopped == nil else { return notes }
        notes += [
            "\(pages.steps) redlines and summaries, \(pages.changed) of them new or changed, in \(settings.out.relativePath)/",
            pages.queued.isEmpty
                ? "nothing queued for mail"
                : "\(pages.queued.count) queued for mail in \(settings.out.relativePath)/outbox/",
        ]
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

    /// What was not said in an earlier night.
    static func news(_ result: SnapshotRun.Result, _ night: NightReport) -> [String] {
        var lines = result.lines.filter { $0.outcome == .quarantined || $0.outcome == .failed }
        let told = Set(night.outcomes.filter { $0.needsPerson && !$0.isNews }.map(\.source))
        lines.removeAll { told.contains($0.subject) }
        var words: [String] = []
        if let brake = night.brake {
            // One notice for the night and not one for each source.
            words.append("held back as a whole: \(brake)")
            let braked = Set(
                night.outcomes.filter { $0.signals.contains { $0.kind == .brake } }.map(\.source))
            lines.removeAll { braked.contains($0.subject) }
        }
        words += lines.map { "\($0.subject) \($0.outcome.rawValue): \($0.detail)" }
        words += night.outcomes.filter { $0.kind == .unchanged && $0.isNews }.map {
            "\($0.source): \($0.detail)"
        }
        if let gap = gap(night) { words.append(gap) }
        return words
    }

    private static func gap(_ night: NightReport) -> String? {
        guard let first = night.missed.first, let last = night.missed.last else { return nil }
        let days = night.missed.count
        return days == 1
            ? "no run on \(first): what is new may be a day older than it looks"
            : "no run from \(first) to \(last), \(days) nights: what is new may be that much older than it looks"
    }
}
