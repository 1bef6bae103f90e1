/// One pack with its table of contents.
final class PackFile: Sendable {
    /// What an entry says before its bytes.
    struct Entry {
        enum Form {
            case whole(ObjectKind)
            /// A delta against the entry that begins there.
            case near(Int)
            /// A delta against an object of this name.
            case named(ObjectName)
        }

        var form: Form
        /// Of what comes out of the stream.
        var size: Int
        /// Where the stream begins.
        var data: Int
    }

    /// Without ending.
    let path: String
    let index: PackIndex
    let file: MappedFile

    /// - Throws: ``ObjectFault/damaged(place:reason:)`` for what is no pack, or not the pack of this index.
    init(_ path: String) throws(ObjectFault) {
        self.path = path
        index = try PackIndex(path + ".idx")
        guard let file = MappedFile(path + ".pack") else {
            throw .damaged(place: path + ".pack", reason: "it cannot be read")
        }
        guard file.bytes.count >= 32, file.word(0) == 0x5041_434b, file.word(4) == 2 else {
            throw .damaged(place: path + ".pack", reason: "it is no pack of version 2")
        }
        guard Int(file.word(8)) == index.count else {
            throw .damaged(
                place: path + ".pack",
                reason: "it says that it has \(file.word(8)) objects, and its index has \(index.count)")
        }
        self.file = file
    }

    /// Where the last entry ends.
    var end: Int { file.bytes.count - 20 }

    func damaged(_ place: Int, _ reason: String) -> ObjectFault {
        .damaged(place: "\(path).pack, byte \(place)", reason: reason)
    }

    /// - Throws: ``ObjectFault/damaged(place:reason:)``.
    func entry(at place: Int) throws(ObjectFault) -> Entry {
        guard place >= 12, place < end else { throw damaged(place, "no entry can begin there") }
        let bytes = file.bytes
        var at = place
        func next() throws(ObjectFault) -> UInt8 {
            guard at < end else { throw damaged(place, "the entry runs out of the pack") }
            defer { at += 1 }
            return bytes[at]
        }
        var byte = try next()
        let type = byte >> 4 & 7
        var size = Int(byte & 15)
        var shift = 4
        while byte & 0x80 != 0 {
            byte = try next()
            guard shift < 56 else { throw damaged(place, "the entry has no size that can be") }
            size |= Int(byte & 0x7f) << shift
            shift += 7
        }
        switch type {
        case 1...4:
            return Entry(form: .whole(ObjectKind(rawValue: type) ?? .blob), size: size, data: at)
        case 6:
            byte = try next()
            var back = Int(byte & 0x7f)
            while byte & 0x80 != 0 {
                byte = try next()
                guard back < 1 << 48 else { throw damaged(place, "the entry has no base that can be") }
                back = (back + 1) << 7 | Int(byte & 0x7f)
            }
            guard back > 0, back <= place - 12 else {
                throw damaged(place, "the entry has no base that can be")
            }
            return Entry(form: .near(place - back), size: size, data: at)
        case 7:
            guard at + 20 <= end, let start = bytes.baseAddress else {
                throw damaged(place, "the entry runs out of the pack")
            }
            return Entry(form: .named(ObjectName(start + at)), size: size, data: at + 20)
        default: throw damaged(place, "the entry is of no type that there is")
        }
    }

    /// The stream of an entry, undone.
    func content(_ entry: Entry, upTo limit: Int, _ inflater: Inflater) -> (bytes: [UInt8], used: Int)? {
        guard entry.data <= limit, limit <= file.bytes.count else { return nil }
        return inflater.bytes(
            UnsafeRawBufferPointer(rebasing: file.bytes[entry.data..<limit]), size: entry.size)
    }
}
