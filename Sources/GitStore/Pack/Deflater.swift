internal import CZlib

/// Packs bytes as zlib streams, one after another, at the level that git takes by default.
final class Deflater {
    private static let level: Int32 = 6

    private var stream = z_stream()
    private let isReady: Bool
    private var room: [UInt8] = []

    init() { isReady = lw_deflate_init(&stream, Self.level) == Z_OK }

    deinit { deflateEnd(&stream) }

    /// Appends the stream of some bytes.
    ///
    /// - Returns: How many bytes it takes; nil when there is no memory for it, and then nothing is appended.
    func append(_ bytes: UnsafeRawBufferPointer, to output: inout [UInt8]) -> Int? {
        guard isReady, deflateReset(&stream) == Z_OK else { return nil }
        let bound = Int(deflateBound(&stream, UInt(bytes.count)))
        if room.count < bound { room = [UInt8](repeating: 0, count: bound) }
        let count = room.withUnsafeMutableBufferPointer { room in run(bytes, into: room) }
        guard let count else { return nil }
        output += room[..<count]
        return count
    }

    /// zlib counts what comes and what goes in 32 bits: larger things are handed over in parts.
    private func run(_ bytes: UnsafeRawBufferPointer, into room: UnsafeMutableBufferPointer<UInt8>) -> Int? {
        let part = 1 << 30
        // zlib reads through this pointer and never writes.
        let start = UnsafeMutablePointer(mutating: bytes.bindMemory(to: UInt8.self).baseAddress)
        var (taken, given) = (0, 0)
        while true {
            let (ahead, behind) = (min(part, bytes.count - taken), min(part, room.count - given))
            stream.next_in = start.map { $0 + taken }
            stream.avail_in = UInt32(ahead)
            stream.next_out = room.baseAddress.map { $0 + given }
            stream.avail_out = UInt32(behind)
            let code = deflate(&stream, taken + ahead == bytes.count ? Z_FINISH : Z_NO_FLUSH)
            taken += ahead - Int(stream.avail_in)
            given += behind - Int(stream.avail_out)
            if code == Z_STREAM_END { return given }
            guard code == Z_OK else { return nil }
        }
    }
}
