import Alerts
import Statute
import Yams

extension Agreement {
    /// Reads a declaration that its schema has passed.
    init(declaration root: Node) {
        self.init(
            id: root.word("id") ?? "", titles: Instrument.bilingual(root["titles"]),
            parties: root.words("parties"),
            date: root.word("date") ?? "", kind: root.word("kind") ?? "",
            enforcement: root.word("enforcement") ?? "", limits: root.words("limits"),
            commitments: root.entries("commitments").map(Commitment.init(declaration:)))
    }
}

extension Commitment {
    init(declaration node: Node) {
        var force: [String: Force] = [:]
        for (country, value) in node["force"]?.mapping.map(Array.init) ?? [] {
            guard let country = country.string, let word = value.string else { continue }
            force[country] = Force(rawValue: word)
        }
        self.init(
            id: node.word("id") ?? "", part: node.word("part") ?? "",
            titles: Instrument.bilingual(node["title"]),
            who: node.word("who") ?? "", text: node.word("text") ?? "", strength: node.word("strength") ?? "",
            force: force, since: node.word("since") ?? "",
            limits: node.entries("limits").map {
                Limit(id: $0.word("id") ?? "", text: $0.word("text") ?? "", excludes: $0.word("excludes"))
            },
            steps: node.entries("mechanism").map {
                Step(
                    date: $0.word("date") ?? "", what: $0.word("what") ?? "",
                    confidence: $0.word("confidence") ?? "")
            }, confidence: node.word("confidence") ?? "", unverified: node.word("unverified"),
            sources: node.words("sources"))
    }
}
