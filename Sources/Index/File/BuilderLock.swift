import Foundation

/// The right to write the index file: flock(2) on a file beside it, which goes with the process that holds it.
final class BuilderLock {
    /// Why there is no lock.
    struct Refusal: Error {
        var reason: String
    }

    private let descriptor: Int32

    init(path: String) throws(Refusal) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard descriptor >= 0 else {
            throw Refusal(reason: "it cannot be written there (\(String(cString: strerror(errno))))")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw Refusal(reason: "another process is writing it")
        }
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }
}
