package import Statute

/// One version as a link names it.
package struct VersionMark: Sendable, Hashable {
    /// Date and stage, such as `2015-07-06.draft-1`.
    package var name: String
    /// ISO 8601 calendar date: of adoption, or of publication for a draft. Empty when it is not known.
    package var date: String

    package init(name: String, date: String) {
        self.name = name
        self.date = date
    }

    /// Dates in ISO form compare as bytes; a bare year or month comes before the days in it.
    func isBefore(_ other: String) -> Bool {
        !date.isEmpty && !other.isEmpty && date.utf8.lexicographicallyPrecedes(other.utf8)
    }
}

extension VersionMark {
    /// `draft 2` of `2016-07-05.draft-2`; the whole name where it has no stage.
    package var stage: String {
        guard let dot = name.unicodeScalars.firstIndex(of: ".") else { return name }
        let words = name.unicodeScalars[name.unicodeScalars.index(after: dot)...]
        return words.map { $0 == "-" ? " " : $0 }.string
    }
}

/// The findings of one version, with how far its provisions may be trusted.
package struct VersionFindings: Sendable, Hashable {
    package var version: VersionMark
    package var findings: [Finding]
    package var provenance: Provenance

    package init(version: VersionMark, findings: [Finding], provenance: Provenance = .official) {
        self.version = version
        self.findings = findings
        self.provenance = provenance
    }
}
