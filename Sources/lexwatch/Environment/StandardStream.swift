import Glibc

/// Standard output and standard error, written without a trap: `FileHandle` ends the process with an illegal
/// instruction where a descriptor cannot be written, as on a full disk.
enum StandardStream {
    /// Writes all bytes.
    ///
    /// - Returns: the errno of what went wrong; nil for nothing.
    @discardableResult
    static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if count < 0, errno == EINTR {
                continue
            } else {
                return count < 0 ? errno : EIO
            }
        }
        return nil
    }

    /// Writes to standard error; nobody can be told where that fails.
    static func tell(_ text: String) { write(Array(text.utf8), to: 2) }

    /// Writes to standard output, or ends the program with 74: half a result is none.
    static func put(_ bytes: [UInt8]) {
        guard let code = write(bytes, to: 1) else { return }
        tell("lexwatch: standard output cannot be written: \(String(cString: strerror(code)))\n")
        exit(74)
    }
}
