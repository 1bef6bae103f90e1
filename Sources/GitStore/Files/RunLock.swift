internal import Glibc

/// The right to write to one store: flock(2) on a file beside it. It goes with the process that holds it,
/// however that ends; the content only tells people who it was.
final class RunLock {
    private let descriptor: Int32

    /// - Throws: ``StoreError/locked(path:pid:since:)`` at once when another holds it.
    init(path: String) throws(StoreError) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard descriptor >= 0 else { throw Folder.cannotWrite(path) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let blocked = errno == EWOULDBLOCK
            let holder = Self.holder(descriptor)
            let failure = Folder.cannotWrite(path)
            close(descriptor)
            throw blocked ? .locked(path: path, pid: holder.pid, since: holder.since) : failure
        }
        self.descriptor = descriptor
        let content = Array("pid \(getpid())\nsince \(time(nil))\n".utf8)
        // The lock holds without it: a full disk must not hide the better message that follows.
        if ftruncate(descriptor, 0) == 0 { _ = pwrite(descriptor, content, content.count, 0) }
    }

    deinit {
        // The file stays: removing it would let two runs lock two files of one name.
        _ = ftruncate(descriptor, 0)
        // A process that another thread is just starting has a copy of the descriptor until it becomes its program.
        flock(descriptor, LOCK_UN)
        close(descriptor)
    }

    private static func holder(_ descriptor: Int32) -> (pid: Int?, since: Int64?) {
        var buffer = [UInt8](repeating: 0, count: 200)
        let count = pread(descriptor, &buffer, buffer.count, 0)
        guard count > 0 else { return (nil, nil) }
        var pid: Int?
        var since: Int64?
        for line in String(decoding: buffer.prefix(count), as: UTF8.self).split(separator: "\n") {
            let words = line.split(separator: " ")
            guard words.count == 2 else { continue }
            if words[0] == "pid" { pid = Int(words[1]) }
            if words[0] == "since" { since = Int64(words[1]) }
        }
        return (pid, since)
    }
}
