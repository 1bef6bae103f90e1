/// The numbers of the usual ideographs and marks, found by the scalar itself: those need no search.
struct UsualTokens {
    /// A number, and one, or 0 where a sign has not come yet. Below 0 where the scalar may be more than a sign or a mark by
    /// itself, stands for another or is a mark that has not come yet; then with ``flag`` where it always ends a sentence, and
    /// with its number in 14 bits.
    private let entries: Row<Int16>
    /// For each page of 256 scalars where its entries begin, less its first scalar.
    private let pages: Row<UInt32>

    private static let flag: Int16 = 0x4000
    private static let numbers: Int16 = 0x3FFF
    /// How many numbers there are.
    static let most = 0x3FFE
    /// ASCII, the marks that Chinese has of its own, wide forms, ideographs.
    private static let own = [0x00, 0x30, 0xFF] + Array(0x4E...0x9F)
    /// The entries of a comparison that has read nothing yet, after a page that stays empty.
    private static let empty: [Int16] =
        [Int16](repeating: .min, count: 256)
        + own.flatMap { page in (0..<256).map { unread(UInt32(256 * page + $0)) } }

    private static func unread(_ scalar: UInt32) -> Int16 {
        if Fold.standard(scalar) != scalar || Tokenizer.mayEndSentence(scalar) { return .min }
        return ScalarTable.class(of: scalar) == .sign ? 0 : .min
    }

    /// - Parameter isLarge: whether so many tokens will come that a table pays.
    init(_ arena: Arena, isLarge: Bool) {
        pages = arena.uninitialized(256)
        // What has no entries of its own shares a page that stays empty.
        for page in 0..<256 { pages[page] = UInt32(bitPattern: Int32(-256 * page)) }
        if !isLarge {
            entries = arena.row(.min, 256)
            return
        }
        let entries: Row<Int16> = arena.uninitialized(Self.empty.count)
        Self.empty.withUnsafeBufferPointer { empty in
            if let first = empty.baseAddress { entries.start.update(from: first, count: empty.count) }
        }
        self.entries = entries
        var next = 256
        for page in Self.own {
            pages[page] = UInt32(bitPattern: Int32(next - 256 * page))
            next += 256
        }
    }

    /// Where the entry of a scalar is.
    @inline(__always) private func place(_ scalar: UInt32) -> Int {
        if scalar > 0xFFFF { return 0 }
        return Int(pages[Int(scalar >> 8)] &+ scalar)
    }

    /// Reads signs and marks, as long as they are nothing else, and numbers those that have not come before.
    ///
    /// - Parameters:
    ///   - ids: the identities of all numbers, with room for as many more as there are scalars.
    ///   - given: how many numbers have been given; at most ``most`` may be with those that are new.
    /// - Returns: how many, which is where something else stands or the range ends.
    @inline(never)
    func read(
        _ raw: UnsafeBufferPointer<UInt32>, _ range: Range<Int>, _ places: Row<Int32>, _ words: Row<Int32>,
        _ next: Int, _ ids: Row<UInt32>, _ kindOf: Row<TokenKind>, _ given: inout Int,
        _ sentences: inout SentenceRows
    ) -> Int {
        let (entries, pages, words) = (entries, pages, words[next..<words.count])
        let first = range.lowerBound
        var count = 0
        var taken = given
        @inline(__always) func give(_ scalar: UInt32) {
            ids[taken] = scalar
            kindOf[taken] = .sign
            words[count] = Int32(truncatingIfNeeded: taken)
            taken &+= 1
            entries[Int(pages[Int(scalar >> 8)] &+ scalar)] = Int16(truncatingIfNeeded: taken)
            count &+= 1
        }
        @inline(__always) func end(_ found: Int32) {
            words[count] = found &- Self.firstEnd
            count &+= 1
            sentences.end(next &+ count)
        }
        while count < range.count {
            let at = first &+ count
            if count &+ 4 <= range.count, raw[at] | raw[at &+ 1] | raw[at &+ 2] | raw[at &+ 3] <= 0xFFFF {
                // Mostly all four have come before: what is written of any other is written again.
                let (a, b) = (Self.number(raw[at], entries, pages), Self.number(raw[at &+ 1], entries, pages))
                let (c, d) = (
                    Self.number(raw[at &+ 2], entries, pages), Self.number(raw[at &+ 3], entries, pages)
                )
                words[count] = a
                words[count &+ 1] = b
                words[count &+ 2] = c
                words[count &+ 3] = d
                if a | b | c | d >= 0 {
                    count &+= 4
                    continue
                }
                // The first that has not: -1 where a sign comes for the first time, less where it is something else.
                let found = a < 0 ? a : b < 0 ? b : c < 0 ? c : d
                // As many as stand before it, told by the signs of the numbers.
                let (two, three) = (a | b, a | b | c)
                count &+= 3 &+ Int(a >> 31 &+ two >> 31 &+ three >> 31)
                if found == -1 {
                    give(raw[first &+ count])
                } else {
                    if found < Self.firstEnd { break }
                    end(found)
                }
                continue
            }
            let scalar = raw[first &+ count]
            if scalar > 0xFFFF { break }
            let found = Self.number(scalar, entries, pages)
            if found >= 0 {
                words[count] = found
                count &+= 1
            } else if found == -1 {
                give(scalar)
            } else {
                if found < Self.firstEnd { break }
                end(found)
            }
        }
        given = taken
        let own = places[next..<(next &+ count)]
        for index in own.indices { own[index] = Int32(truncatingIfNeeded: first &+ index) }
        return count
    }

    /// What ``number(_:_:_:)`` gives for a scalar of number 0 that always ends a sentence.
    private static let firstEnd = Int32(Int16.min | flag)

    /// The number of a scalar that has come before and is nothing else than a sign or a mark; below 0 for any other: -1 for a
    /// sign that has not come, from ``firstEnd`` on for what always ends a sentence.
    @inline(__always)
    private static func number(_ scalar: UInt32, _ entries: Row<Int16>, _ pages: Row<UInt32>) -> Int32 {
        Int32(entries[Int(pages[Int(scalar >> 8)] &+ scalar)]) &- 1
    }

    /// Whether a place is a scalar's own.
    @inline(__always) private func isOwn(_ place: Int) -> Bool { place >= 256 }

    /// The number that was given to a folded scalar before; nil where there is none.
    @inline(__always) func number(of id: UInt32) -> Int32? {
        let number = entries[place(id)] & Self.numbers
        return number == 0 ? nil : Int32(number) &- 1
    }

    /// Keeps a number that is given to a folded scalar, which may be more than a sign or a mark.
    ///
    /// - Returns: false where there is no room for it.
    @inline(__always) func keep(_ id: UInt32, _ number: Int) -> Bool {
        let place = place(id)
        guard isOwn(place), number < Self.most else { return false }
        entries[place] |= Int16(truncatingIfNeeded: number &+ 1)
        return true
    }

    /// The number of a scalar that has come before and always ends a sentence; nil for any other.
    @inline(__always) func end(_ scalar: UInt32) -> Int32? {
        let entry = entries[place(scalar)]
        return entry < 0 && entry & Self.flag != 0 ? Int32(entry & Self.numbers) &- 1 : nil
    }

    /// Notes that a scalar is by itself always a sign, or a mark, of this number.
    func note(_ scalar: UInt32, _ number: Int32, endsSentence: Bool) {
        let place = place(scalar)
        guard isOwn(place), number < Self.most else { return }
        let entry = Int16(truncatingIfNeeded: number &+ 1)
        entries[place] = endsSentence ? entry | Self.flag | .min : entry
    }
}
