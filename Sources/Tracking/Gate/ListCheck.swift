import Statute

/// 下列 with nothing listed: how a parser or a page loses items without anyone seeing it (demands.md, pain 3, N19).
enum ListCheck {
    static func signals(_ view: GateView) -> [Signal] {
        let now = view.shape.announcements
        var had: [String: Int] = [:]
        var lacked: Set<String> = []
        for announcement in view.before?.announcements ?? [] {
            had[announcement.key] = max(had[announcement.key] ?? 0, announcement.items)
            if announcement.items == 0 { lacked.insert(announcement.key) }
        }
        let emptied = now.filter { $0.items == 0 && had[$0.key, default: 0] > 0 && !lacked.contains($0.key) }
        if let first = emptied.first {
            return [
                Signal(
                    .list,
                    "\(first.label) announces a list (“\(PlainWords.short(first.key))”) that had \(had[first.key, default: 0]) items and has none; \(emptied.count) such",
                    release: .reviewer)
            ]
        }
        let bare = now.filter { $0.items == 0 && $0.isLast && $0.isExplicit && !lacked.contains($0.key) }
        if let first = bare.first {
            return [
                Signal(
                    .list,
                    "\(first.label) announces a list (“\(PlainWords.short(first.key))”) and nothing follows; \(bare.count) such",
                    release: .reviewer)
            ]
        }
        return across(view)
    }

    /// Items gone from the whole text while its articles stand.
    private static func across(_ view: GateView) -> [Signal] {
        guard let before = view.before, view.shape.articles.count * 5 >= before.articles.count * 4 else {
            return []
        }
        if before.items >= 6, view.shape.items * 2 < before.items {
            return [dropped("items", view.shape.items, before.items, view)]
        }
        if before.subitems >= 4, view.shape.subitems * 2 < before.subitems {
            return [dropped("sub-items", view.shape.subitems, before.subitems, view)]
        }
        return []
    }

    private static func dropped(_ what: String, _ now: Int, _ then: Int, _ view: GateView) -> Signal {
        Signal(
            .list, "\(now) list \(what) where there were \(then)",
            release: view.drift?.isDatedAmendment == true ? .secondCapture : .reviewer)
    }
}
