import Foundation
import Rendering

/// Writes results: documents to standard output, files whole or not at all.
enum Output {
    static func print(_ text: String) {
        let line = text.hasSuffix("\n") ? text : text + "\n"
        StandardStream.put(Array(line.utf8))
    }

    static func print(_ json: JSONValue) {
        print(json.text(.pretty))
    }

    /// Writes a file beside its place and moves it there, making the folders above it. Nothing is touched when it
    /// already holds these bytes.
    ///
    /// - Returns: whether anything changed.
    @discardableResult
    static func write(_ bytes: [UInt8], to file: URL) throws -> Bool {
        let data = Data(bytes)
        if let present = try? Data(contentsOf: file), present == data { return false }
        do {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try data.write(to: file, options: .atomic)
        } catch {
            throw OutputError(path: file.path, reason: error.localizedDescription)
        }
        return true
    }
}
