import Statute
import Testing

@testable import Redline

/// The tokens of the simple classes are those of a straightforward reading; all tokens are in order and leave out nothing.
@Suite struct TokenizerOracleTests {
    private static let simple = [
        "法", "律", "应", "当", "账", "帐", "於", "于", "內", "ａ", "Ｂ", "word", "Don't", "well-known", "x2", "é",
        "Привет", "12", "3,000",
        "3,00", "１２３", "7%", "７％", "一", "二", "十", "十二", "二十一", "一九九八", "三人", "五", "日", "年", "。", "；", ";",
        "，", ",", "、", ".", ". ",
        "!", "？", "（", ")", "“", "”", "'", "-", "—", "\n", " ", "　", "\u{200B}", "\u{AD}", "\u{FE0F}", "𠀀",
        "👩", "《", "》", "…", "·",
    ]
    private static let hard =
        simple + [
            "第", "条", "款", "项", "目", "之", "第三条", "第二款", "第（一）项", "《甲法》", "本法", "百", "千", "万", "亿", "百分之",
            "百分之五", "Article 21",
            "Articles 3, 4 and 5", "item (3) of", "paragraph 2", "of the Criminal Law", "(a)",
            "99999999999999999999", "1.5",
            "\u{85}", "\u{2028}", "\u{0}",
        ]

    private static func passage(_ parts: [String], _ random: inout Seeded) -> String {
        (0..<Int.random(in: 0...25, using: &random)).map { _ in parts.randomElement(using: &random) ?? "" }
            .joined()
    }

    private func read(_ text: String) -> Passage {
        Passage(ArticleText(Provision(kind: .article, number: "1", text: text)))
    }

    @Test func simplePassagesAreCutAsTheyAreReadPlainly() {
        for seed in Fuzz.seeds(1_500) {
            var random = Seeded(seed)
            let text = Self.passage(Self.simple, &random)
            let passage = read(text)
            let plain = PlainTokenizer(text)
            #expect(
                passage.tokens.map { "\($0.kind) \($0.range)" }
                    == plain.pieces.map { "\($0.kind) \($0.range)" }, "seed \(seed) \(text.debugDescription)")
            #expect(
                passage.sentences.map(\.upperBound) == plain.ends, "seed \(seed) \(text.debugDescription)")
        }
    }

    /// What folds to the same is the same token, and nothing else is.
    @Test func tokensAreEqualWhereTheyFoldToTheSame() {
        var names: [UInt32: String] = [:]
        var ids: [String: UInt32] = [:]
        for seed in Fuzz.seeds(400) {
            var random = Seeded(seed &+ 77)
            let text = Self.passage(Self.simple, &random)
            for (token, piece) in zip(read(text).tokens, PlainTokenizer(text).pieces) {
                let name = "\(piece.kind) \(piece.folded)"
                #expect(names[token.id] ?? name == name && ids[name] ?? token.id == token.id, "\(name)")
                names[token.id] = name
                ids[name] = token.id
            }
        }
    }

    @Test func tokensAreInOrderAndCoverAllButBlanks() {
        for seed in Fuzz.seeds(1_000) {
            var random = Seeded(seed &+ 5)
            let passage = read(Self.passage(Self.hard, &random))
            var next = 0
            for token in passage.tokens {
                #expect(Int(token.start) >= next && token.end > token.start, "seed \(seed)")
                #expect(isBlank(passage, next..<max(next, Int(token.start))), "seed \(seed)")
                next = Int(token.end)
            }
            #expect(
                next <= passage.scalars.count && isBlank(passage, next..<passage.scalars.count),
                "seed \(seed)")
            let covered = passage.sentences.flatMap { Array($0) }
            #expect(covered == Array(passage.tokens.indices), "seed \(seed)")
            #expect(passage.sentences.allSatisfy { !$0.isEmpty }, "seed \(seed)")
        }
    }

    private func isBlank(_ passage: Passage, _ range: Range<Int>) -> Bool {
        passage.scalars[range].allSatisfy {
            let folded = Fold.standard($0)
            return folded == Fold.blank || folded == Fold.ignored
        }
    }
}
