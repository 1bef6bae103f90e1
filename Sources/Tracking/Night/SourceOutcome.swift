package import Material
package import Statute

/// How one source ended the night: always exactly one of five.
package struct SourceOutcome: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// A text that was not held before was taken in.
        case changed
        /// Asked, and it says what it said.
        case unchanged
        /// Something came that may not be the law: its bytes are kept, nothing was made of them.
        case quarantined
        case failed
        /// Not asked tonight, or told to come back later; the detail says why.
        case deferred
    }

    /// `cn/cybersecurity-law/npc-draft-1`.
    package var source: String
    package var kind: Kind
    /// What happened and, where a person is needed, what to do.
    package var detail: String
    package var signals: [Signal]
    /// Of a fetch that failed.
    package var failure: FetchFailure.Kind?
    package var version: VersionName?
    /// HTTP status of the last response.
    package var status: Int?
    package var bytes: Int?
    /// Of the bytes, hexadecimal; what was last held where nothing came because nothing changed (304).
    package var sha256: String?
    package var seconds: Int64
    /// Not said in an earlier night: what cron tells a person.
    package var isNews: Bool

    package init(
        source: String, kind: Kind, detail: String = "", signals: [Signal] = [],
        failure: FetchFailure.Kind? = nil,
        version: VersionName? = nil, status: Int? = nil, bytes: Int? = nil, sha256: String? = nil,
        seconds: Int64 = 0, isNews: Bool = false
    ) {
        self.source = source
        self.kind = kind
        self.detail = detail
        self.signals = signals
        self.failure = failure
        self.version = version
        self.status = status
        self.bytes = bytes
        self.sha256 = sha256
        self.seconds = seconds
        self.isNews = isNews
    }

    /// Whether somebody has to look, tonight or since an earlier night.
    package var needsPerson: Bool { kind == .quarantined || kind == .failed }
}
