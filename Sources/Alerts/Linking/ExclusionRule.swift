import Statute

/// What takes a statement out of a commitment: a day, the force for the country, or a limit that rules can test.
struct Exclusion: Sendable, Hashable {
    /// A limit of the commitment, or ``ExclusionRule/predates``, `not-a-party`, `not-in-force`.
    var id: String
    /// Why, for a reader who does not know the commitment.
    var words: String
}

/// Finds every exclusion of a link. A link that is excluded is shown as excluded and never dropped.
enum ExclusionRule {
    /// The date of the change comes before the promise.
    static let predates = "predates-commitment"

    /// The exclusions, the one that weighs most first: the day, the force, the limits.
    ///
    /// - Parameters:
    ///   - findings: what the change says, on both sides.
    ///   - country: lower-case code of the country whose law it is.
    static func exclusions(
        of findings: [Finding], from commitment: Commitment, country: String, on mark: VersionMark
    ) -> [Exclusion] {
        if mark.isBefore(commitment.since) {
            return [
                Exclusion(
                    id: predates, words: "The change came before the promise was made (\(commitment.since))")
            ]
        }
        return [force(of: commitment, country, mark)].compactMap(\.self)
            + limits(of: commitment, leavingOut: findings)
    }

    private static func force(of commitment: Commitment, _ country: String, _ mark: VersionMark) -> Exclusion?
    {
        let force = commitment.force(of: country, on: mark.date)
        let note = commitment.period(of: country, on: mark.date)?.note.map { " (\($0))" } ?? ""
        let name = country.uppercased()
        switch force {
        case .binding, .political: return nil
        case .notInForce:
            return Exclusion(
                id: force.rawValue, words: "It was not in force for \(name) on \(mark.date)\(note)")
        case .notAParty:
            return Exclusion(
                id: force.rawValue, words: "It does not bind \(name), which is not a party\(note)")
        }
    }

    private static func limits(of commitment: Commitment, leavingOut findings: [Finding]) -> [Exclusion] {
        guard !findings.isEmpty else { return [] }
        var scopes: Set<Commitment.Limit.Scope> = []
        if findings.allSatisfy(BoundScope.isPublicOnly) { scopes.insert(.publicBodies) }
        if findings.allSatisfy(BoundScope.isProcurementOnly) { scopes.insert(.procurement) }
        if findings.allSatisfy(BoundScope.isInfrastructureOnly) { scopes.insert(.criticalInfrastructure) }
        return commitment.limits.filter { !$0.takesOut.isDisjoint(with: scopes) }
            .map { Exclusion(id: $0.id, words: AlertWording.words($0)) }
    }
}
