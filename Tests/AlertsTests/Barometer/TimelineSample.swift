import Alerts
import Statute

/// Invented instruments on one invented concept, and a timeline as lines of text.
enum TimelineSample {
    static let concept = Concept(
        id: "thing", titles: [.en: "Thing"], definition: "", words: [:],
        bearsOn: [
            Concept.BearsOn(
                commitment: "promise",
                directions: [.requires: .away, .permits: .depends, .forbids: .toward], reason: "",
                limits: "")
        ], examples: [])

    static func commitment(
        force: [ForcePeriod] = [ForcePeriod(party: "cn", from: "2015-09-25", force: .political)],
        limits: [Commitment.Limit] = []
    ) -> Commitment {
        Commitment(
            id: "promise", part: "economic", titles: [.en: "Promise"], who: "both", text: "",
            strength: "commit", force: force, since: "2015-09-25", limits: limits, steps: [],
            confidence: "sourced", unverified: nil, sources: [])
    }

    /// - Parameter says: the articles, by polarity; nil where no text is held.
    static func text(
        _ slug: String, _ name: String, stage: DatedText.Stage? = nil, effective: String? = nil,
        says: [Polarity: [Int]]?, fidelity: Fidelity = .official, actor: String? = nil,
        follows: [String: [Int: [Int]]] = [:]
    ) -> DatedText {
        let day = name.hasPrefix("undated") ? nil : String(name.prefix(10))
        let stage = stage ?? (name.contains("draft") ? .draft : .adopted)
        let version = VersionMark(name: name, date: day ?? "")
        let findings = Polarity.allCases.flatMap { polarity in
            (says?[polarity] ?? []).map { finding(polarity, $0, actor) }
        }
        let reading = VersionFindings(
            version: version, findings: findings,
            provenance: Provenance(general: .init(fidelity: fidelity)))
        return DatedText(
            instrument: "cn/\(slug)", version: version, stage: stage, announced: day,
            announcedAs: stage == .draft ? .published : .adopted, effective: effective,
            reading: says == nil ? nil : reading,
            follows: follows.mapValues { pairs in
                Dictionary(uniqueKeysWithValues: pairs.map { (article($0.key), $0.value.map(article)) })
            })
    }

    static func timeline(
        _ texts: [DatedText], commitment: Commitment = commitment(), country: String = "cn"
    ) -> BarometerTimeline {
        BarometerTimeline(commitment: commitment, concepts: [concept], country: country, texts: texts)
    }

    static func line(_ event: BarometerEvent) -> String {
        var words = ["\(event.date) \(event.kind.rawValue)"]
        for movement in event.movements {
            let number = movement.provision.article.rawValue.dropFirst(4)
            words.append("\(movement.change > 0 ? "+" : "-")\(name(movement.provision.weight)) \(number)")
        }
        if event.kind != .proposed, event.kind != .adopted, event.basis == .adopted {
            words.append("by adopted")
        }
        words.append("| law \(tally(event.after.inForce)) draft \(tally(event.after.proposed))")
        switch event.after.phase {
        case .before: words.append("before")
        case .holds: break
        case .outside(let force): words.append(force.rawValue)
        }
        return words.joined(separator: " ")
    }

    private static func tally(_ tally: BarometerTally) -> String {
        [tally.away, tally.toward, tally.depends, tally.unknown, tally.outside].map(String.init)
            .joined(separator: "/")
    }

    private static func name(_ weight: BarometerProvision.Weight) -> String {
        switch weight {
        case .counted(let bearing): bearing.rawValue
        case .outside(let reason): "outside(\(reason))"
        case .unknown: "unknown"
        }
    }

    private static func article(_ number: Int) -> ProvisionPath { ProvisionPath("art_\(number)") }

    private static func finding(_ polarity: Polarity, _ number: Int, _ actor: String?) -> Finding {
        Finding(
            concept: "thing", polarity: polarity, path: article(number), article: article(number),
            actor: actor, beneficiary: nil, evidence: "evidence", range: 0..<1, rule: "rule")
    }
}
