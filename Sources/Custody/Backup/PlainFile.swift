import Foundation

/// A file on disk that is read or written from one end to the other, with errors that say which.
final class PlainFile {
    let path: String
    private let descriptor: Int32

    init(reading path: String) throws {
        self.path = path
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw BackupError(
                errno == ENOENT ? .absent : .cannotRead, "\(path): \(String(cString: strerror(errno)))")
        }
    }

    /// For the owner's eyes only: a backup holds who reads what.
    init(making path: String, mode: UInt32 = 0o600) throws {
        self.path = path
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
        guard descriptor >= 0 else {
            throw BackupError(.cannotWrite, "\(path): \(String(cString: strerror(errno)))")
        }
    }

    deinit { close(descriptor) }

    var size: Int64 {
        var found = stat()
        return fstat(descriptor, &found) == 0 ? Int64(found.st_size) : 0
    }

    var isRegular: Bool {
        var found = stat()
        return fstat(descriptor, &found) == 0 && found.st_mode & S_IFMT == S_IFREG
    }

    /// Bytes that came; 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        while true {
            let count = Foundation.read(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 { return count }
            guard errno == EINTR else {
                throw BackupError(.cannotRead, "\(path): \(String(cString: strerror(errno)))")
            }
        }
    }

    func read(_ count: Int) throws -> [UInt8] {
        try [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            filled = try read(into: UnsafeMutableRawBufferPointer(buffer))
        }
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws {
        var rest = bytes
        while !rest.isEmpty {
            let count = Foundation.write(descriptor, rest.baseAddress, rest.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                throw BackupError(.cannotWrite, "\(path): \(String(cString: strerror(errno)))")
            }
            rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        }
    }

    func synchronise() throws {
        guard fsync(descriptor) == 0 else {
            throw BackupError(.cannotWrite, "\(path): \(String(cString: strerror(errno)))")
        }
    }

    /// Asks the disk to keep the names in a folder.
    static func synchronise(folder: String) {
        let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }
}
