import Redline
import Statute

/// The other language's words beside one entry, ready to be drawn: its own redline where it has one, else its text.
struct OtherRedline: Sendable {
    enum Part: Sendable {
        /// Words that changed in the other language, too.
        case redline(title: String, stretches: [Stretch])
        /// Words as they stand, of the newer version; of the older one where `isOlder`.
        case plain(ArticleText, isOlder: Bool)
    }

    let parts: [Part]

    init(_ words: OtherWords) {
        guard let changes = words.changes else {
            let isOlder = words.after.isEmpty
            parts = (isOlder ? words.before : words.after).map { .plain($0, isOlder: isOlder) }
            return
        }
        let before = Set(words.before.map(\.path))
        let after = Set(words.after.map(\.path))
        var parts: [Part] = []
        for change in changes {
            let stands = change.kind == .unchanged || change.kind == .renumbered
            for part in EntryRedline(change).parts {
                let isAsked =
                    part.after.map { after.contains($0.path) } ?? false
                    || part.before.map { before.contains($0.path) } ?? false
                guard isAsked else { continue }
                if stands, let text = part.after ?? part.before {
                    parts.append(.plain(text, isOlder: part.after == nil))
                } else {
                    parts.append(.redline(title: part.title, stretches: part.stretches))
                }
            }
        }
        self.parts = parts
    }
}
