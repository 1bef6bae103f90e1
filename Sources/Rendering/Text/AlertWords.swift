package import Alerts

/// The words in which renderings speak of alerts.
package enum AlertWords {
    /// Seen from the commitment; the sign repeats the word.
    package static func direction(_ bearing: Bearing) -> String {
        switch bearing {
        case .toward: "▲ toward the commitment"
        case .away: "▼ away from the commitment"
        case .depends: "◆ depends on how it is applied"
        }
    }

    package static func force(_ force: Force) -> String {
        switch force {
        case .binding: "binding in law"
        case .political: "political commitment"
        case .notInForce: "agreement not in force"
        case .notAParty: "the state is not a party to it"
        }
    }

    static func style(_ bearing: Bearing) -> StyledRun.Style {
        switch bearing {
        case .toward: [.good, .strong]
        case .away: [.warning, .strong]
        case .depends: .strong
        }
    }
}

/// Sentences that stand with every alert and digest.
package enum Disclaimers {
    package static let assessment = "This is the tool's assessment, not legal advice."
    package static let chinese = "The Chinese text prevails over any rendering or translation."
    package static let motive = "Motive and attribution cannot be read from a text of law."
    package static let outcome2015 =
        "The outcome of September 2015 has no enforcement mechanism. It restricts the use made of stolen information, "
        + "not intrusion itself."

    /// The four, in the order in which a digest prints them.
    package static let all = [assessment, chinese, motive, outcome2015]
}
