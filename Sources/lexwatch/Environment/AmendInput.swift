import Foundation
import GitStore
import Redline
import Statute
import Tracking
import Transport

/// What `amend` reads: a file, or a text of the store by `ID@VERSION`.
struct AmendInput {
    let name: String
    let string: String
    let sha256: String
    /// The text as a statute, and how far it may be trusted.
    let text: StatuteText
    let provenance: Provenance

    /// A file of that name comes first; a name with `@` that is no file is a version of the store.
    init(_ name: String, language: Language?, _ settings: Settings) throws {
        self.name = name
        if !FileManager.default.fileExists(atPath: name), name.contains("@") {
            let loaded = try settings.library().load(name)
            let chosen = try TextChoice.text(of: loaded, language: language?.rawValue)
            string = CanonicalText(chosen.text).string
            sha256 = chosen.record.sha256
            text = chosen.text
            provenance = chosen.provenance
        } else {
            let bytes = try InputFile.bytes(name, limit: settings.maxBytes)
            string = try DecodedText(bytes, name: name).string
            // The declarations are only needed where the file has a provenance beside it.
            let document = try ReadDocument(name, settings, register: try? settings.register())
            sha256 = document.sha256
            text = document.parsed.text
            provenance = document.provenance
        }
    }
}

/// The file holds no instruction that amends anything.
struct NoDecisionError: Error, CustomStringConvertible {
    let file: String
    let exitCode: Int32 = 65

    var description: String {
        "\(file): no line of it reads like an instruction of an amending decision; name the decision second: amend OLD DECISION"
    }
}
