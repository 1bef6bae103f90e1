import Foundation
import Material

/// A private folder in which LibreOffice finds its profile and the document, and leaves what it made of it; gone
/// afterwards.
final class OfficeFolder {
    let url: URL
    let document: URL

    var profile: URL { url.appending(path: "profile") }
    var made: URL { url.appending(path: "made") }

    /// - Parameter ending: of the file name, which LibreOffice looks at where the bytes leave it a choice.
    /// - Throws: `program` where the disk does not take it.
    init(_ bytes: [UInt8], ending: String) throws(ReadingFault) {
        url = FileManager.default.temporaryDirectory.appending(path: "lexwatch-\(UUID().uuidString)")
        document = url.appending(path: "document.\(ending)")
        do {
            for folder in [url, profile.appending(path: "user"), made] {
                try FileManager.default.createDirectory(
                    at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            }
            let settings = profile.appending(path: "user/registrymodifications.xcu")
            try Data(OfficeProfile.settings.utf8).write(to: settings)
            try Data(bytes).write(to: document)
        } catch {
            try? FileManager.default.removeItem(at: url)
            throw ReadingFault(.program, "no room for a temporary folder: \(error.localizedDescription)")
        }
    }

    deinit { try? FileManager.default.removeItem(at: url) }
}
