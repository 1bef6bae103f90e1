import ArgumentParser
import Foundation
import Material
import Statute

/// The moment that a run takes for now.
enum RunClock {
    /// - Throws: a usage error for what is no moment such as `2026-11-23T02:30:00Z`.
    static func instant(_ word: String?, else date: Date) throws -> Instant {
        guard let word else { return Instant(secondsSince1970: Int64(date.timeIntervalSince1970)) }
        guard let date = try? Date(word, strategy: .iso8601) else {
            throw ValidationError("--now: “\(word)” should be a moment such as 2026-11-23T02:30:00Z")
        }
        let seconds = Int64(date.timeIntervalSince1970)
        guard (0...4_294_967_295).contains(seconds) else {
            throw ValidationError("--now: “\(word)” lies outside 1970 to 2106, which git can hold")
        }
        return Instant(secondsSince1970: seconds)
    }
}
