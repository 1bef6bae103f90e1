import Foundation
import TestSupport
import Testing

@Suite("blame on the command line")
struct BlameCommandTests {
    private let folder: TemporaryFolder
    private let store: String

    init() throws {
        folder = try TemporaryFolder()
        store = folder.url.appending(path: "store.git").path
        let first = "2001年3月2日试飞管理局令第1号发布"
        let second = "2007年6月5日试飞管理局《关于修改〈试飞办法〉的决定》修正"
        let third = "2015年9月8日试飞管理局《关于修改〈试飞办法〉的决定》第二次修正"
        try write("2007-06-05", [first, second], ["试飞单位应当登记机型。", "试飞单位可以保存飞行日志三个月，以备查验。"])
        try write(
            "2015-09-08", [first, second, third],
            ["试飞单位应当登记机型。", "试飞人员应当持有省级执照。", "试飞单位应当保存飞行日志三个月，以备查验。"])
        let run = try CommandRun([
            "import", folder.url.appending(path: "laws").path, "--layout", "lawrefbook", "--store", store,
        ])
        try #require(run.status == 0, "\(run.errors)")
    }

    private func write(_ date: String, _ notes: [String], _ articles: [String]) throws {
        let lines = zip(["一", "二", "三"], articles).map { "第\($0)条 \($1)" }
        try folder.write(
            "# 试飞办法\n\n" + notes.joined(separator: "\n\n") + "\n\n<!-- INFO END -->\n\n"
                + lines.joined(separator: "\n\n") + "\n",
            to: "laws/部门规章/试飞办法(\(date)).md")
    }

    private func blame(_ more: String...) throws -> CommandRun {
        try CommandRun(["blame", "试飞办法"] + more + ["--store", store], environment: ["COLUMNS": "140"])
    }

    @Test("words are told by version, number and act, and an act that only a headnote names is a doubt")
    func text() throws {
        let run = try blame("第三条")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("2007-06-05.amended 第二条"))
        #expect(run.output.contains("│ 应当\n"))
        #expect(run.output.contains("May have stood in 2001-03-02.adopted already: a headnote names the act"))
        #expect(run.output.contains("2015年9月8日试飞管理局《关于修改〈试飞办法〉的决定》第二次修正"))
    }

    @Test("JSON, a part, an older version and the whole")
    func json() throws {
        let run = try blame("3", "--format", "json").json
        let provision = try #require((run["provisions"] as? [[String: Any]])?.first)
        let origins = try #require(provision["origins"] as? [[String: Any]])
        #expect(origins.compactMap { $0["kind"] as? String } == ["first-seen", "modified"])
        let versions = try #require(run["versions"] as? [[String: Any]])
        #expect(versions.first?["absence"] as? String == "named-in-headnote")
        let all = try blame("--all", "--format", "json").json
        #expect((all["provisions"] as? [Any])?.count == 3)
        let old = try CommandRun(["blame", "试飞办法@2007", "art_2", "--store", store, "--format", "json"]).json
        let lineage = try #require(
            ((old["provisions"] as? [[String: Any]])?.first)?["lineage"] as? [[String: Any]])
        #expect(lineage.last?["path"] as? String == "art_3")
    }

    @Test("what is not there ends with 66 and says what is, wrong usage with 64")
    func failures() throws {
        let missing = try blame("art_9")
        #expect(missing.status == 66)
        #expect(missing.errors.contains("no provision “art_9”"))
        #expect(try blame().status == 64)
        #expect(try blame("art_1", "--all").status == 64)
        #expect(try blame("art_1", "--language", "fr").status == 64)
        #expect(try blame("art_1", "--language", "en").status == 66)
        #expect(try blame("art_1", "--format", "svg").status == 64)
    }
}
