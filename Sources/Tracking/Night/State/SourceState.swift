package import Material
import Statute

/// What is known of one source from one night to the next. Nothing in it is needed to know what the law said: without
/// it a run only asks and reads more.
package struct SourceState: Sendable, Hashable, Codable {
    /// A text that is held back.
    package struct Quarantine: Sendable, Hashable, Codable {
        /// The digest is that of the text, or SHA-256 of the bytes where there is no text.
        package var open: OpenQuarantine
        /// Of the bytes.
        package var sha256: String
        /// The source whose capture holds the bytes.
        package var capture: String
        /// The commit on captures in which they stand.
        package var commit: String
    }

    /// What the last whole answer was asked for with.
    package var validators: Validators?
    /// Of the last bytes that were read and found to be the text that is held.
    package var sha256: String?
    /// How they were read; another way reads them anew.
    package var reading: String?
    package var lastFull: Instant?
    package var lastTried: Instant?
    /// The last night on which it said something that could be used.
    package var lastSuccess: Instant?
    package var brokenSince: Instant?
    package var failures: Int = 0
    /// That it is broken was told.
    package var isTold = false
    /// The server asked not to come before.
    package var notBefore: Instant?
    package var quarantine: Quarantine?
    /// Texts of this source that a person has looked at and dropped, by their digests; the last ten.
    package var discarded: [TextDigest] = []

    /// Texts of this source that a person has let in although something spoke against them; the last ten.
    package var released: [TextDigest] = []

    package init() {}

    /// It answered, and the answer could be used.
    mutating func succeeded(at now: Instant) {
        lastSuccess = now
        brokenSince = nil
        failures = 0
        isTold = false
        notBefore = nil
    }

    mutating func failed(at now: Instant) {
        brokenSince = brokenSince ?? now
        failures += 1
    }
}
