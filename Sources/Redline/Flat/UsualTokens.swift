/// The numbers of the usual ideographs and marks that have come before, found by the scalar itself: those need no search.
struct UsualTokens {
    /// A number, and one; below 0 where the scalar may be more than a sign or a mark by itself, and then with ``end`` where it is
    /// a mark that always ends a sentence; 0 where it has not come yet.
    private let entries: Row<Int16>
    /// For each page of 256 scalars, and one for all beyond, where its entries begin, less its first scalar.
    private let pages: Row<UInt32>

    private static let end: Int16 = 0x4000
    private static let numbers: Int32 = 0x3FFE
    /// ASCII, the marks that Chinese has of its own, ideographs, wide forms.
    private static let ideographs = 0x4E...0x9F
    private static let count = 4 + ideographs.count

    /// - Parameter isLarge: whether so many tokens will come that a table pays.
    init(_ arena: Arena, isLarge: Bool) {
        entries = arena.row(0, isLarge ? 256 * Self.count : 256)
        pages = arena.uninitialized(257)
        // What has no entries of its own shares a page that stays empty.
        for page in 0..<256 { pages[page] = UInt32(bitPattern: Int32(-256 * page)) }
        pages[256] = 0
        if !isLarge { return }
        var next = 256
        for page in [0x00, 0x30, 0xFF] + Array(Self.ideographs) {
            pages[page] = UInt32(bitPattern: Int32(next - 256 * page))
            next += 256
        }
    }

    /// Where the entry of a scalar is.
    @inline(__always) private func place(_ scalar: UInt32) -> Int {
        if scalar > 0xFFFF { return 0 }
        return Int(pages[Int(scalar >> 8)] &+ scalar)
    }

    /// Reads signs and marks as long as they have come before.
    ///
    /// - Returns: how many, which is where something else stands or the range ends.
    @inline(never)
    func read(
        _ raw: UnsafeBufferPointer<UInt32>, _ range: Range<Int>, _ places: Row<Int32>, _ words: Row<Int32>,
        _ next: Int
    ) -> Int {
        let (entries, pages) = (entries, pages)
        let (first, places, words) = (
            range.lowerBound, places[next..<places.count], words[next..<words.count]
        )
        var count = 0
        while count < range.count {
            let scalar = raw[first &+ count]
            if scalar > 0xFFFF { break }
            let entry = entries[Int(pages[Int(scalar >> 8)] &+ scalar)]
            if entry <= 0 { break }
            places[count] = Int32(truncatingIfNeeded: first &+ count)
            words[count] = Self.number(entry)
            count &+= 1
        }
        return count
    }

    /// Whether a place is a scalar's own.
    @inline(__always) private func isOwn(_ place: Int) -> Bool { place >= 256 }

    @inline(__always) private static func number(_ entry: Int16) -> Int32 { Int32(entry & 0x3FFF) &- 1 }

    /// The number that was given to a folded scalar before; nil where there is none.
    @inline(__always) func number(of id: UInt32) -> Int32? {
        let entry = entries[place(id)]
        return entry == 0 ? nil : Self.number(entry)
    }

    /// Keeps a number that has been given to a folded scalar, which may be more than a sign or a mark.
    ///
    /// - Returns: false where there is no room for it.
    func keep(_ id: UInt32, _ number: Int32) -> Bool {
        let place = place(id)
        guard isOwn(place), number < Self.numbers else { return false }
        entries[place] = Int16(truncatingIfNeeded: number &+ 1) | Int16.min
        return true
    }

    /// The number of a scalar that has come before and always ends a sentence; nil for any other.
    @inline(__always) func end(_ scalar: UInt32) -> Int32? {
        let entry = entries[place(scalar)]
        return entry < 0 && entry & Self.end != 0 ? Self.number(entry) : nil
    }

    /// Notes that a scalar is by itself always a sign, or a mark, of this number.
    func note(_ scalar: UInt32, _ number: Int32, endsSentence: Bool) {
        let place = place(scalar)
        guard isOwn(place), number < Self.numbers else { return }
        let entry = Int16(truncatingIfNeeded: number &+ 1)
        entries[place] = endsSentence ? entry | Self.end | Int16.min : entry
    }
}
