import Alerts

extension DigestView {
    /// A digest that says less, for a mail that would be clipped; it tells what it left out.
    ///
    /// Step 0 is the digest itself. Steps 1 and 2 cut quotations to 400 and 120 scalars; each later step halves
    /// the changes that are told, the gravest first within their sections. Nil when there is nothing left to cut.
    func shortened(step: Int) -> DigestView? {
        if step <= 0 { return self }
        var view = self
        for section in view.sections.indices {
            for item in view.sections[section].items.indices {
                let length = step == 1 ? 400 : 120
                func cut(_ passage: Passage) -> Passage {
                    var passage = passage
                    let scalars = passage.text.unicodeScalars
                    if scalars.count > length {
                        passage.text = String(String.UnicodeScalarView(scalars.prefix(length))) + "…"
                    }
                    return passage
                }
                view.sections[section].items[item].before = items(section, item).before.map(cut)
                view.sections[section].items[item].after = items(section, item).after.map(cut)
                view.sections[section].items[item].redline = []
            }
        }
        guard step > 2 else { return view }
        let total = sections.reduce(0) { $0 + $1.items.count }
        let kept = total >> min(step - 2, 62)
        guard kept > 0 || total >> min(step - 3, 62) > 0 else { return nil }
        return view.keeping(kept, of: total)
    }

    private func items(_ section: Int, _ item: Int) -> Item { sections[section].items[item] }

    private func keeping(_ count: Int, of total: Int) -> DigestView {
        var view = self
        let ranked = sections.indices.flatMap { section in
            sections[section].items.indices.map {
                (section, $0, Self.rank(sections[section].items[$0].severity))
            }
        }.sorted { ($0.2, $0.0, $0.1) < ($1.2, $1.0, $1.1) }
        let kept = ranked.prefix(count)
        for section in view.sections.indices {
            let items = view.sections[section].items
            view.sections[section].items = items.indices.filter { index in
                kept.contains { $0.0 == section && $0.1 == index }
            }.map { items[$0] }
        }
        let left = total - count
        view.omitted =
            "\(left) \(left == 1 ? "change that bears" : "changes that bear") on these commitments "
            + "\(left == 1 ? "is" : "are") not told here, because the mail would be too long."
        return view
    }

    private static func rank(_ level: Level) -> Int {
        switch level {
        case .high: 0
        case .medium: 1
        case .low: 2
        }
    }
}
