/// What kind of text a link announces, by the words that Chinese bodies use for it. A guess for people: no version
/// is named by it alone.
package enum StageGuess: String, Sendable, Hashable, Codable, CaseIterable {
    /// 征求意见稿: a body asks for opinions.
    case comments
    /// 再次征求意见稿, 二次征求意见稿.
    case commentsAgain = "comments-again"
    /// 草案: the first reading.
    case draft1 = "draft-1"
    /// 二次审议稿.
    case draft2 = "draft-2"
    /// 三次审议稿.
    case draft3 = "draft-3"
    /// 决定: amends or adopts.
    case decision
    /// 解读, 答记者问, 说明: about a text, not the text.
    case commentary

    package init?(words: String) {
        let words = FoldedWords(words)
        guard let found = Self.signs.first(where: { words.holds($0.words) }) else { return nil }
        self = found.stage
    }

    /// In the order in which they are looked for: the narrower word first.
    private static let signs: [(words: FoldedWords, stage: StageGuess)] = {
        let narrowerFirst: KeyValuePairs<String, StageGuess> = [
            "答记者问": .commentary, "解读": .commentary, "的说明": .commentary,
            "再次征求意见": .commentsAgain, "再次公开征求意见": .commentsAgain, "二次征求意见": .commentsAgain,
            "三次审议稿": .draft3, "三审稿": .draft3, "二次审议稿": .draft2, "二审稿": .draft2,
            "征求意见稿": .comments, "草案": .draft1, "征求意见": .comments, "决定": .decision,
        ]
        return narrowerFirst.map { (FoldedWords($0.key), $0.value) }
    }()
}
