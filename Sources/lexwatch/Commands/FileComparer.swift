import Alerts
import Redline
import Rendering
import Statute
import Tracking
import Transport

/// Compares two files as `compare` and `compare --pairs` do.
struct FileComparer: Sendable {
    let settings: Settings
    let register: Register?
    let all: Bool
    let scanner: ConceptScanner?

    init(settings: Settings, register: Register?, all: Bool) {
        self.settings = settings
        self.register = register
        self.all = all
        scanner = register.map { $0.scanner }
    }

    func compare(_ old: String, _ new: String) throws -> (Comparison, ReadDocument, ReadDocument) {
        let before = try ReadDocument(old, settings, register: register)
        let after = try ReadDocument(new, settings, register: register)
        let languages = (before.parsed.text.language, after.parsed.text.language)
        if languages.0 != languages.1 {
            throw DocumentError.languages(old, languages.0.rawValue, new, languages.1.rawValue)
        }
        let comparison = Comparison(
            before.parsed.text, after.parsed.text, provenance: (before.provenance, after.provenance),
            scanner: scanner)
        return (comparison, before, after)
    }

    func document(
        _ comparison: Comparison, _ before: ReadDocument, _ after: ReadDocument,
        selection: Selection = Selection([]), translation: BilingualChanges? = nil
    ) -> JSONValue {
        var document = RedlineDocument(
            comparison.changes, oldSHA256: before.sha256, newSHA256: after.sha256,
            findings: comparison.findings, all: all)
        document.selection = selection
        document.translation = translation
        return document.json
    }

    /// What the changes between two files bear on, dated by their headnotes; as law of China, of which nearly every
    /// text here is.
    func alerts(_ comparison: Comparison, _ before: ReadDocument, _ after: ReadDocument) -> [Alert] {
        guard let register else { return [] }
        return Assessor(register: register).linker.alerts(
            for: comparison.changes, instrument: "cn/compared",
            from: VersionMark(name: before.path, date: before.date ?? ""),
            to: VersionMark(name: after.path, date: after.date ?? ""),
            before: comparison.findingsBefore, after: comparison.findingsAfter)
    }
}
