import Foundation
import GitStore
import Material
import Statute
import Tracking
import Transport

/// Runs the night with everything that the command line wires: the network, the readers, signals, progress.
struct NightShift {
    let settings: Settings
    let library: Library
    let now: Instant
    let isOffline: Bool

    func run(only: Set<InstrumentID>) throws -> NightReport {
        let stop = NightStop()
        let signals = StopSignals(stop)
        defer { withExtendedLifetime(signals) {} }
        let progress = ProgressLine(settings)
        let ports = NightPorts(
            fetcher: try settings.fetcher(), reader: FormatReader(), feeds: FeedReader(),
            mirrors: try settings.mirrors(), progress: { progress.show($0) })
        let night = NightSettings(
            now: now, limits: FetchLimits(deadline: settings.network.deadline), snapshots: settings.snapshots,
            mirrors: URL(filePath: settings.store).deletingLastPathComponent().appending(path: "mirrors"),
            isOffline: isOffline)
        defer { progress.clear() }
        return try NightRun(library: library, ports: ports, settings: night, stop: stop).run(only: only)
    }
}
