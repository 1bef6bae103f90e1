/// What stands behind the head: parts of 64 KiB, each sealed under its number, the last one marked as the last.
private enum AgeParts {
    static let size = 1 << 16

    static func nonce(_ number: Int, isLast: Bool) -> [UInt8] {
        var nonce = [UInt8](repeating: 0, count: 12)
        var rest = UInt64(number)
        for index in stride(from: 10, through: 3, by: -1) {
            nonce[index] = UInt8(truncatingIfNeeded: rest)
            rest >>= 8
        }
        nonce[11] = isLast ? 1 : 0
        return nonce
    }
}

/// Encrypts a stream (age v1). Holds one part in memory.
package final class AgeWriter {
    private let sink: ([UInt8]) throws -> Void
    private let key: [UInt8]
    private var waiting: [UInt8] = []
    private var number = 0

    /// Writes the head.
    package init(_ lock: AgeLock, to sink: @escaping ([UInt8]) throws -> Void) throws {
        self.sink = sink
        let fileKey = try AgeCrypto.random(16)
        let salt = try AgeCrypto.random(16)
        key = try AgeCrypto.derive(fileKey, salt: salt, "payload")
        try sink(AgeHeader.bytes(fileKey, lock) + salt)
    }

    package func write(_ bytes: some Collection<UInt8>) throws {
        waiting += bytes
        var sent = 0
        // The last part is only known as such at the end: a full one waits for a byte behind it.
        while waiting.count - sent > AgeParts.size {
            try seal(waiting[sent..<(sent + AgeParts.size)], isLast: false)
            sent += AgeParts.size
        }
        waiting.removeFirst(sent)
    }

    package func finish() throws {
        try seal(waiting[...], isLast: true)
        waiting = []
    }

    private func seal(_ part: ArraySlice<UInt8>, isLast: Bool) throws {
        try sink(AgeCrypto.seal(Array(part), key: key, nonce: AgeParts.nonce(number, isLast: isLast)))
        number += 1
    }
}

/// Decrypts a stream (age v1). What it has given is right and stands in its place; that it is all is known when it has
/// given the end.
package final class AgeReader {
    private let source: (Int) throws -> [UInt8]
    private var waiting: [UInt8] = []
    private var isAtEnd = false
    private var key: [UInt8] = []
    private var number = 0
    private var isDone = false
    private static let longestHead = 1 << 20

    /// Whether a file that begins like this is one of age.
    package static func recognises(_ start: some Collection<UInt8>) -> Bool {
        start.starts(with: Array((AgeHeader.version + "\n").utf8))
    }

    /// Reads the head.
    ///
    /// - Parameter source: gives at most so many bytes; none at the end.
    package init(
        identities: [AgeIdentity], passphrase: String? = nil, from source: @escaping (Int) throws -> [UInt8]
    ) throws {
        self.source = source
        let header = try AgeHeader { try self.line() }
        let fileKey = try header.fileKey(identities, passphrase: passphrase)
        guard try fill(16) else { throw AgeError.truncated }
        key = try AgeCrypto.derive(fileKey, salt: Array(waiting.prefix(16)), "payload")
        waiting.removeFirst(16)
    }

    /// The next part; nil at the end.
    package func next() throws -> [UInt8]? {
        guard !isDone else { return nil }
        let full = AgeParts.size + 16
        let hasMore = try fill(full + 1)
        let part = waiting.prefix(full)
        guard part.count >= 16 else { throw AgeError.truncated }
        if let plain = AgeCrypto.open(part, key: key, nonce: AgeParts.nonce(number, isLast: !hasMore)) {
            guard !plain.isEmpty || number == 0 else { throw AgeError.malformed("its last part is empty") }
            waiting.removeFirst(part.count)
            number += 1
            isDone = !hasMore
            return plain
        }
        // A part that is right but not the last, with nothing behind it: the rest was cut off.
        if !hasMore, AgeCrypto.open(part, key: key, nonce: AgeParts.nonce(number, isLast: false)) != nil {
            throw AgeError.truncated
        }
        if !hasMore, part.count < full { throw AgeError.truncated }
        throw AgeError.damaged(part: number)
    }

    private func fill(_ count: Int) throws -> Bool {
        while waiting.count < count, !isAtEnd {
            let more = try source(1 << 17)
            if more.isEmpty { isAtEnd = true } else { waiting += more }
        }
        return waiting.count >= count
    }

    private func line() throws -> [UInt8]? {
        var searched = 0
        while true {
            if let end = waiting[searched...].firstIndex(of: 0x0a) {
                let line = Array(waiting[..<end])
                waiting.removeFirst(end + 1)
                return line
            }
            searched = waiting.count
            guard waiting.count < Self.longestHead else { throw AgeError.malformed("its head is too long") }
            guard try fill(waiting.count + 1) else { return nil }
        }
    }
}
