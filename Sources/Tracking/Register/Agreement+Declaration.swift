import Alerts
import Statute
import Yams

extension Agreement {
    /// Reads a declaration that its schema has passed.
    init(declaration root: Node) {
        self.init(
            id: root.word("id") ?? "", titles: Instrument.bilingual(root["titles"]),
            parties: root.words("parties"), others: root.word("others"),
            date: root.word("date") ?? "", kind: root.word("kind") ?? "",
            enforcement: root.word("enforcement") ?? "", limits: root.words("limits"),
            sources: root.entries("sources").map {
                Source(url: $0.word("url") ?? "", note: $0.word("note"))
            }, commitments: root.entries("commitments").map(Commitment.init(declaration:)))
    }
}

extension Commitment {
    init(declaration node: Node) {
        self.init(
            id: node.word("id") ?? "", reference: node.word("ref"), part: node.word("part") ?? "",
            titles: Instrument.bilingual(node["title"]),
            who: node.word("who") ?? "", text: node.word("text") ?? "", strength: node.word("strength") ?? "",
            force: node.entries("force").compactMap(ForcePeriod.init(declaration:)),
            since: node.word("since") ?? "", limits: node.entries("limits").map(Limit.init(declaration:)),
            noLimits: node.word("no_limits"),
            steps: node.entries("mechanism").compactMap(Step.init(declaration:)),
            confidence: node.word("confidence") ?? "", unverified: node.word("unverified"),
            sources: node.words("sources"))
    }
}

extension ForcePeriod {
    init?(declaration node: Node) {
        guard let party = node.word("party"), let force = node.word("force").flatMap(Force.init(rawValue:))
        else { return nil }
        self.init(
            party: party, from: node.word("from"), force: force, note: node.word("note"),
            confidence: node.word("confidence") ?? "")
    }
}

extension Commitment.Limit {
    init(declaration node: Node) {
        self.init(
            id: node.word("id") ?? "", text: node.word("text") ?? "", excludes: node.word("excludes"),
            takesOut: Set(node.words("takes_out").compactMap(Scope.init(rawValue:))),
            confidence: node.word("confidence"))
    }
}

extension Commitment.Step {
    init?(declaration node: Node) {
        guard let state = node.word("state").flatMap(State.init(rawValue:)) else { return nil }
        self.init(
            date: node.word("date") ?? "", state: state, what: node.word("what") ?? "",
            confidence: node.word("confidence") ?? "")
    }
}
