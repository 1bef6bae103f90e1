import Alerts
import Yams

/// Faults of an agreement that its schema cannot see.
struct AgreementCheck {
    private(set) var faults: [DeclarationFault] = []
    private let file: String

    init(_ declaration: DeclarationFile) {
        file = declaration.file
        let date = declaration.root.word("date") ?? ""
        for node in declaration.root.entries("commitments") {
            let commitment = Commitment(declaration: node)
            checkForce(commitment, node)
            checkLimits(commitment, node)
            if commitment.confidence != "sourced", commitment.unverified == nil {
                fault(
                    node, "\(commitment.id) is \(commitment.confidence), and does not say what is unverified")
            }
            if commitment.since.utf8.lexicographicallyPrecedes(date.utf8) {
                fault(node, "\(commitment.id) is older (\(commitment.since)) than its agreement (\(date))")
            }
        }
    }

    /// The periods of a party follow each other, and only the first may have no day.
    private mutating func checkForce(_ commitment: Commitment, _ node: Node) {
        for party in commitment.parties {
            let days = commitment.force.filter { $0.party == party }.map { $0.from ?? "" }
            for (earlier, later) in zip(days, days.dropFirst())
            where !earlier.utf8.lexicographicallyPrecedes(later.utf8) {
                fault(node, "\(commitment.id): the periods of \(party) are not in the order of their days")
            }
        }
    }

    /// Silence is no statement: a promise without limits says why none stands there.
    private mutating func checkLimits(_ commitment: Commitment, _ node: Node) {
        if commitment.limits.isEmpty, commitment.noLimits == nil {
            fault(node, "\(commitment.id) has neither limits nor no_limits")
        }
        var seen: Set<String> = []
        for limit in commitment.limits where !seen.insert(limit.id).inserted {
            fault(node, "\(commitment.id) has the limit \(limit.id) twice")
        }
    }

    private mutating func fault(_ node: Node, _ message: String) {
        faults.append(DeclarationFault(file: file, line: node.line, message: message))
    }
}
