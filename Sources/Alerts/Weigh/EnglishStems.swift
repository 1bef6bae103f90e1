/// Words of an English sentence as they are weighed: the commonest left out, common endings cut.
///
/// Cruder than Porter's stemmer and enough: a stem is only ever compared with stems made in the same way.
enum EnglishStems {
    /// The word less a common ending, where four signs or more are left.
    static func stem(of word: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        for ending in endings
        where word.count - ending.count >= 4 && word.suffix(ending.count).elementsEqual(ending) {
            return word.dropLast(ending.count)
        }
        return word
    }

    static func isCommon(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
        word.count <= longest && common.contains(StemHash.of(word))
    }

    private static let endings = ["ing", "ied", "ies", "ed", "es", "s", "ly"].map { Array($0.unicodeScalars) }
    private static let words =
        """
        a an and any are as at be been being but by for from had has have if in into is it its may must no not of on or \
        other shall should such than that the their them there these they this those to under upon was were where which \
        who whom whose will with within would
        """.split(separator: " ")
    private static let longest = words.map(\.count).max() ?? 0
    private static let common = Set(words.map { StemHash.of($0.unicodeScalars) })
}
