import Foundation
import GitStore
import Statute
import Tracking
import Transport

/// A file that was read, decoded and parsed for a command that works without the store.
struct ReadDocument {
    let path: String
    let sha256: String
    let parsed: ParsedStatute
    /// From the `.provenance.yml` beside the file; official where there is none.
    let provenance: Provenance
    /// Whether ``provenance`` was declared; a file that somebody hands in is taken at its word.
    let isDeclared: Bool

    /// The last day that the headnotes name; nil where they name none.
    var date: String? { LegalHistory.events(in: parsed.text.headnotes).last?.date.description }

    /// How much of the instrument the text holds; nil where it is whole.
    var extract: String? {
        provenance.extract?.words(held: parsed.text.articleLevel.count { $0.kind == .article })
    }

    /// - Parameter register: for reading declared provenance; without it a file counts as official.
    init(_ path: String, _ settings: Settings, register: Register? = nil) throws {
        let bytes = try InputFile.bytes(path, limit: settings.maxBytes)
        let decoded = try DecodedText(bytes, name: path)
        if let notice = decoded.notice { settings.remark("\(path): \(notice)") }
        var parsed = StatuteParser.parse(decoded.string)
        if let notice = decoded.notice {
            parsed.diagnostics.insert(Diagnostic(.encoding, notice, line: 1), at: 0)
        }
        self.path = path
        self.parsed = parsed
        sha256 = SHA256.hex(of: bytes)
        let declaration = URL(filePath: path).deletingPathExtension().appendingPathExtension("provenance.yml")
            .path
        if let register, FileManager.default.fileExists(atPath: declaration) {
            let yaml = try DecodedText(
                try InputFile.bytes(declaration, limit: settings.maxBytes), name: declaration)
            provenance = try ProvenanceDeclaration.read(
                yaml.string, file: declaration, schema: register.provenanceSchema, for: parsed.text)
            isDeclared = true
        } else {
            provenance = .official
            isDeclared = false
        }
    }
}
