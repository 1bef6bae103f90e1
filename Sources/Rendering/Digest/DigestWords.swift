import Alerts
import Statute

/// Words that the text and the HTML of a digest share, so that both parts of a mail say the same.
package enum DigestWords {
    static let legend = "[-deleted-] {+inserted+} ⟪touches the concept⟫"

    /// `High severity · medium confidence · official text`
    static func weight(_ item: DigestView.Item) -> String {
        "\(capital(item.severity.rawValue)) severity · \(item.confidence.rawValue) confidence · \(item.fidelity.words)"
    }

    /// `source-code-disclosure, requires: introduced`
    static func concept(_ item: DigestView.Item) -> String {
        "\(item.concept), \(item.polarity.rawValue): \(item.effect.rawValue)"
    }

    static func force(_ section: DigestView.Section) -> String {
        let since = section.since.map { ", since \($0)" } ?? ""
        return "\(section.commitment) · \(AlertWords.force(section.force))\(since)"
    }

    static func passage(_ side: String, _ passage: DigestView.Passage) -> String {
        let trust = passage.fidelity.map { ", \($0.words)" } ?? ""
        return "\(side), \(passage.label)\(trust):"
    }

    static func claim(_ claim: Claim) -> String {
        let date = claim.date.isEmpty ? "undated" : claim.date
        let isAddress = claim.by.unicodeScalars.prefix { $0 != " " }.contains(".")
        return "\(isAddress ? claim.by : capital(claim.by)), \(date), said: \(claim.claim)"
    }

    private static func confidence(_ claim: Claim) -> String {
        switch claim.confidence {
        case "text": "read in the text"
        case "recalled": "partly from memory, unverified"
        default: claim.confidence
        }
    }

    static func answer(_ note: DigestView.ClaimNote) -> String {
        let fact = note.fact.isEmpty ? "" : " \(note.fact)"
        return "What the texts say (\(confidence(note.claim))): \(note.claim.answer)\(fact)"
    }

    /// The simple closing lists, with their titles; empty ones are left out.
    static func lists(_ view: DigestView) -> [(title: String, lines: [String])] {
        [
            ("Corrections to earlier mails", view.corrections),
            ("Links that followed a renumbered provision (unchanged; to be confirmed)", view.carried),
            ("Taken out by a limit of the commitment", view.excluded),
            ("Left out", view.omitted.isEmpty ? [] : [view.omitted]),
            ("Other changes of substance", view.otherChanges),
            ("Formal changes", view.formal.isEmpty ? [] : [view.formal]),
            ("Not known", view.unknown.isEmpty ? [] : [view.unknown]),
            ("How far the texts may be trusted, counted by provision", view.trust),
            ("Sources", view.sources),
            ("Evidence", view.evidence),
            ("Please note", view.disclaimers + catalogue(view)),
        ].filter { !$0.1.isEmpty }
    }

    /// Which rules made the alerts: whoever asks later must be able to tell.
    private static func catalogue(_ view: DigestView) -> [String] {
        view.catalogue.isEmpty ? [] : [ReviewWords.catalogue(view.catalogue)]
    }

    package static func capital(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }
}
