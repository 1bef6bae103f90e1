import Foundation
import GitStore
import Statute

/// Reads versions from a file that the driver writes: for each a line `ID VERSION TIME TEXT METADATA`, the last two the
/// sizes of what follows, one after the other.
struct VersionReader {
    struct Broken: Error {}

    let bytes: Data
    private var place = 0

    init(bytes: Data) { self.bytes = bytes }

    /// The next version as a commit; nil at the end.
    mutating func next() throws -> CommitDraft? {
        guard place < bytes.count else { return nil }
        guard let end = bytes[place...].firstIndex(of: 0x0a) else { throw Broken() }
        let words = String(decoding: bytes[place..<end], as: UTF8.self).split(separator: " ").map(String.init)
        guard words.count == 5, let id = InstrumentID(words[0]), let name = VersionName(words[1]),
            let time = UInt32(words[2]), let text = Int(words[3]), let metadata = Int(words[4])
        else { throw Broken() }
        place = end + 1
        return try .version(
            VersionKey(instrument: id, version: name), texts: ["zh": take(text)], metadata: take(metadata),
            title: "\(id): \(name)", trailers: [Trailer(.parser, "1")], time: time)
    }

    private mutating func take(_ count: Int) -> [UInt8] {
        defer { place += count }
        return [UInt8](bytes[place..<place + count])
    }
}
