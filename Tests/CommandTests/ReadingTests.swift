import Foundation
import TestSupport
import Testing

@Suite("how compare and diff are read")
struct ReadingTests {
    private let folder: TemporaryFolder
    private let old: String
    private let new: String

    init() throws {
        folder = try TemporaryFolder()
        old = try folder.write(Self.law(second: "可以", inserted: false), to: "old.md").path
        new = try folder.write(Self.law(second: "应当", inserted: true), to: "new.md").path
    }

    private static func law(second: String, inserted: Bool) -> String {
        var articles = [
            "为了规范试验活动，制定本规则。", "经营者\(second)保存试验日志不少于六个月。", "监督部门对试验活动进行检查，经营者应当予以配合。",
            "试验数据分类保管，按照目录编号。", "监督部门及其工作人员对知悉的商业秘密严格保密。", "本规则自2020年1月1日起施行。",
        ]
        if inserted { articles.insert("任何单位不得要求经营者披露试验设备的源代码。", at: 2) }
        let numerals = ["一", "二", "三", "四", "五", "六", "七"]
        let lines = articles.enumerated().map { "第\(numerals[$0.offset])条 \($0.element)" }
        return "# 试验规则\n\n（2020年1月1日通过）\n\n" + lines.joined(separator: "\n\n") + "\n"
    }

    private func compare(_ more: String..., environment: [String: String] = [:]) throws -> CommandRun {
        try CommandRun(["compare", old, new] + more, environment: environment)
    }

    @Test("formal changes are one line, and --all unfolds them")
    func folding() throws {
        let run = try compare()
        #expect(run.output.contains("4 articles renumbered: 3–6 → 4–7\n"))
        #expect(!run.output.contains("第五条 → 第六条"))
        #expect(try compare("--all").output.contains("第五条 → 第六条  renumbered · formal"))
    }

    @Test("--only takes words repeated or parted by commas, and says what is left out")
    func only() throws {
        let concept = try compare("--only", "source-code-disclosure")
        #expect(concept.output.contains("第三条  inserted") && !concept.output.contains("[-可以-]"))
        #expect(
            concept.output.contains("Not shown (--only source-code-disclosure): 1 modified · 4 renumbered"))
        let both = try compare("--only", "source-code-disclosure,substantive", "--only", "away")
        #expect(both.output.contains("第三条  inserted") && both.output.contains("[-可以-]"))
        let json = try compare("--only", "source-code-disclosure", "--format", "json").json
        #expect(json["only"] as? [String] == ["source-code-disclosure"])
        #expect((json["changes"] as? [Any])?.count == 1)
        #expect((json["summary"] as? [String: Int])?["renumbered"] == 4)
    }

    @Test("--only away shows the change on which an alert that points away rests, and nothing else")
    func away() throws {
        let demand = Self.law(second: "应当", inserted: true).replacing(
            "任何单位不得要求经营者披露试验设备的源代码。", with: "网络产品的经营者应当向监督部门提交其产品的源代码。")
        let file = try folder.write(demand, to: "demand.md").path
        let run = try CommandRun(["compare", old, file, "--only", "away"])
        #expect(run.output.contains("第三条  inserted") && !run.output.contains("[-可以-]"))
        #expect(run.output.contains("Not shown (--only away): 1 modified · 4 renumbered"))
        #expect(try compare("--only", "away").output.contains("No change was found for --only away."))
    }

    @Test("an unknown concept is a usage fault with the names near it")
    func unknownConcept() throws {
        let run = try compare("--only", "source-code-disclosures")
        #expect(run.status == 64 && run.output.isEmpty)
        #expect(run.errors.contains("no concept; near it are source-code-disclosure"))
    }

    @Test("side by side falls back to inline once where the terminal is narrow")
    func narrow() throws {
        let narrow = try compare("--side-by-side", environment: ["COLUMNS": "60"])
        #expect(narrow.errors.components(separatedBy: "too narrow").count == 2)
        #expect(!narrow.output.contains("│") && narrow.output.contains("[-可以-]{+应当+}"))
        let wide = try compare("--side-by-side", environment: ["COLUMNS": "100", "NO_COLOR": "1"])
        #expect(wide.output.contains("│ 第二条") && !wide.errors.contains("narrow"))
        #expect(try compare("--side-by-side", "--format", "json").status == 64)
    }

    @Test("a Word document is written whole, twice the same, in the name and of the day that were given")
    func word() throws {
        let file = folder.url.appending(path: "out/redline.docx")
        let more = ["--format", "docx", "--output", file.path, "--author", "张三", "--date", "2021-02-03"]
        let run = try CommandRun(["compare", old, new] + more, environment: ["TZ": "Asia/Shanghai"])
        #expect(run.status == 0 && run.output.isEmpty)
        let bytes = try Data(contentsOf: file)
        try FileManager.default.removeItem(at: file)
        #expect(
            try CommandRun(["compare", old, new] + more, environment: ["TZ": "America/Lima"]).status == 0)
        #expect(try Data(contentsOf: file) == bytes)
        #expect(
            try FileManager.default.contentsOfDirectory(
                atPath: file.deletingLastPathComponent().path) == ["redline.docx"])
        let script =
            "import sys,zipfile;print(zipfile.ZipFile(sys.argv[1]).read('word/document.xml').decode())"
        let xml = try CommandRun(
            URL(filePath: "/usr/bin/env"), ["python3", "-X", "utf8", "-c", script, file.path]
        ).output
        #expect(xml.contains("w:author=\"张三\" w:date=\"2021-02-03T00:00:00Z\""))
    }

    @Test("without a day given, tracked changes carry that of the new text's headnote")
    func headnoteDate() throws {
        let file = folder.url.appending(path: "redline.docx").path
        #expect(try compare("--format", "docx", "--output", file).status == 0)
        let script =
            "import sys,zipfile;print(zipfile.ZipFile(sys.argv[1]).read('word/document.xml').decode())"
        let xml = try CommandRun(
            URL(filePath: "/usr/bin/env"), ["python3", "-X", "utf8", "-c", script, file]
        ).output
        #expect(xml.contains("w:author=\"Lexwatch\" w:date=\"2020-01-01T00:00:00Z\""))
    }

    @Test("the comparison table is HTML or Word, with two columns or three")
    func table() throws {
        let page = try compare("--as", "table", "--format", "html")
        #expect(page.output.contains("修改前 Old text") && page.output.contains("说明 Remark"))
        let two = try compare("--as", "table", "--format", "html", "--columns", "2")
        #expect(two.output.contains("修改后 New text") && !two.output.contains("说明 Remark"))
        let file = folder.url.appending(path: "table.docx").path
        #expect(try compare("--as", "table", "--format", "docx", "--output", file).status == 0)
        #expect(try Data(contentsOf: URL(filePath: file)).starts(with: [0x50, 0x4B]))
        #expect(try compare("--as", "table").status == 64)
    }

    @Test("what cannot be written ends with 73 and what makes no sense with 64")
    func refused() throws {
        let blocked = "\(old)/inside.docx"
        let run = try compare("--format", "docx", "--output", blocked)
        #expect(run.status == 73 && run.errors.contains("cannot be written"))
        #expect(try compare("--date", "yesterday").status == 64)
        #expect(try compare("--columns", "4").status == 64)
        #expect(try compare("--author", "").status == 64)
        #expect(try CommandRun(["compare", "--pairs", "-", "--only", "away"]).status == 64)
        #expect(try CommandRun(["parse", old, "--format", "docx"]).status == 64)
    }

    @Test("any format goes to a file")
    func output() throws {
        for format in ["text", "markdown", "html", "json"] {
            let file = folder.url.appending(path: "redline.\(format)").path
            #expect(try compare("--format", format, "--output", file).output.isEmpty)
            #expect(try String(contentsOfFile: file, encoding: .utf8) == compare("--format", format).output)
        }
    }
}
