import Redline
import Statute
import Tracking
import Transport

extension FileComparer {
    /// The translations of two compared files, laid beside them; nil where no file is named.
    ///
    /// - Parameter files: the older and the newer version in the other language, or the older one alone.
    func translation(
        of comparison: Comparison, _ before: ReadDocument, _ after: ReadDocument, files: [String]
    ) throws -> BilingualChanges? {
        let others = try files.map { file in
            let document = try ReadDocument(file, settings, register: register)
            if document.parsed.text.language == after.parsed.text.language {
                throw DocumentError.sameLanguage(file, after.path, after.parsed.text.language.rawValue)
            }
            return document
        }
        return BilingualChanges(
            comparison.changes, (before.parsed.text, after.parsed.text),
            beside: (others.first?.parsed.text, others.dropFirst().first?.parsed.text),
            provenance: (
                others.first?.provenance ?? .official, others.dropFirst().first?.provenance ?? .official
            ))
    }
}
