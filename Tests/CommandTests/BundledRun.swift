import Foundation
import TestSupport
import Testing

/// The main job on the bundled laws, done once for all tests: it takes most of the suite's time.
enum BundledRun {
    /// What it printed as JSON, and how it ended.
    static let run: CommandRun? = {
        atexit { try? FileManager.default.removeItem(at: BundledRun.folder) }
        return try? CommandRun(
            ["snapshot", "--offline", "--format", "json"],
            environment: [
                "LEXWATCH_STORE": folder.appending(path: "store.git").path,
                "LEXWATCH_OUT": folder.appending(path: "out").path,
            ])
    }()

    private static let folder = FileManager.default.temporaryDirectory
        .appending(path: "lexwatch-bundled-\(UUID().uuidString)")

    /// A copy of what the run left, `store.git` and `out`, for a test of its own.
    @discardableResult
    static func copy(to place: URL) throws -> CommandRun {
        let run = try #require(run)
        for name in ["store.git", "out"] {
            try FileManager.default.copyItem(
                at: folder.appending(path: name), to: place.appending(path: name))
        }
        return run
    }
}
