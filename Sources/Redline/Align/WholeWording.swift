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

    func link(_ alignment: inout Alignment) {
        let olds = old.places.indices.filter { alignment.ofOld[$0] < 0 && old.places[$0].isRead }
        let news = new.places.indices.filter { alignment.ofNew[$0] < 0 && new.places[$0].isRead }
        let sizes = (
            olds.reduce(0) { $0 + old.places[$1].tokens.count },
            news.reduce(0) { $0 + new.places[$1].tokens.count }
        )
        let (product, overflow) = sizes.0.multipliedReportingOverflow(by: news.count)
        let (other, tooMany) = sizes.1.multipliedReportingOverflow(by: olds.count)
        if overflow || tooMany || product > Self.most || other > Self.most { return }
        for unit in olds {
            let homes = news.filter {
                alignment.mayPair(unit, $0) && stands(old.words(unit), in: new.words($0))
            }
            if homes.count == 1, alignment.isFree(unit, homes[0]) { alignment.link(unit, homes[0], .wording) }
        }
        for unit in news where alignment.ofNew[unit] < 0 {
            let homes = olds.filter {
                alignment.mayPair($0, unit) && stands(new.words(unit), in: old.words($0))
            }
            if homes.count == 1, alignment.isFree(homes[0], unit) { alignment.link(homes[0], unit, .wording) }
        }
    }

    private func stands(_ words: Row<Int32>, in text: Row<Int32>) -> Bool {
        var count = words.count
        while count > 0, vocabulary.isMark(words[count - 1]) { count -= 1 }
        guard Self.length.contains(count), count <= text.count else { return false }
        for start in 0...(text.count - count) where text[start] == words[0] {
            var offset = 1
            while offset < count, text[start + offset] == words[offset] { offset += 1 }
            if offset == count { return true }
        }
        return false
    }
}
