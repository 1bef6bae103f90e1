import Custody
import Evidence
import Foundation

/// Keys and passphrases from files.
enum AgeSecrets {
    /// The first line.
    static func passphrase(file: String) throws -> String {
        let line = try text(file).split(whereSeparator: \.isNewline).first
        guard let line, !line.isEmpty else {
            throw AgeError.badKey("\(file): its first line holds no passphrase")
        }
        return String(line)
    }

    static func identities(file: String) throws -> [AgeIdentity] {
        try AgeIdentity.file(text(file), name: file)
    }

    private static func text(_ file: String) throws -> String {
        do { return try String(contentsOfFile: file, encoding: .utf8) } catch {
            throw BackupError(.absent, "\(file): cannot be read: \(error.localizedDescription)")
        }
    }
}
