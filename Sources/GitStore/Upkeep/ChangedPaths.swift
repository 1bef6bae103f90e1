/// The filter that git keeps of the paths that one commit changed (version 1 of its changed-path filters): ten bits a
/// path, seven of them set for each, so that `git log -- path` need not open the trees of most commits.
struct ChangedPaths {
    private var hashes: [(UInt32, UInt32)] = []
    private var isTooMany = false

    /// Above so many a filter would say yes to everything; git keeps none either.
    private static let most = 512

    /// Adds a file, or a folder with something in it that changed.
    mutating func add(_ path: [UInt8]) {
        guard hashes.count < Self.most else {
            isTooMany = true
            return
        }
        hashes.append((Self.murmur(path, seed: 0x293a_e76f), Self.murmur(path, seed: 0x7e64_6e2c)))
    }

    /// The bytes as they stand in the file.
    var filter: [UInt8] {
        if isTooMany { return [0xff] }
        if hashes.isEmpty { return [0] }
        var bits = [UInt8](repeating: 0, count: (hashes.count * Self.bitsPerPath + 7) / 8)
        let room = UInt32(bits.count * 8)
        for (first, step) in hashes {
            for round in 0..<UInt32(Self.rounds) {
                let bit = (first &+ round &* step) % room
                bits[Int(bit / 8)] |= 1 << UInt8(bit % 8)
            }
        }
        return bits
    }

    static let version = 1
    static let rounds = 7
    static let bitsPerPath = 10

    /// MurmurHash3 in 32 bits. Git's first version takes bytes as signed, which matters above 0x7f.
    static func murmur(_ bytes: [UInt8], seed: UInt32) -> UInt32 {
        func signed(_ place: Int) -> UInt32 { UInt32(bitPattern: Int32(Int8(bitPattern: bytes[place]))) }
        func mixed(_ word: UInt32) -> UInt32 {
            let spread = word &* 0xcc9e_2d51
            return (spread << 15 | spread >> 17) &* 0x1b87_3593
        }
        var hash = seed
        let whole = bytes.count / 4 * 4
        for place in stride(from: 0, to: whole, by: 4) {
            let word =
                signed(place) | signed(place + 1) << 8 | signed(place + 2) << 16 | signed(place + 3) << 24
            hash ^= mixed(word)
            hash = (hash << 13 | hash >> 19) &* 5 &+ 0xe654_6b64
        }
        var tail: UInt32 = 0
        for place in (whole..<bytes.count).reversed() { tail ^= signed(place) << UInt32((place - whole) * 8) }
        if whole < bytes.count { hash ^= mixed(tail) }
        hash ^= UInt32(truncatingIfNeeded: bytes.count)
        hash ^= hash >> 16
        hash = hash &* 0x85eb_ca6b
        hash ^= hash >> 13
        hash = hash &* 0xc2b2_ae35
        return hash ^ hash >> 16
    }
}
