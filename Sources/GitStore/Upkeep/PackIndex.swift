/// The index of a pack (version 2 of git's format): which objects it holds, and where each begins.
struct PackIndex {
    private let file: FileBytes
    /// How many objects there are.
    let count: Int

    private static let header = 8
    private static let fanOut = 1_024

    /// - Throws: `cannotRead`; `damaged` when it is no such index or shorter than it says.
    init(path: String) throws(StoreError) {
        file = try FileBytes(path: path)
        let room = Self.header + Self.fanOut
        guard file.count >= room + 40, file.word(at: 0) == 0xff74_4f63, file.word(at: 4) == 2 else {
            throw .damaged(path: path, reason: "no index of a pack in the second version of that format")
        }
        count = Int(file.word(at: room - 4))
        guard file.count >= room + count * 28 + 40 else {
            throw .damaged(path: path, reason: "shorter than its \(count) objects need")
        }
    }

    /// The name at a place, in order of names.
    func key(_ index: Int) -> ObjectID? { file.key(at: names + index * ObjectID.size) }

    /// Where the object at a place begins in the pack; nil when the index contradicts itself.
    func offset(_ index: Int) -> UInt64? {
        let word = file.word(at: names + count * 24 + index * 4)
        guard word & 0x8000_0000 != 0 else { return UInt64(word) }
        // Packs of more than two gigabytes keep their offsets in a table of their own.
        let place = names + count * 28 + Int(word & 0x7fff_ffff) * 8
        guard place + 8 <= file.count - 40 else { return nil }
        return UInt64(file.word(at: place)) << 32 | UInt64(file.word(at: place + 4))
    }

    private var names: Int { Self.header + Self.fanOut }
}

extension ObjectID {
    /// How many bytes there are.
    static let size = 20
}
