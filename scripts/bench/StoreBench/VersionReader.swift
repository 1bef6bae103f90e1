import Foundation
import GitStore
import Statute

/// Reads versions from a file that the driver writes: for each a line `ID VERSION TIME TEXT METADATA`, the last two the
/// sizes of what follows, one after the other.
struct VersionReader {
    struct Broken: Error {}

    private static let piece = 1 << 20

    private let file: FileHandle
    private var buffer: [UInt8] = []
    private var place = 0

    init(path: String) throws { file = try FileHandle(forReadingFrom: URL(filePath: path)) }

    /// The next version as a commit; nil at the end.
    mutating func next() throws -> CommitDraft? {
        // No line is so long.
        try fill(200)
        guard place < buffer.count else { return nil }
        guard let end = buffer[place...].firstIndex(of: 0x0a) else { throw Broken() }
        let words = String(decoding: buffer[place..<end], as: UTF8.self).split(separator: " ").map(
            String.init)
        guard words.count == 5, let id = InstrumentID(words[0]), let name = VersionName(words[1]),
            let time = UInt32(words[2]), let text = Int(words[3]), let metadata = Int(words[4])
        else { throw Broken() }
        place = end + 1
        return try .version(
            VersionKey(instrument: id, version: name), texts: ["zh": take(text)], metadata: take(metadata),
            title: "\(id): \(name)", trailers: [Trailer(.parser, "1")], time: time)
    }

    private mutating func take(_ count: Int) throws -> [UInt8] {
        try fill(count)
        guard buffer.count - place >= count else { throw Broken() }
        defer { place += count }
        return Array(buffer[place..<place + count])
    }

    /// Reads on until so many bytes wait, or until the end.
    private mutating func fill(_ count: Int) throws {
        guard buffer.count - place < count else { return }
        buffer.removeFirst(place)
        place = 0
        while buffer.count < count, let more = try file.read(upToCount: Self.piece), !more.isEmpty {
            buffer += more
        }
    }
}
