import Foundation
import TestSupport
import Testing

@Suite("lexwatch amend")
struct AmendTests {
    private let law = "# 试验规则\n\n第一条 为了试验，制定本规则。\n\n第二条 经营者应当登记。\n\n第三条 违反第二条规定的，处警告。\n"
    private let decision = """
        # 关于修改《试验规则》的决定

        对《试验规则》作如下修改：

        一、增加一条，作为第二条：“试验应当安全。”

        二、将第三条中的“警告”修改为“罚款”。

        三、条文顺序作相应调整。

        本决定自2026年1月1日起施行。
        """
    private let published =
        "# 试验规则\n\n第一条 为了试验，制定本规则。\n\n第二条 试验应当安全。\n\n第三条 经营者应当登记。\n\n第四条 违反第三条规定的，处罚款。\n"

    private let folder = Corpus.packageRoot.appending(path: "snapshots/cn/cybersecurity-law").path

    private func amend(
        _ decision: String, against published: String? = nil, _ more: String...
    ) throws -> (run: CommandRun, output: String?) {
        let folder = try TemporaryFolder()
        let old = try folder.write(law, to: "old.md").path
        let instructions = try folder.write(decision, to: "decision.md").path
        var arguments = ["amend", old, instructions]
        if let published { arguments += ["--against", try folder.write(published, to: "new.md").path] }
        let output = folder.url.appending(path: "result.txt")
        let run = try CommandRun(arguments + ["--output", output.path] + more)
        return (run, try? String(contentsOf: output, encoding: .utf8))
    }

    @Test("a decision is applied, and a reference that follows is a remark and no mismatch")
    func agreement() throws {
        let (run, output) = try amend(decision, against: published)
        #expect(run.status == 0, "\(run.errors)")
        #expect(
            run.output.contains(
                "3 instructions · 0 not read · 0 problems · 4 articles · 0 mismatches · 1 remark"))
        #expect(run.output.contains("following-reference"))
        #expect(
            output
                == "# 试验规则\n\n第一条 为了试验，制定本规则。\n\n第二条 试验应当安全。\n\n第三条 经营者应当登记。\n\n第四条 违反第二条规定的，处罚款。\n")
    }

    @Test("the document names decision, instructions with their spans, result and mismatches")
    func document() throws {
        let run = try amend(decision, against: published, "--format", "json").run
        #expect(run.status == 0)
        #expect(run.output.hasPrefix("{\n  \"schema\": 1"))
        let instructions = try #require(run.json["instructions"] as? [[String: Any]])
        #expect(instructions.map { $0["kind"] as? String } == ["insertion", "substitution", "renumbering"])
        #expect(instructions.map { $0["line"] as? Int } == [5, 7, 9])
        let span = try #require(instructions[1]["span"] as? [Int])
        let scalars = Array(decision.unicodeScalars)
        #expect(String(String.UnicodeScalarView(scalars[span[0]..<span[1]])) == "将第三条中的“警告”修改为“罚款”")
        let result = try #require(run.json["result"] as? [String: Any])
        #expect(result["articles"] as? Int == 4)
        #expect((result["numbers"] as? [[String]]) == [["2", "3"], ["3", "4"]])
        let mismatches = try #require(run.json["mismatches"] as? [[String: Any]])
        #expect(mismatches.map { $0["kind"] as? String } == ["following-reference"])
        #expect(mismatches.map { $0["needs_person"] as? Bool } == [false])
    }

    @Test("a published text that says something else ends with 1 and is named")
    func mismatch() throws {
        let run = try amend(decision, against: published.replacingOccurrences(of: "应当登记", with: "可以登记")).run
        #expect(run.status == 1)
        #expect(run.output.contains("第三条  words"))
        #expect(run.output.contains("1 mismatch ·"))
    }

    @Test("a line that nobody reads and an instruction that cannot be applied end with 1")
    func problems() throws {
        let unread = try amend(decision.replacingOccurrences(of: "三、条文顺序作相应调整。", with: "三、酌情处理。")).run
        #expect(unread.status == 1)
        #expect(unread.output.contains("line 9: unread-instruction"))
        let absent = try amend(decision.replacingOccurrences(of: "“警告”", with: "“没收”")).run
        #expect(absent.status == 1)
        #expect(absent.output.contains("#2 words-not-found"))
    }

    @Test("what is no decision, no file or in another language is refused with its code")
    func refusals() throws {
        #expect(try amend(law).run.status == 65)
        #expect(try CommandRun(["amend", "/no/such/file", "/nor/this"]).status == 66)
        #expect(try amend(decision, against: "# Rules\n\nArticle 1 One.\n").run.status == 65)
        #expect(try amend(decision, against: nil, "--format", "html").run.status == 64)
        #expect(try amend(decision, against: nil, "--language", "fr").run.status == 64)
    }

    @Test("the decision of 2025 makes of the adopted Cybersecurity Law the amended text that is bundled")
    func cybersecurityLaw() throws {
        let run = try CommandRun([
            "amend", "\(folder)/2016-11-07.adopted.en.txt", "\(folder)/decisions/2025-10-28.amended.en.txt",
            "--against", "\(folder)/2025-10-28.amended.en.txt", "--format", "json",
        ])
        #expect(run.status == 0, "\(run.errors)")
        let summary = try #require(run.json["summary"] as? [String: Any])
        #expect(summary["instructions"] as? Int == 26)
        #expect(summary["unread"] as? Int == 0)
        #expect(summary["problems"] as? Int == 0)
        #expect(summary["mismatches"] as? Int == 0)
        #expect(summary["remarks"] as? Int == 4)
        let result = try #require(run.json["result"] as? [String: Any])
        #expect(result["articles"] as? Int == 81)
        let remarks = try #require(run.json["mismatches"] as? [[String: Any]])
        #expect(remarks.map { $0["path"] as? String } == ["art_36", "art_66", "art_68", "art_75"])
        let decision = try #require(run.json["decision"] as? [String: Any])
        #expect(decision["fidelity"] as? String == "reported")
    }

    @Test(
        "its paraphrase in Chinese does to the adopted Chinese text what the English one does to the English text",
        .enabled(if: Corpus.isThere))
    func chinese() throws {
        let english = try CommandRun([
            "amend", "\(folder)/2016-11-07.adopted.en.txt", "\(folder)/decisions/2025-10-28.amended.en.txt",
            "--format", "json",
        ])
        let adopted = Corpus.folder.appending(path: "cn-laws/行政法/网络安全法(2016-11-07).md").path
        let chinese = try CommandRun([
            "amend", adopted, "\(folder)/decisions/2025-10-28.amended.zh.txt", "--format", "json",
        ])
        #expect(chinese.status == 0, "\(chinese.errors)")
        func numbers(_ run: CommandRun) -> [[String]]? {
            (run.json["result"] as? [String: Any])?["numbers"] as? [[String]]
        }
        func places(_ run: CommandRun) -> [[String]]? {
            (run.json["instructions"] as? [[String: Any]])?.compactMap { $0["at"] as? [String] }
        }
        #expect(numbers(chinese) == numbers(english))
        // 79 articles; two go into another one, and the first two keep their numbers.
        #expect(numbers(chinese)?.count == 75)
        #expect(places(chinese) == places(english))
    }

    @Test("versions of the store are named as diff names them")
    func store() throws {
        let store = try TemporaryFolder()
        let path = store.url.appending(path: "store.git").path
        let run = try CommandRun(
            ["snapshot", "--offline", "cn/cybersecurity-law", "--store", path, "--quiet"], in: store.url,
            environment: [
                "LEXWATCH_LAWS": Corpus.packageRoot.appending(path: "laws").path,
                "LEXWATCH_SNAPSHOTS": Corpus.packageRoot.appending(path: "snapshots").path,
            ])
        #expect(run.status == 0, "\(run.errors)")
        let amended = try CommandRun([
            "amend", "cn/cybersecurity-law@adopted", "\(folder)/decisions/2025-10-28.amended.en.txt",
            "--against",
            "cn/cybersecurity-law@amended", "--store", path,
        ])
        #expect(amended.status == 0, "\(amended.errors)")
        #expect(amended.output.contains("0 mismatches · 4 remarks"))
        let unknown = try CommandRun([
            "amend", "cn/cybersecurity-law@nonsense", "\(folder)/decisions/2025-10-28.amended.en.txt",
            "--store", path,
        ])
        #expect(unknown.status == 66)
    }
}
