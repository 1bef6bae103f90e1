import Glibc

/// Converts between character sets through the C library, strictly: a byte that means nothing ends the conversion.
enum Iconv {
    enum Fault: Error, Sendable, Hashable {
        /// The C library has no such converter.
        case missing
        /// The first byte that is no part of a character, or where the bytes end inside one.
        case malformed(offset: Int)
    }

    /// - Parameters:
    ///   - input: bytes in `from`.
    ///   - from: a name of the C library's own list, never one that a document gave.
    /// - Returns: bytes in `to`.
    static func convert(_ input: [UInt8], from: String, to: String) throws(Fault) -> [UInt8] {
        let handle = iconv_open(to, from)
        // iconv_open says (iconv_t)-1 where it fails.
        guard let handle, Int(bitPattern: handle) != -1 else { throw .missing }
        defer { iconv_close(handle) }
        var output: [UInt8] = []
        output.reserveCapacity(input.count + input.count / 2)
        var chunk = [UInt8](repeating: 0, count: min(max(input.count * 2, 64), 64 << 10))
        var consumed = 0
        while true {
            let step = input.withUnsafeBytes { source in
                chunk.withUnsafeMutableBytes { target in
                    Self.step(handle, source, from: consumed, into: target)
                }
            }
            consumed = step.consumed
            output.append(contentsOf: chunk[..<step.produced])
            switch step.end {
            case .done: return output
            case .full: continue
            case .fault: throw .malformed(offset: consumed)
            }
        }
    }

    private enum End { case done, full, fault }

    private static func step(
        _ handle: iconv_t, _ source: UnsafeRawBufferPointer, from start: Int,
        into target: UnsafeMutableRawBufferPointer
    ) -> (consumed: Int, produced: Int, end: End) {
        // iconv's prototype wants a mutable pointer and does not write through it.
        var input = UnsafeMutablePointer(
            mutating: source.baseAddress?.advanced(by: start).assumingMemoryBound(to: CChar.self))
        var left = source.count - start
        var output = target.baseAddress?.assumingMemoryBound(to: CChar.self)
        var room = target.count
        // iconv says (size_t)-1 where it stops early; what a converter holds back is asked for at the end.
        var hasStopped = left > 0 && iconv(handle, &input, &left, &output, &room) == -1
        if !hasStopped { hasStopped = iconv(handle, nil, nil, &output, &room) == -1 }
        let isFull = hasStopped && errno == E2BIG
        let produced = target.count - room
        return (source.count - left, produced, !hasStopped ? .done : isFull ? .full : .fault)
    }
}
