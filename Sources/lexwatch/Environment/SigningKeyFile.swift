import Evidence
import Foundation

/// A private key in a file of its own, as ssh-keygen writes it, that nobody else may read.
struct SigningKeyFile {
    let path: String

    /// - Throws: ``KeyFileError`` when it is not there, is open to others, or is no key of ours.
    func read() throws -> SigningKey {
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw KeyFileError(path: path, reason: String(cString: strerror(errno)), exitCode: 78)
        }
        guard status.st_mode & 0o077 == 0 else {
            throw KeyFileError(path: path, reason: "others may read it; run chmod 600 on it", exitCode: 78)
        }
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw KeyFileError(path: path, reason: "it cannot be read", exitCode: 78)
        }
        do { return try SigningKey(openSSH: Array(bytes)) } catch {
            throw KeyFileError(path: path, reason: "\(error); \(error.advice)", exitCode: 78)
        }
    }

    /// Makes the file, with the folders above it; one that is there is never touched.
    ///
    /// - Throws: ``KeyFileError``.
    func create(_ key: SigningKey) throws {
        let folder = URL(filePath: path).deletingLastPathComponent()
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw KeyFileError(path: folder.path, reason: error.localizedDescription, exitCode: 73)
        }
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            let reason =
                errno == EEXIST
                ? "a key is there already, and is never overwritten" : String(cString: strerror(errno))
            throw KeyFileError(path: path, reason: reason, exitCode: 73)
        }
        defer { close(descriptor) }
        let bytes = Array(key.openSSHFile(comment: "lexwatch").utf8)
        guard StandardStream.write(bytes, to: descriptor) == nil, fsync(descriptor) == 0 else {
            let reason = String(cString: strerror(errno))
            unlink(path)
            throw KeyFileError(path: path, reason: reason, exitCode: 73)
        }
        // The name too must outlast a power cut: what is signed with a lost key cannot be gone on with.
        let above = open(folder.path, O_RDONLY | O_CLOEXEC)
        if above >= 0 {
            fsync(above)
            close(above)
        }
    }
}

/// The file of a key cannot be used.
struct KeyFileError: Error, CustomStringConvertible {
    let path: String
    let reason: String
    let exitCode: Int32

    var description: String { "\(path): no key to sign with: \(reason)" }
}
