package import Alerts
import Redline
import Statute

/// Changes linked to commitments, for `alerts`.
package enum TerminalAlerts {
    /// `reviews`: what a person decided, by alert id; missing means open.
    package static func render(_ alerts: [Alert], reviews: [String: Review] = [:], style: TerminalStyle)
        -> String
    {
        var page = TerminalPage(style)
        if alerts.isEmpty { page.paragraph("No change bears on a commitment.") }
        for alert in alerts where alert.excludedBy == nil && alert.effect != .carried {
            entry(alert, reviews, &page)
        }
        let carried = alerts.filter { $0.excludedBy == nil && $0.effect == .carried }
        if !carried.isEmpty {
            page.gap()
            page.paragraph("Followed a renumbered provision, unchanged; to be confirmed:", .strong)
            for alert in carried { carriedLine(alert, reviews, &page) }
        }
        let excluded = alerts.filter { $0.excludedBy != nil }
        if !excluded.isEmpty {
            page.gap()
            page.paragraph("Taken out by a limit of the commitment (shown, not mailed):", .strong)
            for alert in excluded { entry(alert, reviews, &page) }
        }
        if !alerts.isEmpty {
            page.gap()
            page.paragraph(Disclaimers.assessment, .faint)
            for line in ReviewWords.catalogues(alerts) { page.paragraph(line, .faint) }
        }
        return page.text
    }

    private static func carriedLine(
        _ alert: Alert, _ reviews: [String: Review], _ page: inout TerminalPage
    ) {
        page.paragraph(
            "\(alert.from) → \(alert.to)  \(AlertWords.places(alert))  \(alert.concept) · \(alert.commitment) · "
                + "\(ReviewWords.sentence(reviews[alert.id] ?? .open)) · id \(alert.id)",
            indent: 4, hanging: 2)
    }

    private static func entry(_ alert: Alert, _ reviews: [String: Review], _ page: inout TerminalPage) {
        page.gap()
        let places = AlertWords.places(alert)
        page.paragraph(
            [
                StyledRun(AlertWords.direction(alert.direction), AlertWords.style(alert.direction)),
                StyledRun(
                    "  \(alert.concept), \(alert.polarity.rawValue): \(alert.effect.rawValue)", .strong),
                StyledRun("  \(places)"),
            ], hanging: 4)
        page.paragraph("\(alert.commitment) (\(AlertWords.force(alert.force)))", indent: 4, hanging: 2)
        page.paragraph(
            "\(alert.instrument) \(alert.from) → \(alert.to) · \(alert.severity.rawValue) severity · "
                + "\(alert.confidence.rawValue) confidence · \(alert.fidelity.words)", .faint, indent: 4,
            hanging: 2)
        if let limit = alert.excludedBy { page.paragraph("excluded by \(limit)", .warning, indent: 4) }
        page.paragraph("Why: \(alert.reason)", indent: 4, hanging: 5)
        if !alert.caveat.isEmpty { page.paragraph("But: \(alert.caveat)", indent: 4, hanging: 5) }
        for evidence in alert.evidence {
            page.paragraph(
                [
                    StyledRun("\(evidence.side.rawValue), \(evidence.path.rawValue): ", .faint),
                    .changed(evidence.text, []),
                ], indent: 4, hanging: 2)
        }
        page.paragraph(
            "\(ReviewWords.sentence(reviews[alert.id] ?? .open)) · id \(alert.id)", .faint, indent: 4,
            hanging: 2)
    }
}
