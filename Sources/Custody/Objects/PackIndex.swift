/// The table of contents of one pack (version 2): names in order, checksums, places.
final class PackIndex: Sendable {
    let file: MappedFile
    let count: Int
    private let namesAt = 8 + 1_024
    private let checksAt: Int
    private let placesAt: Int
    private let farAt: Int

    /// - Throws: ``ObjectFault/damaged(place:reason:)`` for a file that cannot be such a table.
    init(_ path: String) throws(ObjectFault) {
        func damaged(_ reason: String) -> ObjectFault { .damaged(place: path, reason: reason) }
        guard let file = MappedFile(path) else { throw damaged("it cannot be read") }
        guard file.bytes.count >= 8 + 1_024 + 40 else { throw damaged("it is too short for an index") }
        guard file.word(0) == 0xff74_4f63, file.word(4) == 2 else {
            throw damaged("it is no index of version 2")
        }
        var before: UInt32 = 0
        for slot in 0..<256 {
            let next = file.word(8 + 4 * slot)
            guard next >= before else { throw damaged("its first table runs backwards") }
            before = next
        }
        let count = Int(before)
        let fixed = 8 + 1_024 + count * 28 + 40
        guard file.bytes.count >= fixed, (file.bytes.count - fixed) % 8 == 0 else {
            throw damaged("its length does not go with \(count) objects")
        }
        self.file = file
        self.count = count
        checksAt = 8 + 1_024 + count * 20
        placesAt = checksAt + count * 4
        farAt = placesAt + count * 4
    }

    /// How many objects have a name that begins with a byte up to this one.
    func upTo(_ byte: Int) -> Int { byte < 0 ? 0 : Int(file.word(8 + 4 * byte)) }

    func name(_ position: Int) -> ObjectName {
        // The initialiser looked that it is there.
        ObjectName(file.bytes.baseAddress.unsafelyUnwrapped + namesAt + position * 20)
    }

    /// Of the entry's bytes in the pack.
    func check(_ position: Int) -> UInt32 { file.word(checksAt + position * 4) }

    /// Where the entry begins in the pack; nil for a place that cannot be.
    func place(_ position: Int) -> Int? {
        let near = file.word(placesAt + position * 4)
        guard near & 0x8000_0000 != 0 else { return Int(near) }
        let at = farAt + Int(near & 0x7fff_ffff) * 8
        guard at + 8 <= file.bytes.count - 40 else { return nil }
        return Int(exactly: UInt64(bigEndian: file.bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)))
    }

    /// The SHA-1 that the pack should end in.
    var packHash: [UInt8] { Array(file.bytes[(file.bytes.count - 40)..<(file.bytes.count - 20)]) }

    func position(of name: ObjectName) -> Int? {
        let first = Int(name.head >> 56)
        var low = upTo(first - 1)
        var high = upTo(first)
        while low < high {
            let middle = (low + high) / 2
            let found = self.name(middle)
            if found == name { return middle }
            if found < name { low = middle + 1 } else { high = middle }
        }
        return nil
    }

    /// Names stand in order, each once, and under their first byte.
    var isInOrder: Bool {
        var before: ObjectName?
        for position in 0..<count {
            let name = name(position)
            if let before, before >= name { return false }
            let first = Int(name.head >> 56)
            guard (upTo(first - 1)..<upTo(first)).contains(position) else { return false }
            before = name
        }
        return true
    }
}
