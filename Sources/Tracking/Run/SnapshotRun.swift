package import Foundation
import GitStore
package import Rendering
package import Statute

/// The nightly run: takes in what has come, keeps the bytes, makes versions, and tells what became of each.
package struct SnapshotRun {
    /// What the run found and did.
    package struct Result {
        package var lines: [RunReportView.Line] = []
        package var notes: [String] = []
        /// Commits made on captures and versions.
        package var commits = 0
        /// Something is quarantined, failed or refused.
        package var needsPerson = false
    }

    private let library: Library
    private let decoder: Decoder
    private let now: Int64

    /// - Parameter now: Unix seconds.
    package init(library: Library, decoder: Decoder, now: Int64) {
        self.library = library
        self.decoder = decoder
        self.now = now
    }

    /// Runs over the bundled and dropped-in texts of the given instruments; all, when none are given.
    package func run(seeds: URL, only: Set<InstrumentID>) throws -> Result {
        var result = Result()
        let (arrivals, refusals) = SeedFolder(folder: seeds).arrivals(
            register: library.register, only: only, decoder: decoder)
        var newest: [InstrumentID: VersionName] = [:]
        for id in Set(arrivals.map(\.instrument)) { newest[id] = try library.versions(of: id).last }
        var recorder = Recorder(library: library, now: now)
        for refusal in refusals {
            result.lines.append(.init(refusal.origin, .failed, detail: refusal.reason))
            result.needsPerson = true
        }
        for arrival in arrivals {
            do {
                note(try recorder.take(arrival), arrival, newest[arrival.instrument], &result)
            } catch {
                // One bad law cannot stop the night.
                result.lines.append(.init(arrival.origin, .failed, detail: "\(error)"))
                result.needsPerson = true
            }
        }
        result.commits = try recorder.commit().written
        try Timelines.follow(library)
        return result
    }

    private func note(
        _ outcome: Recorder.Outcome, _ arrival: Arrival, _ newest: VersionName?, _ result: inout Result
    ) {
        let name = "\(arrival.instrument)@\(arrival.version)"
        switch outcome {
        case .added:
            guard let newest else {
                result.lines.append(
                    .init(name, .captured, detail: "first run of this instrument: nothing is mailed"))
                return
            }
            if newest < arrival.version {
                result.lines.append(.init(name, .changed, detail: "new version after \(newest)"))
            } else {
                result.lines.append(
                    .init(name, .captured, detail: "back-filled before \(newest): nothing is mailed"))
            }
        case .joined:
            result.lines.append(.init(name, .captured, detail: "text in \(arrival.text.language.rawValue)"))
        case .upgraded(let why):
            result.lines.append(
                .init(name, .captured, detail: "made again (\(why)): no change in the law, nothing is mailed")
            )
        case .unchanged: result.lines.append(.init(name, .unchanged))
        case .second(let agrees):
            result.lines.append(
                .init(
                    name, .unchanged,
                    detail: agrees
                        ? "another capture agrees" : "an official text is held; ours stays beside it"))
        case .quarantined(let reason):
            result.lines.append(
                .init(
                    name, .quarantined,
                    detail:
                        "\(reason); the bytes are kept (\(arrival.source)), no version was made: look at \(arrival.origin)"
                ))
            result.needsPerson = true
        }
    }
}
