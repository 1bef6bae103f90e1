import GitStore
package import Statute

/// What the last run made of one instrument: which versions it saw and what the alerts of each step said. Against it the
/// next run can tell news from upgrades.
package struct AssessedRecord: StoredRecord {
    static let kind = "assessed"

    package var schema = 1
    package var instrument: String
    /// Version names.
    package var versions: [String]
    package var steps: [StepMark]

    package init(instrument: InstrumentID, versions: [VersionName], steps: [StepMark]) {
        self.instrument = instrument.description
        self.versions = versions.map(\.description)
        self.steps = steps
    }

    static func path(_ instrument: String) throws -> StorePath {
        try StoreLayout.decision(kind: kind, id: String(SHA256.hex(of: Array(instrument.utf8)).prefix(32)))
    }
}
