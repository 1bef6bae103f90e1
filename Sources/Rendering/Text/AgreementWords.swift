package import Alerts
import Statute

/// The words in which renderings speak of agreements and of the promises in them.
package enum AgreementWords {
    /// For a column; ``AlertWords/force(_:)`` says it in full.
    package static func shortForce(_ force: Force) -> String {
        switch force {
        case .binding: "binding"
        case .political: "political"
        case .notInForce: "not in force"
        case .notAParty: "not a party"
        }
    }

    package static func kind(_ agreement: Agreement) -> String {
        switch agreement.kind {
        case "draft-treaty": "draft of a treaty"
        case "voluntary-norms": "voluntary norms"
        default: agreement.kind.replacing("-", with: " ")
        }
    }

    package static func enforcement(_ agreement: Agreement) -> String {
        switch agreement.enforcement {
        case "none": "no enforcement"
        case "dispute-settlement": "dispute settlement between states"
        default: agreement.enforcement.replacing("-", with: " ")
        }
    }

    /// What is from memory is never shown as known.
    package static func confidence(_ word: String) -> String {
        switch word {
        case "sourced": "sourced"
        case "mixed": "partly unverified"
        case "recalled": "unverified"
        case "derived": "derived, unverified"
        case "conflict": "sources disagree"
        default: word
        }
    }

    static func state(_ state: Commitment.Step.State) -> String {
        switch state {
        case .due: "due"
        case .held: "held"
        case .done: "done"
        case .lapsed: "lapsed"
        case .said: "said by one side"
        }
    }

    static func scopes(_ limit: Commitment.Limit) -> [String] {
        Commitment.Limit.Scope.allCases.filter(limit.takesOut.contains).map(\.rawValue)
    }

    /// `Last held 2016-11-21. Lapsed since 2017-10-04. Next: none known.`
    static func mechanism(_ state: Commitment.MechanismState) -> String {
        var sentences = [state.lastHeld.map { "Last held \($0.date)." } ?? "No meeting held so far as known."]
        if let lapsed = state.lapsed {
            sentences.append("Lapsed since \(lapsed.date) (\(confidence(lapsed.confidence))).")
        }
        sentences.append(state.next.map { "Next: \($0.what) (\($0.date))." } ?? "Next: none known.")
        return sentences.joined(separator: " ")
    }

    static func titles(_ titles: [Language: String]) -> String {
        [titles[.en], titles[.zh]].compactMap(\.self).joined(separator: " · ")
    }
}
