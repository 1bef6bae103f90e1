package import Statute

/// How the texts of an instrument stood against one commitment, version by version.
///
/// It tells what each text says, and not what changed: a reader sees at a glance when a duty came in or a ban.
package struct Barometer: Sendable {
    /// One statement that bears on the commitment.
    package struct Standing: Sendable, Hashable {
        package var finding: Finding
        /// By the concept's declaration for this polarity; a mention always depends.
        package var bearing: Bearing
        /// Of the provision in which it stands; ``Statute/Fidelity/assumed`` is to be shown as not known.
        package var fidelity: Fidelity

        package init(finding: Finding, bearing: Bearing, fidelity: Fidelity) {
            self.finding = finding
            self.bearing = bearing
            self.fidelity = fidelity
        }
    }

    /// One version.
    package struct Reading: Sendable, Hashable {
        package var version: VersionMark
        /// The text is older than the promise.
        package var predates: Bool
        /// In the order of the text.
        package var standings: [Standing]

        package init(version: VersionMark, predates: Bool, standings: [Standing]) {
            self.version = version
            self.predates = predates
            self.standings = standings
        }

        /// How many statements point this way; those that are only assumed are not counted.
        package func count(_ bearing: Bearing) -> Int {
            standings.count {
                $0.bearing == bearing && $0.fidelity != .assumed && $0.finding.polarity != .mentions
            }
        }

        /// How many statements are only assumed.
        package var unknown: Int { standings.count { $0.fidelity == .assumed } }
    }

    package let commitment: Commitment
    private let directions: [String: [Polarity: Bearing]]

    package init(commitment: Commitment, concepts: [Concept]) {
        self.commitment = commitment
        var directions: [String: [Polarity: Bearing]] = [:]
        for concept in concepts {
            for bearsOn in concept.bearsOn where bearsOn.commitment == commitment.id {
                directions[concept.id] = bearsOn.directions
            }
        }
        self.directions = directions
    }

    /// One reading for each version, in the order given; findings of other concepts are left out.
    package func readings(_ versions: [VersionFindings]) -> [Reading] {
        versions.map { version in
            Reading(
                version: version.version, predates: version.version.isBefore(commitment.since),
                standings: version.findings.compactMap { standing($0, version.provenance) })
        }
    }

    private func standing(_ finding: Finding, _ provenance: Provenance) -> Standing? {
        guard let own = directions[finding.concept] else { return nil }
        let bearing = finding.polarity == .mentions ? .depends : own[finding.polarity] ?? .depends
        return Standing(
            finding: finding, bearing: bearing, fidelity: provenance.record(for: finding.path).fidelity)
    }
}
