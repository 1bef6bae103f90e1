package import Alerts
package import Statute

/// Alerts as a section of a page.
package enum HTMLAlerts {
    /// A `<section>` with a heading of the second level; those taken out by a limit are folded at its end.
    ///
    /// - Parameter anchors: ids on the same page, by the provision that is drawn there.
    package static func section(
        _ alerts: [Alert], reviews: [String: Review] = [:], anchors: [ProvisionPath: String] = [:]
    ) -> String {
        let mailed = alerts.filter { $0.excludedBy == nil && $0.effect != .carried }
        let carried = alerts.filter { $0.excludedBy == nil && $0.effect == .carried }
        let excluded = alerts.filter { $0.excludedBy != nil }
        var out = "<section aria-labelledby=\"alerts\">\n<h2 id=\"alerts\">Bearing on commitments</h2>\n"
        if mailed.isEmpty { out += "<p>No change bears on a commitment.</p>\n" }
        for alert in mailed { out += entry(alert, reviews, anchors) }
        if !carried.isEmpty {
            out +=
                "<details><summary>\(carried.count) followed a renumbered provision, unchanged; to be confirmed</summary>\n"
            for alert in carried { out += entry(alert, reviews, anchors) }
            out += "</details>\n"
        }
        if !excluded.isEmpty {
            out += "<details><summary>\(excluded.count) taken out by a limit of the commitment</summary>\n"
            for alert in excluded { out += entry(alert, reviews, anchors) }
            out += "</details>\n"
        }
        return out + "</section>\n"
    }

    private static func entry(
        _ alert: Alert, _ reviews: [String: Review], _ anchors: [ProvisionPath: String]
    ) -> String {
        let places = AlertWords.places(alert, words: Citation.words)
        var out = "<article class=\"change\" id=\"alert-\(HTMLText.escape(alert.id))\">\n"
        let title = alert.concept.replacing("-", with: " ")
        let standing = Standing.phrase(alert.polarity, title, isPenalty: alert.isPenalty)
        out += "<h3>\(HTMLText.escape("\(DigestWords.capital(standing)) \(alert.effect.rawValue)")) "
        out +=
            "<span class=\"soft\">\(place(places, (alert.after.first ?? alert.before.first).flatMap { anchors[$0] }))</span></h3>\n"
        out += "<p class=\"why\"><span class=\"bearing \(alert.direction.rawValue)\">"
        out += "\(AlertWords.direction(alert.direction))</span> · \(HTMLText.escape(alert.commitment)) "
        out += "(\(AlertWords.force(alert.force)))</p>\n"
        out +=
            "<p class=\"why\">\(alert.severity.rawValue) severity · \(alert.confidence.rawValue) confidence · "
        out += "\(HTMLText.escape(alert.fidelity.words)) · "
        out += "\(HTMLText.escape(ReviewWords.sentence(reviews[alert.id] ?? .open)))</p>\n"
        if let limit = alert.excludedBy {
            out += "<p class=\"why\">Excluded by the limit \(HTMLText.escape(limit)).</p>\n"
        }
        out += "<p>\(HTMLText.escape(alert.reason))</p>\n"
        if !alert.caveat.isEmpty { out += "<p class=\"soft\">But: \(HTMLText.escape(alert.caveat))</p>\n" }
        for evidence in alert.evidence {
            out += "<blockquote><span class=\"soft\">\(evidence.side.rawValue), "
            out += "\(HTMLText.escape(Citation.words(evidence.path)))</span><br>"
            out += "\(HTMLText.escapeChanged(evidence.text))</blockquote>\n"
        }
        return out + "</article>\n"
    }

    private static func place(_ words: String, _ anchor: String?) -> String {
        guard let anchor else { return HTMLText.escape(words) }
        return "<a href=\"#\(HTMLText.escape(anchor))\">\(HTMLText.escape(words))</a>"
    }
}
