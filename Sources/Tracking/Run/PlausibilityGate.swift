import Statute

/// Decides whether a text may become a version. A page that is not the law must never become a change in the law:
/// the capture is kept, the version is not made, and a person is told.
enum PlausibilityGate {
    /// The reason for which a person should look first; nil when the text may pass.
    ///
    /// - Parameter declared: how many articles the register says the version has.
    /// - Parameter previous: the articles of the text that it would replace, if it replaces one.
    static func objection(to arrival: Arrival, declared: Int?, previous: Int?) -> String? {
        let articles = arrival.text.articleLevel.count { $0.kind == .article }
        if arrival.diagnostics.contains(where: { $0.category == .notConserved }) {
            return "the parser lost words of it"
        }
        if arrival.text.articleLevel.isEmpty { return "it has no provision at all" }
        if let declared, let objection = miscount(articles, declared, arrival.provenance.extract) {
            return objection
        }
        if let previous, previous > 4, articles * 2 < previous {
            return "it has \(articles) articles where the capture before had \(previous)"
        }
        return nil
    }

    /// What an extract says that it leaves out counts as there; where it does not know how much, nothing is counted.
    private static func miscount(_ articles: Int, _ declared: Int, _ extract: Extract?) -> String? {
        guard let extract else {
            return articles == declared
                ? nil : "it has \(articles) articles, and \(declared) are declared"
        }
        guard !extract.rest, articles + extract.leftOut.count != declared else { return nil }
        return
            "it has \(articles) articles and leaves out \(extract.leftOut.count), and \(declared) are declared"
    }
}
