import Redline
import Statute

/// The words in which renderings speak of the other language.
enum TranslationWords {
    /// `en · Article 6 · paired by number, high confidence`
    static func caption(_ words: OtherWords) -> String {
        let labels = (words.after.isEmpty ? words.before : words.after).map(\.displayLabel)
        return VisibleText.line(
            "\(words.language.rawValue) · \(labels.joined(separator: " + ")) · paired by \(words.ground.rawValue), \(words.confidence.rawValue) confidence"
        )
    }

    /// `zh changed, en stale (high confidence)`
    static func remark(_ found: StaleProvision) -> String {
        "\(found.message) (\(found.confidence.rawValue) confidence)"
    }

    /// `第六条 · Article 6`
    static func place(_ found: StaleProvision) -> String {
        VisibleText.line([found.zh, found.en].compactMap { $0?.displayLabel }.joined(separator: " · "))
    }

    /// `73 provisions paired with en · 2 stale · 1 translation revised · 4 notes`
    static func summary(_ changes: BilingualChanges) -> String {
        let pairs = (changes.new ?? changes.old)?.pairs.count ?? 0
        var words = [
            "\(pairs == 1 ? "1 provision" : "\(pairs) provisions") paired with \(changes.other.rawValue)"
        ]
        if changes.otherChanges == nil {
            let version = changes.new == nil ? "older" : "newer"
            words.append("\(changes.other.rawValue) is held of the \(version) version only")
        } else if changes.stale.isEmpty, changes.revised.isEmpty {
            words.append("nothing stale")
        }
        if !changes.stale.isEmpty { words.append("\(changes.stale.count) stale") }
        if !changes.revised.isEmpty { words.append("\(changes.revised.count) revised in translation only") }
        let notes = notes(changes).count
        if notes > 0 { words.append(notes == 1 ? "1 note" : "\(notes) notes") }
        return words.joined(separator: " · ")
    }

    private static func notes(_ changes: BilingualChanges) -> [String] {
        (changes.new ?? changes.old).map { FoldedNotes($0).lines } ?? []
    }

    /// Notes that are told one by one; the rest are counted. All of them stand in JSON.
    private static let mostNotes = 40

    /// A line for each provision that is stale or revised, then for each note.
    static func lines(_ changes: BilingualChanges) -> [(isWarning: Bool, words: String)] {
        var lines: [(Bool, String)] = changes.stale.map { (true, "\(place($0)): \(remark($0))") }
        lines += changes.revised.map { (false, "\(place($0)): \(remark($0))") }
        let notes = notes(changes)
        lines += notes.prefix(mostNotes).map { (false, $0) }
        if notes.count > mostNotes {
            lines.append((false, "and \(notes.count - mostNotes) more notes"))
        }
        return lines
    }
}
