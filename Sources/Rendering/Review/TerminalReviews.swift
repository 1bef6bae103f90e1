import Alerts

/// The reviewer's list for a terminal.
package enum TerminalReviews {
    package static func render(_ items: [ReviewItem], catalogue: String, style: TerminalStyle) -> String {
        var page = TerminalPage(style)
        if items.isEmpty { page.paragraph("No such alert.") }
        for item in items { entry(item, &page) }
        if !items.isEmpty {
            page.gap()
            page.paragraph(counts(items), .strong)
            page.paragraph(ReviewWords.catalogue(catalogue), .faint)
        }
        return page.text
    }

    /// What an upgrade altered, for the report of a run.
    package static func altered(_ items: [ReviewItem], limit: Int) -> [String] {
        let told = items.prefix(limit).map { item in
            "altered: \(item.instrument) \(item.from) → \(item.to), \(item.concept ?? "?"), \(item.commitment ?? "?") "
                + "(id \(item.id.prefix(12))): \(item.alteration.map(words) ?? "")"
        }
        let left = items.count - told.count
        return told + (left > 0 ? ["… and \(left) more: lexwatch review list --altered"] : [])
    }

    private static func entry(_ item: ReviewItem, _ page: inout TerminalPage) {
        page.gap()
        if let alert = item.alert {
            page.paragraph(
                [
                    StyledRun(AlertWords.direction(alert.direction), AlertWords.style(alert.direction)),
                    StyledRun(
                        "  \(alert.concept), \(alert.polarity.rawValue): \(alert.effect.rawValue)", .strong),
                    StyledRun("  \(AlertWords.places(alert))"),
                ], hanging: 4)
        } else {
            page.paragraph("raised no more  \(item.concept ?? "")", .strong, hanging: 4)
        }
        let weight = item.severity.map { " · \($0) severity" } ?? ""
        let limit = item.alert?.excludedBy.map { " · excluded by \($0)" } ?? ""
        page.paragraph(
            "\(item.instrument) \(item.from) → \(item.to) · \(item.commitment ?? "")\(weight)\(limit)",
            .faint,
            indent: 4, hanging: 2)
        let look: StyledRun.Style = item.review.isStale ? .warning : []
        page.paragraph("\(ReviewWords.sentence(item.review)) · id \(item.id)", look, indent: 4, hanging: 2)
        if let alteration = item.alteration {
            page.paragraph(
                "altered on \(ReviewWords.day(alteration.at)): \(words(alteration))", .warning, indent: 4,
                hanging: 2)
        }
    }

    private static func words(_ alteration: ReviewItem.Alteration) -> String {
        let said =
            switch (alteration.was, alteration.now) {
            case (let was?, let now?):
                was == now ? "the words it rests on changed (\(now))" : "was “\(was)”, is “\(now)”"
            case (let was?, nil): "was “\(was)”, is raised no more"
            case (nil, let now?): "was not raised, is “\(now)”"
            case (nil, nil): "raised no more"
            }
        return "\(said); \(alteration.why.joined(separator: "; "))"
    }

    private static func counts(_ items: [ReviewItem]) -> String {
        let states = Review.State.allCases.compactMap { state -> String? in
            let count = items.count { $0.review.state == state }
            return count > 0 ? "\(count) \(state.rawValue)" : nil
        }
        let stale = items.count { $0.review.isStale }
        let altered = items.count { $0.alteration != nil }
        return "\(items.count) \(items.count == 1 ? "alert" : "alerts"): "
            + (states + (stale > 0 ? ["\(stale) stale"] : []) + (altered > 0 ? ["\(altered) altered"] : []))
            .joined(separator: ", ")
    }
}
