import GitStore
import Statute

/// What a source has said so far: the texts that were made from its captures, the newest first. Read from the store,
/// so that a run that was killed between keeping a text and noting it changes nothing.
struct Established {
    struct Entry {
        var version: VersionName
        var digest: TextDigest
        var text: StatuteText
        /// Of the bytes that it was made from, hexadecimal.
        var sha256: String
    }

    private(set) var entries: [Entry]

    /// - Parameter capture: which capture source; one that ends in a dot stands for all that begin with it.
    init(_ instrument: InstrumentID, capture: String, language: Language, in library: Library) throws {
        var found: [(captured: String, entry: Entry)] = []
        for name in try library.versions(of: instrument) {
            guard let record = try library.record(of: name, instrument),
                let text = record.texts[language.rawValue],
                capture.hasSuffix(".") ? text.capture.hasPrefix(capture) : text.capture == capture,
                let held = try library.load(name, of: instrument).texts[language]
            else { continue }
            found.append(
                (
                    text.captured,
                    Entry(
                        version: name, digest: TextDigest(of: held.text), text: held.text, sha256: text.sha256
                    )
                ))
        }
        entries = found.sorted { ($0.captured, $0.entry.version) > ($1.captured, $1.entry.version) }.map(
            \.entry)
    }

    var newest: Entry? { entries.first }

    /// Adds what was taken in tonight and is not written yet.
    mutating func add(_ entry: Entry) { entries.insert(entry, at: 0) }

    /// The text that is the same as another, if there is one.
    func entry(_ digest: TextDigest) -> Entry? { entries.first { $0.digest == digest } }
}
