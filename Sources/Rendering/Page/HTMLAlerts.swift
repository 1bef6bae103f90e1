package import Alerts
package import Statute

/// Alerts as a section of a page: each change once, with every commitment that it bears on.
package enum HTMLAlerts {
    /// A `<section>` with a heading of the second level; what no commitment covers is folded at its end.
    ///
    /// - Parameter anchors: ids on the same page, by the provision that is drawn there.
    package static func section(
        _ alerts: [Alert], catalogue: AlertCatalogue = AlertCatalogue(), reviews: [String: Review] = [:],
        anchors: [ProvisionPath: String] = [:]
    ) -> String {
        let stories = AlertStory.all(alerts)
        let carried = stories.filter { $0.isCarried && !$0.isExcluded }
        let excluded = stories.filter(\.isExcluded)
        let minor = stories.filter(\.isMinor)
        let mailed = stories.filter { !$0.isCarried && !$0.isExcluded && !$0.isMinor }
        func entries(_ stories: [AlertStory]) -> String {
            stories.map { entry($0, catalogue, reviews, anchors) }.joined()
        }
        var out = "<section aria-labelledby=\"alerts\">\n<h2 id=\"alerts\">Bearing on commitments</h2>\n"
        if mailed.isEmpty { out += "<p>No change bears on a commitment.</p>\n" }
        out += entries(mailed)
        if !minor.isEmpty {
            out +=
                "<details><summary>\(minor.count) in which only the wording or a penalty changed</summary>\n"
            out += entries(minor) + "</details>\n"
        }
        if !carried.isEmpty {
            out +=
                "<details><summary>\(carried.count) followed a renumbered provision, unchanged; to be confirmed</summary>\n"
            out += entries(carried) + "</details>\n"
        }
        if !excluded.isEmpty {
            out += "<details><summary>\(excluded.count) that no commitment covers, and why</summary>\n"
            out += entries(excluded) + "</details>\n"
        }
        return out + "</section>\n"
    }

    private static func entry(
        _ story: AlertStory, _ catalogue: AlertCatalogue, _ reviews: [String: Review],
        _ anchors: [ProvisionPath: String]
    ) -> String {
        let alert = story.main
        let places = AlertWords.places(alert, words: Citation.words)
        let anchor = (alert.after.first ?? alert.before.first).flatMap { anchors[$0] }
        var out = "<article class=\"change\">\n"
        out += "<h3>\(HTMLText.escape(AlertWords.heading(alert, catalogue))) "
        out += "<span class=\"soft\">\(place(places, anchor))</span></h3>\n"
        if let parties = story.parties { out += "<p>Who: \(HTMLText.escape(parties))</p>\n" }
        out += "<p>\(HTMLText.escape(alert.change))</p>\n"
        for evidence in alert.evidence {
            out += "<blockquote><span class=\"soft\">\(evidence.side.rawValue), "
            out += "\(HTMLText.escape(Citation.words(evidence.path)))</span><br>"
            out += "\(HTMLText.escapeChanged(evidence.text))</blockquote>\n"
        }
        for link in story.links { out += bearing(link, catalogue, reviews[link.id] ?? .open) }
        return out + "</article>\n"
    }

    private static func bearing(_ link: Alert, _ catalogue: AlertCatalogue, _ review: Review) -> String {
        var out = "<p class=\"why\" id=\"alert-\(HTMLText.escape(link.id))\">"
        if link.excludedBy == nil {
            out +=
                "<span class=\"bearing \(link.direction.rawValue)\">\(AlertWords.direction(link.direction))</span>"
        } else {
            out += "<span class=\"soft\">○ outside the commitment</span>"
        }
        out += " · \(HTMLText.escape(catalogue.commitment(link))) (\(AlertWords.force(link.force)))</p>\n"
        if link.excludedBy == nil {
            out += "<p>\(HTMLText.escape(link.why))</p>\n"
        }
        if !link.caveat.isEmpty { out += "<p class=\"soft\">But: \(HTMLText.escape(link.caveat))</p>\n" }
        out += "<p class=\"why\">"
        if link.excludedBy == nil {
            out += "\(link.severity.rawValue) severity · \(link.confidence.rawValue) confidence · "
            out += "\(HTMLText.escape(link.fidelity.words)) · "
        }
        return out + "\(HTMLText.escape(ReviewWords.sentence(review)))</p>\n"
    }

    private static func place(_ words: String, _ anchor: String?) -> String {
        guard let anchor else { return HTMLText.escape(words) }
        return "<a href=\"#\(HTMLText.escape(anchor))\">\(HTMLText.escape(words))</a>"
    }
}
