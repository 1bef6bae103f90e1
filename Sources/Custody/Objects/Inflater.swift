import CZlib

/// Undoes deflate; one stream that is used again and again. Not for two threads at once.
final class Inflater {
    private var stream = z_stream()
    private var isReady = false

    deinit { if isReady { inflateEnd(&stream) } }

    /// Exactly `size` bytes out of a stream of zlib that ends there.
    ///
    /// - Returns: the bytes, and how many of the input were used; nil for anything that is not such a stream.
    func bytes(_ input: UnsafeRawBufferPointer, size: Int) -> (bytes: [UInt8], used: Int)? {
        guard size >= 0, start() else { return nil }
        stream.next_in = UnsafeMutablePointer(
            mutating: input.baseAddress?.assumingMemoryBound(to: UInt8.self))
        stream.avail_in = UInt32(clamping: input.count)
        var isWhole = false
        let bytes = [UInt8](unsafeUninitializedCapacity: max(size, 1)) { buffer, count in
            stream.next_out = buffer.baseAddress
            stream.avail_out = UInt32(clamping: size)
            var code = inflate(&stream, Z_FINISH)
            if code == Z_BUF_ERROR, stream.avail_out == 0 {
                // All is out; what is left is the end of the stream and its checksum.
                var spare: UInt8 = 0
                code = withUnsafeMutablePointer(to: &spare) { extra in
                    stream.next_out = extra
                    stream.avail_out = 1
                    let last = inflate(&stream, Z_FINISH)
                    return stream.avail_out == 1 ? last : Z_DATA_ERROR
                }
                isWhole = code == Z_STREAM_END
            } else {
                isWhole = code == Z_STREAM_END && stream.avail_out == 0
            }
            count = isWhole ? size : 0
        }
        guard isWhole else { return nil }
        return (bytes, input.count - Int(stream.avail_in))
    }

    /// The first bytes of a stream, at most `limit`; nil when it is none.
    func beginning(_ input: UnsafeRawBufferPointer, limit: Int) -> [UInt8]? {
        guard start() else { return nil }
        stream.next_in = UnsafeMutablePointer(
            mutating: input.baseAddress?.assumingMemoryBound(to: UInt8.self))
        stream.avail_in = UInt32(clamping: input.count)
        var isBroken = false
        let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
            stream.next_out = buffer.baseAddress
            stream.avail_out = UInt32(limit)
            let code = inflate(&stream, Z_SYNC_FLUSH)
            isBroken = code != Z_OK && code != Z_STREAM_END && code != Z_BUF_ERROR
            count = limit - Int(stream.avail_out)
        }
        return isBroken ? nil : bytes
    }

    private func start() -> Bool {
        if isReady { return inflateReset(&stream) == Z_OK }
        isReady = inflateInit_(&stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
        return isReady
    }
}

/// zlib's CRC-32 of some bytes.
func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
    UInt32(
        truncatingIfNeeded: crc32_z(0, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count))
}
