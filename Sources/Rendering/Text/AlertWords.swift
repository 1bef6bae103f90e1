package import Alerts
import Statute

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

    /// ``direction(_:)`` without its sign, for the middle of a sentence.
    package static func bearing(_ bearing: Bearing) -> String {
        switch bearing {
        case .toward: "toward the commitment"
        case .away: "away from the commitment"
        case .depends: "depends on how it is applied"
        }
    }

    /// Such as “Duty of source-code disclosure: introduced”.
    static func heading(_ alert: Alert, _ catalogue: AlertCatalogue) -> String {
        let standing = Standing.phrase(
            alert.polarity, catalogue.concept(alert), isPenalty: alert.isPenalty)
        return "\(DigestWords.capital(standing)): \(alert.effect.rawValue)"
    }

    package static func force(_ force: Force) -> String {
        switch force {
        case .binding: "binding in law"
        case .political: "political commitment"
        case .notInForce: "agreement not in force"
        case .notAParty: "the state is not a party to it"
        }
    }

    /// How many places of a text are named before the rest is counted.
    private static let named = 6

    /// `art_21 → art_23 + art_24`
    static func places(_ alert: Alert, words: (ProvisionPath) -> String = \.rawValue) -> String {
        [alert.before, alert.after].filter { !$0.isEmpty }.map { paths in
            let names = paths.prefix(named).map(words).joined(separator: " + ")
            return paths.count > named ? "\(names) + \(paths.count - named) more" : names
        }.joined(separator: " → ")
    }

    static func style(_ bearing: Bearing) -> StyledRun.Style {
        switch bearing {
        case .toward: [.good, .strong]
        case .away: [.warning, .strong]
        case .depends: .strong
        }
    }
}
