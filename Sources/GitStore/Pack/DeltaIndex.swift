/// Where blocks of 16 bytes stand in a base, by a hash that can be rolled along a target byte by byte.
struct DeltaIndex {
    static let block = 16

    /// So many blocks of one hash are looked at, and so many of one slot passed by; a text of blanks has thousands.
    private static let tries = 8
    private static let steps = 64
    private static let factor: UInt32 = 0x0100_0193
    /// `factor` to the power of `block - 1`: what the byte that leaves has been multiplied by.
    private static let leaving: UInt32 = (1..<block).reduce(1) { power, _ in power &* factor }

    private let shift: UInt32
    private let start: Int
    /// The last block of each slot, and for each block the one before it of the same slot; -1 for none.
    private var heads: [Int32]
    private var before: [Int32]
    private var hashes: [UInt32]

    /// - Parameter range: What is indexed of the base; at least one block.
    init(_ base: UnsafeRawBufferPointer, _ range: Range<Int>) {
        let count = range.count / Self.block
        var bits: UInt32 = 4
        while bits < 24, 1 << bits < count { bits += 1 }
        shift = 32 - bits
        start = range.lowerBound
        heads = [Int32](repeating: -1, count: 1 << Int(bits))
        before = [Int32](repeating: -1, count: count)
        hashes = [UInt32](repeating: 0, count: count)
        // Backwards, so that the first block of a slot is met first.
        for number in stride(from: count - 1, through: 0, by: -1) {
            let hash = Self.hash(base, start + number * Self.block)
            let slot = Int((hash &* 0x9e37_79b1) >> shift)
            hashes[number] = hash
            before[number] = heads[slot]
            heads[slot] = Int32(number)
        }
    }

    /// Shows where blocks of a hash begin.
    @inline(__always)
    func visit(_ hash: UInt32, _ show: (Int) -> Void) {
        var number = heads[Int((hash &* 0x9e37_79b1) >> shift)]
        var left = Self.tries
        var steps = Self.steps
        while number >= 0, left > 0, steps > 0 {
            steps -= 1
            if hashes[Int(number)] == hash {
                show(start + Int(number) * Self.block)
                left -= 1
            }
            number = before[Int(number)]
        }
    }

    /// The hash of the block that begins at a place.
    static func hash(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> UInt32 {
        var hash: UInt32 = 0
        for i in place..<place + block { hash = hash &* factor &+ UInt32(bytes[i]) }
        return hash
    }

    /// Turns the hash of the block at a place into that of the next.
    @inline(__always)
    static func roll(_ hash: inout UInt32, _ bytes: UnsafeRawBufferPointer, _ place: Int) {
        hash = (hash &- UInt32(bytes[place]) &* leaving) &* factor &+ UInt32(bytes[place + block])
    }
}
