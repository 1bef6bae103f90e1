package import Foundation
package import Material

/// What a night is run with: everything that the run itself must not ask for.
package struct NightSettings: Sendable {
    /// The run's clock, fixed for the whole run.
    package var now: Instant
    package var limits: FetchLimits
    /// Drop boxes lie below it.
    package var snapshots: URL
    /// Copies of git repositories.
    package var mirrors: URL
    /// Only sources that need no network.
    package var isOffline: Bool
    /// A whole answer is asked for when the last one is older, in days: validators lie.
    package var fullFetchDays: Int64
    /// A source that fails for so many days is told, once.
    package var patienceDays: Int64
    /// A quarantined text that may release itself must stay the same for so many hours.
    package var quarantineHours: Int64

    package init(
        now: Instant, limits: FetchLimits = FetchLimits(), snapshots: URL, mirrors: URL,
        isOffline: Bool = false,
        fullFetchDays: Int64 = 7, patienceDays: Int64 = 3, quarantineHours: Int64 = 20
    ) {
        self.now = now
        self.limits = limits
        self.snapshots = snapshots
        self.mirrors = mirrors
        self.isOffline = isOffline
        self.fullFetchDays = fullFetchDays
        self.patienceDays = patienceDays
        self.quarantineHours = quarantineHours
    }
}
