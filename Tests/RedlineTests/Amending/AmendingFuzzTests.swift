import Foundation
import Statute
import TestSupport
import Testing

@testable import Redline

/// Mutated decisions: reading and applying never trap, every line stays in exactly one part, and what is not read is told.
@Suite struct AmendingFuzzTests {
    private static let old = """
        # 试验规则

        为了试验，特作规定。

        ## 第一章 总则

        第一条 为了规范试验，制定本规则。

        第二条 经营者应当登记试验，有下列情形之一的除外：

        （一）试验在室内进行；

        （二）试验由学校进行。

        登记免费。

        第二条之一 登记公开。

        ## 第二章 附则

        第三条 经营者违反第二条规定的，责令改正。

        第四条 本规则自2020年1月1日起施行。

        ## 附件

        第一条 附件的条文。
        """

    private static let chinese = """
        # 关于修改《试验规则》的决定

        2025年1月1日通过

        对《试验规则》作如下修改：

        一、将第二条修改为：“经营者应当登记：
        “（一）姓名；
        “（二）住所。
        “登记免费。”

        二、第二条第一款增加一项，作为第二项：“（二）甲；”第二项改为第三项。

        三、增加一条，作为第三条：“新条文。”

        四、第三条改为第四条，将第一款中的“责令改正”修改为“处警告”，并删去“违反”。

        五、在第二条之一后增加两条，作为第二条之二、第二条之三：
        “第二条之二 甲。
        “第二条之三 乙。”

        六、增加一章，作为第二章“数据”；增加一条，作为第五条：“数据。”

        七、将第一条和第二条合并，作为第一条，修改为：“合并。”

        八、第四条改为两条，作为第六条、第七条，修改为：“第六条 甲。
        “第七条 乙。”

        九、删去第一条、第二条第二款和第四条中的“施行”。

        十、条文顺序作相应调整。

        本决定自2026年1月1日起施行。
        《试验规则》根据本决定作相应修改，重新公布。
        """

    private static let english = """
        # Decision on Amending the Trial Rules

        The Rules are amended as follows:

        1. Article 2 is amended to read: “Operators register:
        “(1) name;
        “(2) place.
        “Registration is free.”

        2. A new article is added as Article 3: “New.”

        3. Article 3 becomes Article 4, the words “is warned” in its first paragraph are replaced by “is fined”, and its \
        second paragraph is deleted.

        4. Articles 1 and 2 are merged into Article 1, which reads: “Merged.”

        5. The order of the articles is adjusted accordingly.

        This Decision comes into force on 1 January 2026.
        """

    private static let pieces = [
        "“", "”", "‘", "’", "\"", "「", "」", "《", "》", "第", "条", "款", "项", "章", "之一", "第一条", "第九万九千九百九十九条",
        "第二条第二款", "修改为：",
        "增加一条，作为第一条：", "删去", "改为", "合并", "至", "、", "和", "，", "。", "：", "\n", "\n\n", "\r\n", "\u{2028}",
        "\u{0}", "\u{202E}",
        "一、", "二、", "1.", "（一）", "# ", "> ", "<!-- INFO END -->", "\\", "将", "在", "后", "中的", "原", "序言",
        "Article 2", " becomes ",
        "Articles 1 to 99999", "第一条至第九万条", "99999999999", "is deleted", "条文顺序作相应调整", "内容如下：", "\u{301}", "🀄",
        "第〇条", "第零条",
    ]

    @Test(
        "mutated decisions of our own are read and applied without a trap, and nothing is lost",
        arguments: 0..<8)
    func own(_ seed: Int) {
        var generator = SeededGenerator(seed: UInt64(7_000 + seed))
        let laws = [
            law(Self.old), law("Article 1 One.\n\nArticle 2 Two.\n\nPart of two.", .en), law(""),
            law("甲。\n\n乙。"),
        ]
        for _ in 0..<120 {
            let source = mutated(Bool.random(using: &generator) ? Self.chinese : Self.english, &generator)
            let read = AmendingDecision.read(source)
            #expect(read.holdsEveryLine(of: source), "\(source)")
            for old in laws {
                let result = old.amended(by: read.instructions)
                #expect(
                    CanonicalText.parse(CanonicalText(result.text).string, language: old.language).text
                        == result.text)
                _ = result.mismatches(with: old)
            }
        }
    }

    @Test(
        "mutated real amendments are read without a trap, and nothing is lost", .enabled(if: Corpus.isThere),
        arguments: ["宪法/宪法修正案（2004年）.md", "宪法/宪法修正案（2018年）.md", "刑法/刑法修正案（七）.md", "刑法/刑法修正案（四）.md"])
    func real(_ path: String) throws {
        var generator = SeededGenerator(seed: 4_711)
        let whole = try Corpus.law(path)
        let old = law(Self.old)
        for _ in 0..<40 {
            let source = mutated(whole, &generator)
            let read = AmendingDecision.read(source)
            #expect(read.holdsEveryLine(of: source))
            _ = old.amended(by: read.instructions)
        }
    }

    @Test("a hostile decision of one form a hundred thousand times is read in bounded time")
    func repetition() {
        for unit in ["“", "《", "一、将第一条修改为：“甲。\n", "第一条至第二千条", "增加一条，", "第一条、", "在“甲”后增加“乙”，", "\n“"] {
            let source = "决定\n一、将" + String(repeating: unit, count: 20_000)
            let read = AmendingDecision.read(source)
            #expect(read.holdsEveryLine(of: source))
        }
    }

    /// A few random cuts, copies and insertions.
    private func mutated(_ source: String, _ generator: inout SeededGenerator) -> String {
        var scalars = Array(source.unicodeScalars)
        for _ in 0..<Int.random(in: 1...8, using: &generator) {
            guard !scalars.isEmpty else { break }
            let at = Int.random(in: 0..<scalars.count, using: &generator)
            let end = min(scalars.count, at + Int.random(in: 0...30, using: &generator))
            switch Int.random(in: 0..<5, using: &generator) {
            case 0: scalars.removeSubrange(at..<end)
            case 1:
                scalars.insert(
                    contentsOf: Array(scalars[at..<end]),
                    at: Int.random(in: 0...scalars.count, using: &generator))
            case 2:
                let piece = Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &generator)]
                scalars.replaceSubrange(at..<min(at + 1, scalars.count), with: Array(piece.unicodeScalars))
            default:
                let piece = Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &generator)]
                scalars.insert(contentsOf: Array(piece.unicodeScalars), at: at)
            }
        }
        return scalars.string
    }
}
