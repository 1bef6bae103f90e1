package import Statute

/// An article that bears on a commitment, in one text, with the way it is counted.
package struct BarometerProvision: Sendable, Hashable {
    /// How it is counted. An article that says two things is counted under each.
    package enum Weight: Sendable, Hashable {
        case counted(Bearing)
        /// A limit of the commitment takes it out, or the commitment does not hold for the country.
        case outside(by: String)
        /// The wording is assumed and not verified.
        case unknown
    }

    package var article: ProvisionPath
    package var weight: Weight
    /// The concepts with their polarities, as found in the text, each once.
    package var sayings: [Saying]

    /// What the article says of a concept.
    package struct Saying: Sendable, Hashable {
        package var concept: String
        package var polarity: Polarity
        /// The clause that shows it, as printed.
        package var evidence: String
    }

    /// `Article 31`
    package var name: String { AlertWording.name(article) }

    /// The same article where the commitment does not hold for the country.
    func outside(by reason: String) -> BarometerProvision {
        var copy = self
        if case .counted = weight { copy.weight = .outside(by: reason) }
        return copy
    }
}

extension Barometer {
    /// The articles of a text that bear on the commitment, in its order. Mentions are left out: they say nothing.
    ///
    /// - Parameter country: whose text it is, lower case.
    func provisions(_ version: VersionFindings, country: String) -> [BarometerProvision] {
        var found: [BarometerProvision] = []
        for standing in readings([version]).flatMap(\.standings) where standing.finding.polarity != .mentions
        {
            let weight = weight(standing, country: country)
            let saying = BarometerProvision.Saying(
                concept: standing.finding.concept, polarity: standing.finding.polarity,
                evidence: standing.finding.evidence)
            let article = standing.finding.article
            if let index = found.firstIndex(where: { $0.article == article && $0.weight == weight }) {
                let isNew = !found[index].sayings.contains {
                    $0.concept == saying.concept && $0.polarity == saying.polarity
                }
                if isNew { found[index].sayings.append(saying) }
            } else {
                found.append(BarometerProvision(article: article, weight: weight, sayings: [saying]))
            }
        }
        return found
    }

    private func weight(_ standing: Standing, country: String) -> BarometerProvision.Weight {
        if standing.fidelity == .assumed { return .unknown }
        // Without a day, only the limits of the commitment are asked; its force is a matter of each day.
        let limit = ExclusionRule.exclusions(
            of: [standing.finding], from: commitment, country: country,
            on: VersionMark(name: "", date: "")
        ).first { exclusion in commitment.limits.contains { $0.id == exclusion.id } }
        if let limit { return .outside(by: limit.id) }
        return .counted(standing.bearing)
    }
}
