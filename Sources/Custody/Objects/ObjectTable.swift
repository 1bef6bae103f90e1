import Evidence

/// What is known of one commit.
struct CommitFact: Sendable {
    enum Signature: Sendable, Hashable {
        case none
        /// It is no signature of these words, or of none that we know.
        case broken(String)
        case by(VerifierKey)
    }

    var tree: ObjectName
    var parent: ObjectName?
    var isMerge: Bool
    /// Unix seconds.
    var time: Int64
    var signature: Signature
}

/// Every object of a directory, with what a look at its bytes has shown.
///
/// Unchecked: while the table is filled each place is written by the one thread that decodes its object, and nobody reads
/// before all have ended.
final class ObjectTable: @unchecked Sendable {
    private let packs: [PackFile]
    /// The first number of each pack, and of the loose ones.
    private let bases: [Int]
    let loose: [ObjectName]
    let count: Int
    /// Numbers by name, open addressing; names are hashes already.
    private let slots: UnsafeMutablePointer<UInt32>
    private let mask: Int
    private let kinds: UnsafeMutablePointer<UInt8>
    private let sizes: UnsafeMutablePointer<Int>
    private let digests: UnsafeMutablePointer<UInt8>
    /// By the object's number.
    var commits: [Int: CommitFact] = [:]

    init(_ directory: ObjectDirectory) {
        packs = directory.packs
        loose = directory.looseNames()
        var bases: [Int] = []
        var next = 0
        for pack in packs {
            bases.append(next)
            next += pack.index.count
        }
        bases.append(next)
        self.bases = bases
        count = next + loose.count
        var room = 16
        while room < count * 2 { room *= 2 }
        mask = room - 1
        slots = .allocate(capacity: room)
        slots.initialize(repeating: .max, count: room)
        kinds = .allocate(capacity: max(count, 1))
        kinds.initialize(repeating: 0, count: max(count, 1))
        sizes = .allocate(capacity: max(count, 1))
        sizes.initialize(repeating: 0, count: max(count, 1))
        digests = .allocate(capacity: max(count, 1) * 32)
        for (pack, base) in zip(packs, bases) {
            for position in 0..<pack.index.count { add(pack.index.name(position), base + position) }
        }
        for (position, name) in loose.enumerated() { add(name, next + position) }
    }

    deinit {
        slots.deallocate()
        kinds.deallocate()
        sizes.deallocate()
        digests.deallocate()
    }

    func name(_ number: Int) -> ObjectName {
        let pack = pack(of: number)
        return pack < packs.count ? packs[pack].index.name(number - bases[pack]) : loose[number - bases[pack]]
    }

    /// Nil where there is none of that name. Of several copies the first.
    func number(of name: ObjectName) -> Int? {
        var slot = Int(truncatingIfNeeded: name.head) & mask
        while slots[slot] != .max {
            let number = Int(slots[slot])
            if self.name(number) == name { return number }
            slot = (slot + 1) & mask
        }
        return nil
    }

    /// Nil where no pack has it.
    func place(of name: ObjectName) -> (pack: Int, position: Int)? {
        guard let number = number(of: name) else { return nil }
        let pack = pack(of: number)
        return pack < packs.count ? (pack, number - bases[pack]) : nil
    }

    func number(_ pack: Int, _ position: Int) -> Int { bases[pack] + position }

    /// The number of a loose object.
    func number(loose position: Int) -> Int { bases[packs.count] + position }

    // MARK: Facts

    /// Notes an object whose bytes are what its name says.
    func note(_ number: Int, _ object: RawObject) {
        kinds[number] = object.kind.rawValue
        sizes[number] = object.bytes.count
        if object.kind == .blob {
            let digest = object.bytes.withUnsafeBytes { SHA2.sha256($0) }
            for (place, byte) in digest.enumerated() { digests[number * 32 + place] = byte }
        }
    }

    /// Nil for what is not there or is damaged.
    func kind(_ name: ObjectName) -> ObjectKind? {
        number(of: name).flatMap { ObjectKind(rawValue: kinds[$0]) }
    }

    /// A file's size and SHA-256; nil for what is no file or is damaged.
    func file(_ name: ObjectName) -> FileFact? {
        guard let number = number(of: name), kinds[number] == ObjectKind.blob.rawValue else { return nil }
        return FileFact(
            bytes: sizes[number],
            sha256: Array(UnsafeBufferPointer(start: digests + number * 32, count: 32)))
    }

    func commit(_ name: ObjectName) -> CommitFact? { number(of: name).flatMap { commits[$0] } }

    private func add(_ name: ObjectName, _ number: Int) {
        var slot = Int(truncatingIfNeeded: name.head) & mask
        while slots[slot] != .max {
            if self.name(Int(slots[slot])) == name { return }
            slot = (slot + 1) & mask
        }
        slots[slot] = UInt32(truncatingIfNeeded: number)
    }

    private func pack(of number: Int) -> Int {
        var low = 0
        var high = packs.count
        while low < high {
            let middle = (low + high) / 2
            if bases[middle + 1] <= number { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// What the log says of a file.
struct FileFact: Sendable, Hashable {
    var bytes: Int
    var sha256: [UInt8]
}
