import Foundation
import TestSupport
import Testing

@Suite("lexwatch compare")
struct CompareTests {
    /// Eight articles of our own; `insert` puts a new third one in and renumbers what follows, references included.
    private func law(inserted: Bool, second: String = "可以", sixth: String = "应当") -> String {
        var articles = [
            "为了规范试验活动，制定本规则。", "经营者\(second)保存试验日志不少于六个月。", "监督部门对试验活动进行检查，经营者应当予以配合。",
            "经营者违反本规则第三条规定的，由监督部门责令改正。", "试验数据在境内存储，按照目录分类保管。", "经营者\(sixth)每年向监督部门报告一次试验情况。",
            "监督部门及其工作人员对知悉的商业秘密严格保密。", "本规则自2020年1月1日起施行。",
        ]
        if inserted {
            articles[3] = "经营者违反本规则第四条规定的，由监督部门责令改正。"
            articles.insert("任何单位不得要求经营者披露试验设备的源代码。", at: 2)
        }
        let lines = articles.enumerated().map { "第\(Self.numerals[$0.offset])条 \($0.element)" }
        return "# 试验规则\n\n" + lines.joined(separator: "\n\n") + "\n"
    }

    private static let numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九"]

    private func compare(_ old: String, _ new: String, _ more: String...) throws -> CommandRun {
        let folder = try TemporaryFolder()
        let before = try folder.write(old, to: "old.md").path
        let after = try folder.write(new, to: "new.md").path
        return try CommandRun(["compare", before, after] + more)
    }

    @Test("an inserted article is one insertion; renumbering and references that follow it are no change")
    func insertion() throws {
        let run = try compare(
            law(inserted: false), law(inserted: true, second: "应当", sixth: "必须"), "--format", "json")
        #expect(run.status == 0)
        let summary = try #require(run.json["summary"] as? [String: Int])
        #expect(summary["inserted"] == 1)
        #expect(summary["modified"] == 2)
        #expect(summary["renumbered"] == 5)
        #expect(summary["unchanged"] == 1)
        #expect(summary["substantive"] == 3)
        let changes = try #require(run.json["changes"] as? [[String: Any]])
        let modal = changes.filter { $0["kind"] as? String == "modified" }
        #expect(modal.map { ($0["after"] as? [String])?.first } == ["art_2", "art_7"])
        for change in modal {
            let reasons = change["reasons"] as? [[String: Any]]
            #expect(reasons?.map { $0["class"] as? String } == ["modality"])
            #expect(reasons?.first?["direction"] as? String == "tightened")
        }
    }

    @Test("the document has every key that the contract names")
    func contract() throws {
        let run = try compare(law(inserted: false), law(inserted: true), "--format", "json", "--all")
        #expect(run.output.hasPrefix("{\n  \"schema\": 1"))
        let summary = try #require(run.json["summary"] as? [String: Any])
        #expect(
            Set(summary.keys).isSuperset(of: [
                "inserted", "repealed", "modified", "renumbered", "split", "joined", "regrouped", "unchanged",
                "unverified", "moved", "substantive", "editorial", "formal",
            ]))
        let changes = try #require(run.json["changes"] as? [[String: Any]])
        #expect(changes.count == 9)
        for change in changes {
            #expect(
                Set(change.keys).isSuperset(of: [
                    "kind", "before", "after", "links", "fidelity", "unverified", "labels", "moved",
                    "significance",
                    "similarity", "reasons", "edits", "findings",
                ]))
        }
        let old = try #require(run.json["old"] as? [String: Any])
        #expect(old["articles"] as? Int == 8)
        #expect((old["sha256"] as? String)?.count == 64)
        #expect(old["language"] as? String == "zh")
    }

    @Test("a provision that touches a concept is marked, with its polarity, in all three views")
    func highlights() throws {
        for format in ["text", "html", "markdown"] {
            let run = try compare(law(inserted: false), law(inserted: true), "--format", format)
            #expect(run.output.contains("source-code-disclosure"), "\(format)")
            #expect(run.output.contains("forbids"), "\(format)")
        }
    }

    @Test("without a terminal nothing is coloured, and what the law hides is shown")
    func plain() throws {
        let run = try compare(law(inserted: false), law(inserted: true, second: "\u{1B}[31m应当\u{202E}"))
        #expect(!run.output.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
        #expect(run.output.contains("[-可以-]"))
    }

    @Test("two languages are not compared as if one were a rewriting of the other")
    func languages() throws {
        let run = try compare(
            law(inserted: false), "# Rules\n\nArticle 1 Operators shall keep logs.\n", "--format", "json")
        #expect(run.status == 65)
        #expect(run.errors.contains("one language"))
    }

    @Test("pairs are a filter: a document a line, in order, and a bad line does not stop it")
    func pairs() throws {
        let folder = try TemporaryFolder()
        let old = try folder.write(law(inserted: false), to: "old.md").path
        let new = try folder.write(law(inserted: true), to: "new.md").path
        let input = "\(old)\t\(new)\nnonsense\n\(old)\t/no/such/file\n\(new)\t\(old)\n"
        let run = try CommandRun(["compare", "--pairs", "-"], input: input)
        #expect(run.status == 0)
        let lines = run.output.split(separator: "\n").map { line in
            (try? JSONSerialization.jsonObject(with: Data(line.utf8))) as? [String: Any] ?? [:]
        }
        #expect(lines.count == 4)
        #expect((lines[0]["summary"] as? [String: Int])?["inserted"] == 1)
        #expect((lines[1]["error"] as? [String: Any])?["code"] as? Int == 64)
        #expect((lines[2]["error"] as? [String: Any])?["code"] as? Int == 66)
        #expect((lines[3]["summary"] as? [String: Int])?["repealed"] == 1)
    }
}
