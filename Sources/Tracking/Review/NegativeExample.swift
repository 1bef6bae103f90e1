package import Alerts
import Rendering
package import Statute
import Yams

/// A rejected alert as an example of what its concept does not mean.
package struct NegativeExample: Sendable, Hashable {
    package var language: Language
    package var text: String
    /// What the reviewer says the words are; nil for nothing at all.
    package var polarity: Polarity?
    /// The line above it: which alert, who rejected it and why.
    package var comment: String

    /// - Parameters:
    ///   - review: the rejection.
    ///   - polarity: nil for nothing at all.
    /// - Throws: ``ReviewError`` when the alert is not rejected, or has no words.
    package init(_ subject: ReviewSubject, review: Review, polarity: Polarity?) throws(ReviewError) {
        guard review.state == .rejected, let reason = review.reason else {
            throw .notRejected(String(subject.id.prefix(12)), state: review.state.rawValue)
        }
        guard let alert = subject.alert, let language = subject.language,
            let evidence = alert.evidence.last(where: {
                $0.side == (alert.effect == .removed ? .before : .after)
            })
                ?? alert.evidence.last
        else { throw .noEvidence(String(subject.id.prefix(12))) }
        self.language = language
        text = Self.oneLine([evidence.leadIn, evidence.text].compactMap(\.self).joined(separator: " "))
        self.polarity = polarity
        let day = review.at?.prefix(10) ?? ""
        comment = Self.oneLine("alert \(subject.id): rejected by \(review.by ?? "") on \(day): \(reason)")
    }

    /// Blanks of every kind as one space; what steers a terminal or is no character of YAML written out.
    private static func oneLine(_ words: String) -> String {
        let flat = words.unicodeScalars.split { $0.properties.isWhitespace || $0.value == 0x85 }
            .map { String($0) }.joined(separator: " ")
        return VisibleText.line(flat)
    }

    /// The entry as lines of a block sequence, without line ends.
    func lines(indent: String) -> [String] {
        [
            "\(indent)# \(comment)", "\(indent)- lang: \(language.rawValue)",
            "\(indent)  text: '\(text.replacing("'", with: "''"))'",
            "\(indent)  polarity: \(polarity?.rawValue ?? "none")",
        ]
    }
}
