/// The name under which an object is given to the packer, which tries to write it as a difference to others of a like
/// name. Libgit2 makes a number of 32 bits of it, as git does, in which the last characters weigh most; with our
/// layout that would put all `zh.txt` side by side and never two versions of one law. So the name says what is alike:
/// texts and documents of one instrument, records of one kind, one folder over time.
struct LikeName: Hashable, Comparable {
    private let value: UInt64

    static let commit = LikeName(value: 0)
    static let others = LikeName(value: 1)

    /// A folder on a branch: its trees over time are alike.
    static func tree(_ path: [UInt8], on branch: String) -> LikeName {
        // Each timeline has a root of its own and no folders: those of one law cannot be told from others here.
        LikeName(value: hash(Array(branch.utf8) + [0x3a] + path))
    }

    static func file(_ path: [UInt8]) -> LikeName {
        let parts = path.split(separator: 0x2f)
        let name = parts.last ?? []
        // A record is most like the same record of another source: the words in it are the same.
        if name.suffix(5).elementsEqual(".json".utf8) { return LikeName(value: hash(Array(name))) }
        // captures and versions: <country>/<ab>/<slug>/…/<file>; the text of a version and the document it was made
        // from are alike, too, whatever their endings.
        guard parts.count > 3 else { return LikeName(value: hash(Array(name))) }
        return LikeName(value: hash(Array(parts[0]) + [0x2f] + parts[2]))
    }

    /// For libgit2: 16 letters that give another number for another value.
    var letters: String {
        var text: [UInt8] = []
        for shift in stride(from: 60, through: 0, by: -4) {
            text.append(0x61 + UInt8(value >> UInt64(shift) & 15))
        }
        return String(decoding: text, as: UTF8.self)
    }

    static func < (left: LikeName, right: LikeName) -> Bool { left.value < right.value }

    /// FNV-1a, folded over itself so that both ends of it matter.
    private static func hash(_ bytes: [UInt8]) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        return hash ^ hash >> 32
    }
}
