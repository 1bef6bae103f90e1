import Material
import Rendering
import Tracking

extension SnapshotRun.Result {
    /// Adds what became of the sources to what became of the bundled texts.
    mutating func add(_ night: NightReport) {
        commits += night.commits
        needsPerson = needsPerson || night.needsPerson
        lines += night.outcomes.map { outcome in
            let word: RunReportView.Outcome =
                switch outcome.kind {
                case .changed: outcome.isNews ? .changed : .captured
                case .unchanged: .unchanged
                case .quarantined: .quarantined
                case .failed: .failed
                case .deferred: .skipped
                }
            return RunReportView.Line(outcome.source, word, detail: outcome.detail)
        }
    }
}
