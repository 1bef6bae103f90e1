import Foundation

/// What a backup holds, as its file `manifest.json` says.
package struct BackupManifest: Codable, Sendable, Hashable {
    package struct File: Codable, Sendable, Hashable {
        package var path: String
        package var bytes: Int64
        package var sha256: String
    }

    package var schema = 1
    /// `lexwatch 0.1.0`.
    package var program: String
    /// Unix seconds.
    package var time: Int64
    /// Where every reference of the store stood.
    package var references: [String: String]
    /// The log's newest checkpoint, as it is signed; nil where there is no log.
    package var checkpoint: String?
    package var files: [File]

    var json: [UInt8] {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
            return Array(try encoder.encode(self)) + [0x0a]
        }
    }

    init(program: String, time: Int64, references: [String: String], checkpoint: String?, files: [File]) {
        self.program = program
        self.time = time
        self.references = references
        self.checkpoint = checkpoint
        self.files = files
    }

    init(json: [UInt8]) throws {
        do { self = try JSONDecoder().decode(BackupManifest.self, from: Data(json)) } catch {
            throw BackupError(.malformed, "its manifest.json does not read")
        }
        guard schema == 1 else {
            throw BackupError(
                .malformed,
                "its manifest.json is of schema \(schema); this program knows 1: use a newer Lexwatch")
        }
    }
}
