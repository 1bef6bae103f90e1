internal import CLibgit2
internal import CZlib
import Statute

/// An object in a file of its own, read without libgit2: its reader goes round for ever on some files that were cut off.
enum LooseFile {
    /// Larger ones are not believed.
    private static let limit = 2 << 30

    /// The object, when the file holds it; nil for anything else.
    static func read(_ path: String, as id: ObjectID) -> (kind: PackKind, bytes: [UInt8])? {
        guard let packed = WholeFile.bytes(path, limit: limit), let whole = inflated(packed),
            let end = whole.prefix(64).firstIndex(of: 0)
        else { return nil }
        let words = whole[..<end].split(separator: 0x20, omittingEmptySubsequences: false)
        guard words.count == 2, let size = Int(String(decoding: words[1], as: UTF8.self)),
            size == whole.count - end - 1
        else { return nil }
        let kind: PackKind
        switch String(decoding: words[0], as: UTF8.self) {
        case "commit": kind = .commit
        case "tree": kind = .tree
        case "blob": kind = .blob
        default: return nil
        }
        let bytes = Array(whole[(end + 1)...])
        var raw = git_oid()
        let code = bytes.withUnsafeBytes { git_odb_hash(&raw, $0.baseAddress, $0.count, kind.type) }
        return code >= 0 && ObjectID(raw) == id ? (kind, bytes) : nil
    }

    /// Nil for what is not one zlib stream from the first byte to the last.
    private static func inflated(_ packed: [UInt8]) -> [UInt8]? {
        var stream = z_stream()
        guard lw_inflate_start(&stream) == Z_OK else { return nil }
        defer { inflateEnd(&stream) }
        var output: [UInt8] = []
        var room = [UInt8](repeating: 0, count: 1 << 16)
        var input = packed
        let isWhole: Bool = input.withUnsafeMutableBufferPointer { input in
            stream.next_in = input.baseAddress
            stream.avail_in = UInt32(input.count)
            while true {
                let (code, count): (Int32, Int) = room.withUnsafeMutableBufferPointer { room in
                    stream.next_out = room.baseAddress
                    stream.avail_out = UInt32(room.count)
                    let code = inflate(&stream, Z_NO_FLUSH)
                    return (code, room.count - Int(stream.avail_out))
                }
                output += room[..<count]
                if code == Z_STREAM_END { return stream.avail_in == 0 }
                guard code == Z_OK, count > 0 || stream.avail_in > 0, output.count <= limit else {
                    return false
                }
            }
        }
        return isWhole ? output : nil
    }
}
