import Statute

/// Much of the text before is gone, or the declared number of articles is not there (reliability.md, A3 row 19).
enum LossCheck {
    static func signals(_ view: GateView) -> [Signal] {
        declared(view) + loss(view)
    }

    private static func declared(_ view: GateView) -> [Signal] {
        let count = view.shape.articles.count
        guard let declared = view.input.subject.articles, declared != count else { return [] }
        // A count that was accepted once is no news.
        if view.before?.articles.count == count { return [] }
        return [
            Signal(.count, "the text has \(count) articles, and \(declared) are declared", release: .reviewer)
        ]
    }

    private static func loss(_ view: GateView) -> [Signal] {
        guard let before = view.before, let drift = view.drift else { return [] }
        let figures =
            "\(view.shape.articles.count) of \(before.articles.count) articles and \(view.shape.characters) of \(before.characters) characters are left"
        // Of few articles one is a large part: characters say enough.
        let articles = before.articles.count > 4 ? (view.shape.articles.count, before.articles.count) : (1, 1)
        let characters = before.characters >= 100 ? (view.shape.characters, before.characters) : (1, 1)
        func below(_ percent: Int) -> Bool {
            articles.0 * 100 < articles.1 * percent || characters.0 * 100 < characters.1 * percent
        }
        if below(20) { return [Signal(.loss, figures, release: .reviewer)] }
        if below(50) {
            return [
                Signal(.loss, figures, release: drift.isDeletionsOnly ? .reviewer : .secondCapture)
            ]
        }
        guard below(80), drift.isDeletionsOnly else { return [] }
        return [Signal(.loss, "\(figures), and no word was added", release: .secondCapture)]
    }
}
