import Foundation

/// Reads one file whole, within a limit.
package enum InputFile {
    /// - Parameter limit: bytes; a larger file is refused before it is read.
    package static func bytes(_ path: String, limit: Int) throws(DocumentError) -> [UInt8] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw .missing(path)
        }
        if isFolder.boolValue { throw .isFolder(path) }
        do {
            let handle = try FileHandle(forReadingFrom: URL(filePath: path))
            defer { try? handle.close() }
            // One byte more than allowed is enough to know; the size a file system tells may be wrong or none.
            let data = try handle.read(upToCount: limit + 1) ?? Data()
            if data.count > limit {
                let size =
                    (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? data.count
                throw DocumentError.tooLarge(path, size: max(size, data.count), limit: limit)
            }
            return [UInt8](data)
        } catch let error as DocumentError {
            throw error
        } catch {
            throw .unreadable(path, reason: error.localizedDescription)
        }
    }
}
