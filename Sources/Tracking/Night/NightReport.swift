package import Material
package import Statute

/// What a night did, every source accounted for.
package struct NightReport: Sendable {
    package var outcomes: [SourceOutcome] = []
    /// Why nothing was taken in although sources turned; nil on an ordinary night.
    package var brake: String?
    /// Days without a run since the one before, in Beijing.
    package var missed: [CalendarDate] = []
    /// When the run before ended; nil for the first.
    package var last: Instant?
    /// Commits made on captures and versions.
    package var commits = 0
    /// The signal that ended the run early.
    package var stopped: Int32?

    package init() {}

    /// How many sources ended so.
    package func count(_ kind: SourceOutcome.Kind) -> Int { outcomes.count { $0.kind == kind } }

    package var needsPerson: Bool { brake != nil || outcomes.contains(where: \.needsPerson) }
}
