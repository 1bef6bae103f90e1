package import Alerts
import Redline
import Statute

/// Changes linked to commitments, for `alerts`: each change once, with every commitment that it bears on.
package enum TerminalAlerts {
    /// `reviews`: what a person decided, by alert id; missing means open.
    package static func render(
        _ alerts: [Alert], catalogue: AlertCatalogue = AlertCatalogue(), reviews: [String: Review] = [:],
        style: TerminalStyle
    ) -> String {
        var page = TerminalPage(style)
        let stories = AlertStory.all(alerts)
        if alerts.isEmpty { page.paragraph("No change bears on a commitment.") }
        for story in stories where !story.isCarried && !story.isExcluded && !story.isMinor {
            entry(story, catalogue, reviews, &page)
        }
        let minor = stories.filter(\.isMinor)
        if !minor.isEmpty {
            page.gap()
            page.paragraph("Only the wording or a penalty changed (not mailed by itself):", .strong)
            for story in minor { minorLine(story, catalogue, reviews, &page) }
        }
        let carried = stories.filter { $0.isCarried && !$0.isExcluded }
        if !carried.isEmpty {
            page.gap()
            page.paragraph("Followed a renumbered provision, unchanged; to be confirmed:", .strong)
            for story in carried { carriedLine(story, catalogue, reviews, &page) }
        }
        let excluded = stories.filter(\.isExcluded)
        if !excluded.isEmpty {
            page.gap()
            page.paragraph("No commitment covers it, and why (shown, not mailed):", .strong)
            for story in excluded { entry(story, catalogue, reviews, &page) }
        }
        if !alerts.isEmpty {
            page.gap()
            page.paragraph(Disclaimers.assessment, .faint)
            for line in ReviewWords.catalogues(alerts) { page.paragraph(line, .faint) }
        }
        return page.text
    }

    private static func minorLine(
        _ story: AlertStory, _ catalogue: AlertCatalogue, _ reviews: [String: Review],
        _ page: inout TerminalPage
    ) {
        page.paragraph(
            "\(AlertWords.heading(story.main, catalogue)) · \(AlertWords.places(story.main, words: Citation.words))",
            indent: 4, hanging: 2)
        for link in story.links where link.excludedBy == nil {
            page.paragraph(
                "\(link.commitment) · \(ReviewWords.sentence(reviews[link.id] ?? .open)) · id \(link.id)",
                .faint,
                indent: 8, hanging: 2)
        }
    }

    private static func carriedLine(
        _ story: AlertStory, _ catalogue: AlertCatalogue, _ reviews: [String: Review],
        _ page: inout TerminalPage
    ) {
        let alert = story.main
        page.paragraph(
            "\(catalogue.concept(alert)) · \(AlertWords.places(alert, words: Citation.words)) · "
                + "\(alert.from) → \(alert.to)", indent: 4, hanging: 2)
        for link in story.links {
            page.paragraph(
                "\(link.commitment) · \(ReviewWords.sentence(reviews[link.id] ?? .open)) · id \(link.id)",
                .faint,
                indent: 8, hanging: 2)
        }
    }

    private static func entry(
        _ story: AlertStory, _ catalogue: AlertCatalogue, _ reviews: [String: Review],
        _ page: inout TerminalPage
    ) {
        let alert = story.main
        page.gap()
        page.paragraph(AlertWords.heading(alert, catalogue), .strong, hanging: 4)
        page.paragraph(
            "\(alert.instrument) · \(alert.from) → \(alert.to) · \(AlertWords.places(alert, words: Citation.words))",
            indent: 4, hanging: 2)
        if let parties = story.parties { page.paragraph("Who: \(parties)", indent: 4, hanging: 5) }
        page.paragraph(alert.change, indent: 4)
        for evidence in alert.evidence {
            page.paragraph(
                [
                    StyledRun("\(evidence.side.rawValue), \(Citation.words(evidence.path)): ", .faint),
                    .changed(evidence.text, []),
                ], indent: 6, hanging: 2)
        }
        for link in story.links { bearing(link, catalogue, reviews[link.id] ?? .open, &page) }
    }

    private static func bearing(
        _ link: Alert, _ catalogue: AlertCatalogue, _ review: Review, _ page: inout TerminalPage
    ) {
        let direction =
            link.excludedBy == nil ? AlertWords.direction(link.direction) : "○ outside the commitment"
        page.paragraph(
            [
                StyledRun(
                    direction, link.excludedBy == nil ? AlertWords.style(link.direction) : .faint),
                StyledRun(
                    "  \(catalogue.commitment(link)) (\(AlertWords.force(link.force)), \(link.commitment))"),
            ], indent: 4, hanging: 2)
        if link.excludedBy == nil { page.paragraph("Why: \(link.why)", indent: 8, hanging: 5) }
        if !link.caveat.isEmpty { page.paragraph("But: \(link.caveat)", indent: 8, hanging: 5) }
        if link.excludedBy == nil {
            page.paragraph(
                "\(link.severity.rawValue) severity (\(link.severityReason)) · \(link.confidence.rawValue) confidence "
                    + "· text \(link.fidelity.words)", .faint, indent: 8, hanging: 2)
        }
        page.paragraph("\(ReviewWords.sentence(review)) · id \(link.id)", .faint, indent: 8, hanging: 2)
    }
}
