import CCurl

/// Undoes one content coding (RFC 9110, 8.4.1) piece by piece, within a limit.
///
/// curl could do this, but takes a gzip stream that is cut off for a whole one; here the coding's own end has to come.
final class ContentDecoder {
    enum Fault: Error, Hashable {
        /// More than the limit comes out.
        case tooLarge
        /// Not what its coding prescribes.
        case malformed
        /// The coding's own end has not come.
        case cutOff
    }

    enum Coding: String { case identity, gzip, deflate, brotli = "br" }

    /// What came out so far, at most ``limit`` bytes.
    private(set) var output: [UInt8] = []
    private let coding: Coding
    private let limit: Int
    private var taken = 0
    private var isAtEnd = false
    private var stream: UnsafeMutablePointer<z_stream>?
    private var brotli: OpaquePointer?
    /// Where zlib writes to.
    private let piece: UnsafeMutableBufferPointer<UInt8>

    init(_ coding: Coding, limit: Int) {
        self.coding = coding
        self.limit = limit
        piece = .allocate(capacity: coding == .gzip || coding == .deflate ? 65_536 : 0)
    }

    deinit {
        if let stream {
            inflateEnd(stream)
            stream.deallocate()
        }
        piece.deallocate()
        if let brotli { BrotliDecoderDestroyInstance(brotli) }
    }

    /// The codings of the value of a `Content-Encoding` field; nil for an unknown one, or more than one.
    static func coding(named value: String) -> Coding? {
        let names = value.lowercased().split { $0 == "," || $0 == " " || $0 == "\t" }.filter {
            $0 != "identity"
        }
        guard let name = names.first else { return .identity }
        guard names.count == 1 else { return nil }
        switch name {
        case "gzip", "x-gzip": return .gzip
        default: return Coding(rawValue: String(name))
        }
    }

    func add(_ input: UnsafeBufferPointer<UInt8>) throws(Fault) {
        guard let base = input.baseAddress, !input.isEmpty else { return }
        defer { taken += input.count }
        switch coding {
        case .identity: try append(input)
        case .gzip, .deflate: try inflate(UnsafeMutablePointer(mutating: base), input.count)
        case .brotli: try unbrotli(base, input.count)
        }
    }

    /// Call when no more comes. No bytes at all are an empty body in every coding.
    func finish() throws(Fault) {
        if coding != .identity, taken > 0, !isAtEnd { throw .cutOff }
    }

    private func append(_ piece: UnsafeBufferPointer<UInt8>) throws(Fault) {
        let room = limit - output.count
        output += piece.prefix(room)
        // The limit itself may be reached, not passed.
        if piece.count > room { throw .tooLarge }
    }

    /// gzip (RFC 1952), one member or several; deflate in its zlib form (RFC 1950) or, as some servers send it, bare
    /// (RFC 1951).
    private func inflate(_ input: UnsafeMutablePointer<UInt8>, _ count: Int) throws(Fault) {
        let stream: UnsafeMutablePointer<z_stream>
        if let begun = self.stream { stream = begun } else { stream = try begin(first: input[0]) }
        stream.pointee.next_in = input
        stream.pointee.avail_in = UInt32(count)
        while stream.pointee.avail_in > 0 {
            if isAtEnd {
                guard coding == .gzip, stream.pointee.next_in.pointee == 0x1F, inflateReset(stream) == Z_OK
                else { throw .malformed }
                isAtEnd = false
            }
            repeat {
                stream.pointee.next_out = piece.baseAddress
                stream.pointee.avail_out = UInt32(piece.count)
                let code = CCurl.inflate(stream, Z_NO_FLUSH)
                let ready = piece.count - Int(stream.pointee.avail_out)
                try append(UnsafeBufferPointer(rebasing: piece[..<ready]))
                if code == Z_STREAM_END { isAtEnd = true }
                // Nothing in and nothing out: more has to come.
                if code == Z_BUF_ERROR, stream.pointee.avail_in == 0 { return }
                guard code == Z_OK || code == Z_STREAM_END else { throw .malformed }
            } while stream.pointee.avail_out == 0 && !isAtEnd
        }
    }

    private func begin(first: UInt8) throws(Fault) -> UnsafeMutablePointer<z_stream> {
        let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        stream.initialize(to: z_stream())
        // 15 bits of window; +16 reads gzip, a minus sign bare deflate. 8 in the low half byte is zlib's own method.
        let bits: Int32 = coding == .gzip ? 31 : first & 0x0F == 8 ? 15 : -15
        guard lexwatch_inflate_begin(stream, bits) == Z_OK else {
            stream.deallocate()
            throw .malformed
        }
        self.stream = stream
        return stream
    }

    /// Brotli (RFC 7932).
    private func unbrotli(_ input: UnsafePointer<UInt8>, _ count: Int) throws(Fault) {
        guard !isAtEnd, let state = brotli ?? BrotliDecoderCreateInstance(nil, nil, nil) else {
            throw .malformed
        }
        brotli = state
        var next: UnsafePointer<UInt8>? = input
        var left = count
        while true {
            var ready = 0
            let result = BrotliDecoderDecompressStream(state, &left, &next, &ready, nil, nil)
            while BrotliDecoderHasMoreOutput(state) != 0 {
                var size = 0
                guard let piece = BrotliDecoderTakeOutput(state, &size) else { break }
                try append(UnsafeBufferPointer(start: piece, count: size))
            }
            switch result {
            case BROTLI_DECODER_RESULT_SUCCESS:
                isAtEnd = true
                if left > 0 { throw .malformed }
                return
            case BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT: return
            case BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT: continue
            default: throw .malformed
            }
        }
    }
}
