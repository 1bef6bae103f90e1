import Statute
import Testing

@testable import Redline

/// Texts that are made to break the engine: it terminates, traps nowhere in the bounds-checked build, and still makes the
/// new text of the old one.
@Suite struct HostileTests {
    private func check(_ old: String, _ new: String, _ language: Language = .zh) -> ChangeSet {
        let (old, new) = (
            CanonicalText.parse(old, language: language).text,
            CanonicalText.parse(new, language: language).text
        )
        let set = ChangeSet.between(old, new)
        #expect(set.applied(to: old)?.isIdentical(to: new) == true)
        _ = FlatBench.canonical(CanonicalText(old).string, CanonicalText(new).string)
        return set
    }

    private func law(_ articles: [String]) -> String {
        articles.enumerated().map { "第\($0 + 1)条 \($1)" }.joined(separator: "\n\n")
    }

    @Test func oneSentenceTwentyThousandTimesWithOneThatDiffers() {
        let row = [String](repeating: "机构应当保存记录。", count: 20_000)
        var other = row
        other[9_000] = "机构可以保存记录。"
        let set = check("第一条 " + row.joined(), "第一条 " + other.joined())
        #expect(set.summary.kinds == [.modified: 1])
        #expect(set.changes[0].links[0].edits.count == 1)
    }

    @Test func twoOfManyEqualSentencesDiffer() {
        let row = [String](repeating: "机构应当保存记录。", count: 2_000)
        var other = row
        other[200] = "机构可以保存记录。"
        other[1_800] = "机构不得删除数据。"
        _ = check("第一条 " + row.joined(), "第一条 " + other.joined())
    }

    @Test func oneSentenceInEveryArticle() {
        let row = [String](repeating: "机构应当保存记录。", count: 800)
        var other = row
        other[400] = "机构可以保存记录。"
        #expect(check(law(row), law(other)).summary.kinds[.modified] == 1)
    }

    /// Many equal sentences that went to a provision of their own: pairs of them must not multiply.
    @Test func aThousandEqualSentencesThatMoveTogether() {
        let kept = String(repeating: "港口设备每周校准一次。", count: 1_000)
        let moved = String(repeating: "船舶燃料须经化验合格。", count: 1_000)
        _ = check(law(["甲乙丙丁。", kept + moved, "末条不变。"]), law(["甲乙丙丁。", kept, "末条不变。", moved]))
    }

    @Test(arguments: [1, 2, 2_000]) func emptyArticles(_ count: Int) {
        let empty = law([String](repeating: "", count: count))
        #expect(check(empty, empty).isEmpty)
        _ = check(empty, law([String](repeating: "", count: count + 3)))
        _ = check(empty, law([String](repeating: "机构应当保存记录。", count: count)))
    }

    @Test func nothingInCommon() {
        /// Twenty signs of a block of 0xF00.
        func article(_ index: Int, from base: UInt32) -> String {
            let signs = (0..<20).compactMap { place -> Unicode.Scalar? in
                Unicode.Scalar(base + UInt32((index * 20 + place) % 0xF00))
            }
            return signs.string
        }
        let olds = (0..<500).map { article($0, from: 0x5200) }
        let news = (0..<500).map { article($0, from: 0x6200) }
        let set = check(law(olds), law(news))
        #expect(set.rewrite)
        #expect(set.summary.kinds == [.repealed: 500, .inserted: 500])
    }

    @Test func itemsUnderItemsUnderItems() {
        let styles = ["（一） ", "1. ", "(1) ", "(a) ", "(i) ", "① "]
        let lines = (0..<300).map { styles[$0 % styles.count] + "事项甲\($0)" }
        let deep = "第一条 下列事项：\n\n" + lines.joined(separator: "\n\n")
        _ = check(deep, deep.replacing("事项甲1", with: "事项乙"))
        _ = check(
            (0..<40).map { String(repeating: "#", count: $0 % 18 + 1) + " 第\($0 + 1)章 章\n\n第\($0 + 1)条 字" }
                .joined(separator: "\n\n"),
            "第一条 字")
    }

    @Test func wordsAndNumbersWithoutEnd() {
        let long = String(repeating: "a", count: 100_000)
        let digits = String(repeating: "9", count: 20_000)
        let han = String(repeating: "一", count: 20_000)
        _ = check("第一条 \(long) b", "第一条 \(long) c")
        _ = check("Article 1 \(long)x", "Article 1 \(long)y", .en)
        _ = check("第一条 \(digits)元，\(han)万", "第一条 \(digits)1元，\(han)亿")
        _ = check("第一条 第\(han)条第\(digits)款", "第一条 第\(digits)条第\(han)款")
        _ = check(
            "第一条 " + String(repeating: "百分之", count: 9_000), "第一条 " + String(repeating: "第（", count: 9_000))
        let articles = String(repeating: "Article 1, ", count: 3_000)
        _ = check("Article 1 \(articles)", "Article 1 Articles \(articles)", .en)
        _ = check(
            "第一条 甲" + String(repeating: "\u{200B}", count: 20_000) + "乙",
            "第一条 甲" + String(repeating: " ", count: 20_000) + "乙")
    }

    /// More distinct pairs of words in one provision than 32 bits of weight hold.
    @Test func aProvisionOfMoreWordsThanItsWeightHolds() {
        let words = (0..<120_000).map { "w\($0)" }.joined(separator: " ")
        let others = (0..<300).map { "第\($0 + 1)条 机构\($0)应当保存记录。" }.joined(separator: "\n\n")
        let old = "第零条 \(words)\n\n" + others
        let new = "第零条 \(words) v\n\n" + others + "\n\n第三百零一条 v \(words)"
        let (olds, news) = (Array(old.utf8), Array(new.utf8))
        let redline = olds.withUnsafeBufferPointer { old in
            news.withUnsafeBufferPointer { new in CanonicalRedline(old: old, new: new) }
        }
        #expect(redline?.links.count == 301)
    }

    @Test func bytesThatAreNoText() {
        let pieces: [[UInt8]] = [
            [0x80], [0xFF], [0xC3], [0xE7], [0xE7, 0xAC], [0xF0, 0x9F], [0xBF, 0xBF, 0xBF],
            [0xED, 0xA0, 0x80], [0xF8, 0x88],
            [0x0A], [0x0D], [0x20], [0x23, 0x20], [0x3E], [0x5C], [0x00], [0x41], [0x41, 0x72],
            [0xEF, 0xBC, 0x88],
            Array("第一条 ".utf8), Array("第".utf8), Array("（一）".utf8), Array("字".utf8), Array("Article 1 ".utf8),
            Array("## ".utf8),
            Array("附件".utf8), Array("1. ".utf8), Array("\n第二条 ".utf8),
        ]
        for seed in Fuzz.seeds(1_500) {
            var random = Seeded(seed)
            func bytes() -> [UInt8] {
                [UInt8]("第一条 字\n".utf8)
                    + (0..<Int.random(in: 0...30, using: &random)).flatMap { _ in
                        pieces.randomElement(using: &random) ?? []
                    }
            }
            let (old, new) = (bytes(), bytes())
            old.withUnsafeBufferPointer { old in
                new.withUnsafeBufferPointer { new in
                    guard let redline = CanonicalRedline(old: old, new: new) else { return }
                    #expect(
                        redline.links.allSatisfy {
                            $0.old < redline.oldProvisions && $0.new < redline.newProvisions
                        })
                }
            }
        }
    }

    /// All of it lies behind the room that was made for scalars when each stray byte counts as one.
    @Test func strayBytesDoNotOutgrowTheRoomForScalars() {
        let stray = [UInt8]("第一条 甲".utf8) + [UInt8](repeating: 0x80, count: 50_000)
        let other = [UInt8]("第一条 乙".utf8) + [UInt8](repeating: 0xBF, count: 50_000)
        let redline = stray.withUnsafeBufferPointer { old in
            other.withUnsafeBufferPointer { new in CanonicalRedline(old: old, new: new) }
        }
        #expect(redline?.oldProvisions == 1)
    }

    @Test func labelsAlone() {
        let labels = ["第一条", "（一）", "1.", "一、", "①", "Article 3", "附件", "第", "(", "（"]
        for first in labels {
            for second in labels {
                for text in [
                    first, first + "\n" + second, "第一条\n" + first + "\n" + second,
                    "第一条 字\n" + first + "\n" + second,
                ] {
                    _ = FlatBench.canonical(text, "第一条 字\n" + second)
                    _ = FlatBench.canonical(text + "\n", text)
                    let parsed = CanonicalText.parse(text, language: .zh).text
                    #expect(ChangeSet.between(parsed, parsed).isEmpty, "\(text)")
                }
            }
        }
        #expect(FlatBench.canonical("", "") == nil)
    }
}
