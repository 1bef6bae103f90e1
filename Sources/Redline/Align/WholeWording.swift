/// Links a short provision whose words stand as they are, one after the other, in exactly one free provision of the other
/// side: what consists of nothing but a formula has no rare words to be known by.
struct WholeWording {
    /// Tokens of what is looked for; the mark at its end does not count.
    static let length = 6...80
    /// Token comparisons above which nothing is looked for: texts that are all free have nothing in common.
    static let most = 1 << 22

    let old: TokenRows
    let new: TokenRows
    let vocabulary: Vocabulary

    /// A free provision.
    private struct Free {
        var unit: Int
        /// Its words, and those without the marks at the end.
        var words: Row<Int32>
        var wanted: Row<Int32>
        /// One bit for each word: what stands in another provision has no bit that the other lacks.
        var bits: UInt64 = 0
        var wantedBits: UInt64 = 0
    }

    func link(_ alignment: inout Alignment) {
        let olds = free(old, alignment.ofOld)
        let news = free(new, alignment.ofNew)
        let sizes = (
            olds.reduce(0) { $0 + $1.words.count }, news.reduce(0) { $0 + $1.words.count }
        )
        let (product, overflow) = sizes.0.multipliedReportingOverflow(by: news.count)
        let (other, tooMany) = sizes.1.multipliedReportingOverflow(by: olds.count)
        if overflow || tooMany || product > Self.most || other > Self.most { return }
        for one in olds {
            guard let home = home(of: one, in: news, { alignment.mayPair(one.unit, $0) }) else { continue }
            if alignment.isFree(one.unit, home) { alignment.link(one.unit, home, .wording) }
        }
        for one in news where alignment.ofNew[one.unit] < 0 {
            guard let home = home(of: one, in: olds, { alignment.mayPair($0, one.unit) }) else { continue }
            if alignment.isFree(home, one.unit) { alignment.link(home, one.unit, .wording) }
        }
    }

    private func free(_ side: TokenRows, _ partner: [Int]) -> [Free] {
        side.places.indices.filter { partner[$0] < 0 && side.places[$0].isRead }.map { unit in
            let words = side.words(unit)
            var count = words.count
            while count > 0, vocabulary.isMark(words[count - 1]) { count -= 1 }
            var free = Free(unit: unit, words: words, wanted: words[0..<count])
            for index in 0..<count { free.wantedBits |= 1 &<< UInt64(words[index] & 63) }
            free.bits = free.wantedBits
            for index in count..<words.count { free.bits |= 1 &<< UInt64(words[index] & 63) }
            return free
        }
    }

    /// The only one of the others that holds all words of a provision; nil where none does, or several.
    private func home(of one: Free, in others: [Free], _ mayPair: (Int) -> Bool) -> Int? {
        guard Self.length.contains(one.wanted.count) else { return nil }
        var home: Int?
        for other in others where one.wantedBits & ~other.bits == 0 {
            guard mayPair(other.unit), stands(one.wanted, in: other.words) else { continue }
            if home != nil { return nil }
            home = other.unit
        }
        return home
    }

    private func stands(_ words: Row<Int32>, in text: Row<Int32>) -> Bool {
        guard words.count <= text.count else { return false }
        for start in 0...(text.count - words.count) where text[start] == words[0] {
            var offset = 1
            while offset < words.count, text[start + offset] == words[offset] { offset += 1 }
            if offset == words.count { return true }
        }
        return false
    }
}
