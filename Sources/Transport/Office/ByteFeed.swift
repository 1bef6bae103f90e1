/// Bytes that libxml2 asks for, a few at a time: a large part is not copied once more.
final class ByteFeed {
    private let bytes: [UInt8]
    private var next = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// libxml2's callback.
    ///
    /// - Parameter context: a feed that somebody else keeps alive.
    /// - Returns: how many bytes were written to `place`; 0 at the end, -1 for nonsense.
    static func read(
        _ context: UnsafeMutableRawPointer?, _ place: UnsafeMutablePointer<CChar>?, _ room: Int32
    ) -> Int32 {
        guard let context, let place, room > 0 else { return -1 }
        let feed = Unmanaged<ByteFeed>.fromOpaque(context).takeUnretainedValue()
        let count = min(Int(room), feed.bytes.count - feed.next)
        let target = UnsafeMutableRawBufferPointer(start: place, count: count)
        target.copyBytes(from: feed.bytes[feed.next..<(feed.next + count)])
        feed.next += count
        return Int32(count)
    }
}
