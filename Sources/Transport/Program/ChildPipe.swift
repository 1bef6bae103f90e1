import Foundation
import Material

/// A pipe from a child to us.
final class ChildPipe {
    private var reading: Int32
    private(set) var writing: Int32

    var isOpen: Bool { reading >= 0 }

    init() throws(ReadingFault) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else {
            throw ReadingFault(.program, "no pipe: \(String(cString: strerror(errno)))")
        }
        reading = ends[0]
        writing = ends[1]
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        _ = fcntl(reading, F_SETFL, O_NONBLOCK)
    }

    deinit {
        closeWriting()
        closeReading()
    }

    func closeWriting() {
        if writing >= 0 { close(writing) }
        writing = -1
    }

    private func closeReading() {
        if reading >= 0 { close(reading) }
        reading = -1
    }

    /// Waits until one of the pipes has something to say, or the time is over.
    static func wait(for pipes: [ChildPipe], milliseconds: Int32) {
        var polled = pipes.map { pollfd(fd: $0.reading, events: Int16(POLLIN), revents: 0) }
        poll(&polled, nfds_t(polled.count), milliseconds)
    }

    /// Takes what is there, at most 1 MB.
    ///
    /// - Parameter keeping: what comes after as many bytes is read and thrown away.
    func read(into bytes: inout [UInt8], keeping: Int = .max) {
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        for _ in 0..<16 {
            let count = Foundation.read(reading, &chunk, chunk.count)
            if count > 0 {
                bytes.append(contentsOf: chunk[0..<min(count, max(0, keeping - bytes.count))])
            } else if count == 0 || (errno != EAGAIN && errno != EINTR) {
                return closeReading()
            } else {
                return
            }
        }
    }
}

/// What a child reads: a file without a name, so that it can seek in it and nobody else can find it.
final class ChildInput {
    let descriptor: Int32

    init(_ bytes: [UInt8]) throws(ReadingFault) {
        var template = Array((FileManager.default.temporaryDirectory.path + "/lexwatch-XXXXXX").utf8CString)
        descriptor = mkstemp(&template)
        guard descriptor >= 0 else {
            throw ReadingFault(.program, "no temporary file: \(String(cString: strerror(errno)))")
        }
        unlink(template)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                throw ReadingFault(
                    .program, "no room for a temporary file: \(String(cString: strerror(errno)))")
            }
            rest = rest.dropFirst(count)
        }
        lseek(descriptor, 0, SEEK_SET)
    }

    deinit { if descriptor >= 0 { close(descriptor) } }
}
