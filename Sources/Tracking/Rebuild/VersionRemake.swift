import GitStore
import Statute

/// Makes the text of one version again from its capture, and says whether it may stand in place of the stored one.
struct VersionRemake {
    enum Outcome {
        case same
        case differs(Difference)
        case missing(String)
        case unreadable(String)
    }

    struct Difference {
        var canonical: [UInt8]
        /// How many articles proper it has.
        var articles: Int
        var changed: ArticleDifference
        var drift: TextDrift
        var reason: String
    }

    let store: GitStore
    let captures: CaptureIndex
    let rereading: Rereading

    func outcome(_ stored: StoredVersion, _ record: VersionRecord, _ tag: String) throws -> Outcome {
        guard let language = Language(rawValue: tag), let text = record.texts[tag] else {
            return .unreadable("the language is not known to this program")
        }
        guard let key = try? CaptureKey(instrument: stored.key.instrument, source: text.capture) else {
            return .missing("“\(text.capture)” is no source")
        }
        guard let commit = captures.commit(of: key, text), let kept = try store.capture(key, at: commit)
        else {
            return .missing("no capture of \(text.capture) with SHA-256 \(text.sha256) is in the store")
        }
        let parsed: ParsedStatute
        do throws(Rereading.Fault) {
            parsed = try rereading.text(kept, language: language)
        } catch {
            return .unreadable(error.reason)
        }
        let canonical = Array(CanonicalText(parsed.text).string.utf8)
        guard canonical != stored.texts[tag] else { return .same }
        let before = CanonicalText.parse(
            String(decoding: stored.texts[tag] ?? [], as: UTF8.self), language: language
        ).text
        if let objection = objection(to: parsed, before, text.provenance.provenance) {
            return .unreadable(objection)
        }
        return .differs(
            Difference(
                canonical: canonical, articles: parsed.text.articleLevel.count { $0.kind == .article },
                changed: ArticleDifference(from: before, to: parsed.text),
                drift: TextDrift(from: before, to: parsed.text), reason: reason(record)))
    }

    /// Why the text of today must not stand in place of the stored one.
    private func objection(to parsed: ParsedStatute, _ before: StatuteText, _ provenance: Provenance)
        -> String?
    {
        if parsed.diagnostics.contains(where: { $0.category == .notConserved }) {
            return "the parser loses words of it"
        }
        let new = parsed.text.articleLevel.map(\.path)
        let old = before.articleLevel.map(\.path)
        if new.isEmpty, !old.isEmpty { return "it has no provision any more, and \(old.count) are stored" }
        if old.count > 4, new.count * 2 < old.count {
            return "it has \(new.count) provisions left of \(old.count) that are stored"
        }
        // What is known of an article is declared by its place; the declaration has to be read again with the text.
        if !provenance.records.isEmpty || provenance.extract != nil, Set(new) != Set(old) {
            return
                "its provenance is declared article by article, and articles came or went; lexwatch snapshot takes in text and declaration together"
        }
        return nil
    }

    private func reason(_ record: VersionRecord) -> String {
        record.parser == Recorder.parserVersion
            ? "rebuilt: its capture is read otherwise today"
            : "rebuilt with parser \(Recorder.parserVersion), before \(record.parser)"
    }
}
