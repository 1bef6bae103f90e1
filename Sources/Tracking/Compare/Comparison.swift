package import Alerts
package import Redline
package import Rendering
package import Statute

/// Two texts compared, with what each says about the concepts.
package struct Comparison: Sendable {
    package let changes: ChangeSet
    package let findingsBefore: [Finding]
    package let findingsAfter: [Finding]

    /// - Parameter scanner: nil for a redline without highlights.
    package init(
        _ old: StatuteText, _ new: StatuteText, provenance: (old: Provenance, new: Provenance),
        scanner: ConceptScanner?
    ) {
        changes = ChangeSet.between(old, new, provenance: provenance)
        findingsBefore = scanner?.findings(in: old) ?? []
        findingsAfter = scanner?.findings(in: new) ?? []
    }

    package var findings: SidedFindings { SidedFindings(before: findingsBefore, after: findingsAfter) }
}
