/// An object in a file of its own: its type, its size and its bytes in one stream of zlib.
enum LooseObject {
    /// - Throws: ``ObjectFault/damaged(place:reason:)``. Whether it is what its name says is for the caller to see.
    static func read(_ path: String, _ inflater: Inflater) throws(ObjectFault) -> RawObject {
        func damaged(_ reason: String) -> ObjectFault { .damaged(place: path, reason: reason) }
        guard let file = MappedFile(path) else { throw damaged("it cannot be read") }
        guard let head = inflater.beginning(file.bytes, limit: 64), let end = head.firstIndex(of: 0),
            let blank = head[..<end].firstIndex(of: 0x20)
        else { throw damaged("it is no object") }
        let kinds: [ObjectKind] = [.commit, .tree, .blob, .tag]
        let word = String(decoding: head[..<blank], as: UTF8.self)
        guard let kind = kinds.first(where: { "\($0.word)" == word }),
            let size = Int(String(decoding: head[(blank + 1)..<end], as: UTF8.self)), size >= 0,
            size < 1 << 32
        else { throw damaged("it is no object") }
        guard let (bytes, used) = inflater.bytes(file.bytes, size: end + 1 + size), used == file.bytes.count
        else {
            throw damaged("its stream is broken")
        }
        return RawObject(kind: kind, bytes: Array(bytes[(end + 1)...]))
    }
}
