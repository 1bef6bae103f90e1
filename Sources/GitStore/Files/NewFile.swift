internal import Glibc

/// A file in the making, under a temporary name; what is not published goes with it.
final class NewFile {
    private let path: String
    private let descriptor: Int32
    private var isPublished = false

    /// - Parameter path: The temporary name; whatever is there goes.
    init(_ path: String) throws(StoreError) {
        unlink(path)
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o444)
        guard descriptor >= 0 else { throw Folder.cannotWrite(path) }
        self.path = path
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
        if !isPublished { unlink(path) }
    }

    func write(_ bytes: [UInt8]) throws(StoreError) {
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes { rest in
                Glibc.write(descriptor, rest.baseAddress.map { $0 + done }, rest.count - done)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw Folder.cannotWrite(path) }
            done += count
        }
    }

    /// Asks the disk to keep it.
    func synchronise() throws(StoreError) {
        // A file system that knows no fsync says EINVAL; every other failure means that it may be lost.
        while fsync(descriptor) != 0 {
            if errno == EINVAL { return }
            guard errno == EINTR else { throw Folder.cannotWrite(path) }
        }
    }

    /// Gives it its name. The folder is still to be synchronised.
    func publish(as name: String) throws(StoreError) {
        guard rename(path, name) == 0 else { throw Folder.cannotWrite(name) }
        isPublished = true
    }
}
