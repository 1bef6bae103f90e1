/// The numbers of the usual ideographs and marks, found by the scalar itself: those need no search.
struct UsualTokens {
    /// A number, and one, in 14 bits, or 0 where it has not come yet. Below 0 where the scalar may be more than a sign or a mark
    /// by itself or stands for another; then with ``flag`` where it always ends a sentence. Above 0 with ``flag`` where it is a
    /// mark.
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
        return switch ScalarTable.class(of: scalar) {
        case .sign: 0
        case .mark: flag
        default: .min
        }
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
        _ next: Int, _ ids: Row<UInt32>, _ kindOf: Row<TokenKind>, _ given: inout Int
    ) -> Int {
        let (entries, pages, words) = (entries, pages, words[next..<words.count])
        let first = range.lowerBound
        var count = 0
        var taken = given
        // What is met again is told from what is new without a branch, because nobody can foretell it.
        while count < range.count {
            let scalar = raw[first &+ count]
            if scalar > 0xFFFF { break }
            let place = Int(pages[Int(scalar >> 8)] &+ scalar)
            let entry = entries[place]
            if entry < 0 { break }
            let known = Int(entry & Self.numbers)
            let isNew = known == 0 ? 1 : 0
            let number = known &+ isNew &* (taken &+ 1)
            entries[place] = entry | Int16(truncatingIfNeeded: number)
            ids[taken] = scalar
            taken &+= isNew
            words[count] = Int32(truncatingIfNeeded: number) &- 1
            count &+= 1
        }
        for number in given..<taken {
            kindOf[number] = entries[place(ids[number])] & Self.flag == 0 ? .sign : .mark
        }
        given = taken
        let own = places[next..<(next &+ count)]
        for index in own.indices { own[index] = Int32(truncatingIfNeeded: first &+ index) }
        return count
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
