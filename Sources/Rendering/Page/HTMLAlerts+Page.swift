package import Alerts

extension HTMLAlerts {
    /// Alerts as a page by themselves.
    package static func page(
        _ alerts: [Alert], catalogue: AlertCatalogue = AlertCatalogue(), reviews: [String: Review] = [:]
    ) -> String {
        var body = "<header>\n<h1>Changes that bear on commitments</h1>\n</header>\n"
        body +=
            "<div class=\"body\">\n<main id=\"content\">\n\(section(alerts, catalogue: catalogue, reviews: reviews))</main>\n</div>\n"
        body += "<footer>\n"
        body += (Disclaimers.all + ReviewWords.catalogues(alerts)).map { "<p>\(HTMLText.escape($0))</p>\n" }
            .joined()
        return HTMLPage.render(title: "Changes that bear on commitments", body: body + "</footer>")
    }
}
