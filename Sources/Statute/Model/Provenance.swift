/// How far a text may be trusted, best first.
package enum Fidelity: String, Sendable, Hashable, CaseIterable, Comparable {
    /// The official text itself, as captured.
    case official
    /// Our own rendering of an official text that we hold.
    case rendered
    /// A named source says so.
    case reported
    /// From memory; no source was seen.
    case recalled
    /// Not known to differ from another version; unverified.
    case assumed

    /// Better before worse: `official < assumed`.
    package static func < (a: Fidelity, b: Fidelity) -> Bool { a.rank < b.rank }

    private var rank: Int {
        switch self {
        case .official: 0
        case .rendered: 1
        case .reported: 2
        case .recalled: 3
        case .assumed: 4
        }
    }
}

/// Where the provisions of one text come from and how far each may be trusted.
package struct Provenance: Sendable, Hashable {
    /// What is known of one provision or of a whole text.
    package struct Record: Sendable, Hashable {
        package var fidelity: Fidelity
        /// The named sources, with addresses where there are any.
        package var sources: [String]
        /// What exactly is known and what is not.
        package var note: String?
        /// For ``Fidelity/assumed``: the version whose wording stands in.
        package var basis: String?

        package init(fidelity: Fidelity, sources: [String] = [], note: String? = nil, basis: String? = nil) {
            self.fidelity = fidelity
            self.sources = sources
            self.note = note
            self.basis = basis
        }
    }

    /// Holds where ``records`` has nothing nearer.
    package var general: Record
    package var records: [ProvisionPath: Record]
    /// What the text leaves out; nil for a text that is whole.
    package var extract: Extract?

    package init(general: Record, records: [ProvisionPath: Record] = [:], extract: Extract? = nil) {
        self.general = general
        self.records = records
        self.extract = extract
    }

    /// Captured as it was published.
    package static let official = Provenance(general: Record(fidelity: .official))

    /// The record of the provision itself, else of the nearest one above it, else the general one.
    package func record(for path: ProvisionPath) -> Record {
        var raw = Substring(path.rawValue)
        while !raw.isEmpty {
            if let found = records[ProvisionPath(String(raw))] { return found }
            guard let cut = Self.lastSeparator(raw) else { break }
            raw = raw[..<cut]
        }
        return general
    }

    private static func lastSeparator(_ raw: Substring) -> Substring.Index? {
        var found: Substring.Index?
        var index = raw.startIndex
        while index < raw.endIndex {
            let next = raw.index(after: index)
            if next < raw.endIndex, raw[index] == "_", raw[next] == "_" { found = index }
            index = next
        }
        return found
    }
}
