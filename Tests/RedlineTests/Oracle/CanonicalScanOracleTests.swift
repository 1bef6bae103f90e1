import Foundation
import TestSupport
import Testing

@testable import Redline
@testable import Statute

/// The scan of bytes finds what the parser finds, or leaves the text to it.
@Suite struct CanonicalScanOracleTests {
    /// Lines that begin oddly, of all the kinds that the canonical form knows and some that it does not.
    private static let odd = [
        "第一条", "第三条 ", "第二十一条之一 附加。", "第一百 条 空格。", "第一条： 冒号。", "第一条\\", "第一条 \\第二条 引文。", "第九九条 数字。", "第条 无数。",
        "第一百二十条之一之二 末。", "第章 总则", "第三章 章名不是标题", "笫五条 误字。", "（一） 甲项；", "（一）乙项；", "（十二）", "(3) item",
        "(a) letter",
        "(ii) roman", "① 圈", "⑴ 括", "⒈ 点", "1. 点", "1、顿", "１．全角", "一、 要点", "二、要点", "○、 零", "两、 二",
        "万、 万", "Article 7 words", "Article 7. words", "Article 120-1 words", "Article 21(1) applies",
        "ARTICLE 3",
        "article 3 words", "Articles", "Annex A", "Chapter 2", "Section 3 words", "附件", "附件一 表", "附录：",
        "## 附件", "## 附件二 表",
        "## Annex", "## 第一编 编", "## 第二分编 分", "## 第三章 章", "### 第一节 节", "### 名目", "#### 细目", "## \\第一章 字", "##",
        "#",
        "# 另题", "#无空", "## 序言", "## Preamble", "序言", "> 题注", ">", "\\> 字", "\\# 字", "\\第一条 字", "\\", "\\ 字",
        "\\\\",
        "<p>", "普通的一段。", "Plain words.", "\u{200B}", "é", "e\u{301}", "👩‍👩‍👧", "\u{FFFD}",
        "第一条之一之一" + String(repeating: "之一", count: 60) + " 长",
        "字\u{FFFD}", "## \u{FFFD}", "、顿", "．", "。", "9999999 数", "12345、 数", "（九千九百九十九） 数",
    ]

    @Test func mutatedDraftsAreScannedAsTheyAreParsed() {
        for seed in Fuzz.seeds(400) {
            var draft = DraftedLaw(seed, english: seed % 4 == 1)
            let text = draft.text(draft.articles(6))
            check(Self.mutated(text, &draft), draft.isEnglish ? .en : .zh, "seed \(seed)")
        }
    }

    @Test func whatWasWrittenFromMutatedDraftsIsScannedAsItIsParsed() {
        for seed in Fuzz.seeds(150) {
            var draft = DraftedLaw(seed, english: seed % 4 == 1)
            let text = Self.mutated(draft.text(draft.articles(6)), &draft)
            let language: Language = draft.isEnglish ? .en : .zh
            let written = CanonicalText(CanonicalText.parse(text, language: language).text).string
            check(written, language, "seed \(seed)")
        }
    }

    @Test func hostileLawsAreScannedAsTheyAreParsed() {
        for seed in Fuzz.seeds(200) {
            var laws = RandomLaw(random: Seeded(seed))
            let law = laws.law()
            let written = CanonicalText(
                CanonicalText.parse(CanonicalText(law).string, language: law.language).text)
            check(written.string, law.language, "seed \(seed)")
        }
    }

    @Test func bundledSnapshotsAreScannedAndNotLeftToTheParser() throws {
        let folder = Corpus.packageRoot.appending(path: "snapshots")
        let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        let texts = names.filter { $0.hasPrefix("cn/") && $0.hasSuffix(".txt") }
        #expect(texts.count >= 8)
        for name in texts {
            let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            // Decisions may have no numbered provision.
            if !name.contains("decisions/") { #expect(ScannedProvisions(scanning: text) != nil, "\(name)") }
            check(text, name.contains(".en.") ? .en : .zh, name)
        }
    }

    /// Every law when the run is long, one in eight otherwise.
    @Test(.enabled(if: Corpus.isThere)) func realLawsAreScannedAsTheyAreParsed() throws {
        let paths = Corpus.paths()
        let step = Fuzz.seeds(1).count > 1 ? 1 : 8
        var left = 0
        for index in stride(from: 0, to: paths.count, by: step) {
            let law = StatuteParser.parse(try Corpus.law(paths[index])).text
            let text = CanonicalText(law).string
            check(text, law.language, paths[index])
            if ScannedProvisions(scanning: text) == nil { left += 1 }
        }
        print("scan: \(left) of \(paths.count / step) real laws left to the parser")
        #expect(left * 10 <= paths.count / step)
    }

    private func check(_ text: String, _ language: Language, _ name: String) {
        guard let scanned = ScannedProvisions(scanning: text) else { return }
        let parsed = ScannedProvisions(parsing: text, language)
        if scanned == parsed { return }
        let first = zip(scanned.entries, parsed.entries).first { $0 != $1 }
        Issue.record("\(name): \(String(describing: first)), or one ends before the other")
    }

    /// Lines dropped, doubled, swapped, put in and cut.
    private static func mutated(_ text: String, _ draft: inout DraftedLaw) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for _ in 0..<draft.number(1...12) {
            let index = draft.number(0...(lines.count - 1))
            switch draft.number(0...6) {
            case 0: if lines.count > 1 { lines.remove(at: index) }
            case 1: lines.insert(lines[index], at: draft.number(0...(lines.count - 1)))
            case 2: lines.swapAt(index, draft.number(0...(lines.count - 1)))
            // Canonical lines do not end with blanks.
            case 3:
                lines[index] =
                    Array(lines[index].unicodeScalars)[...].prefix(draft.number(0...8)).trimmed.string
            default: lines.insert(odd[draft.number(0...(odd.count - 1))], at: index)
            }
        }
        return lines.joined(separator: "\n")
    }
}
