import Foundation
import TestSupport
import Testing

@Suite("search, and history as it was known")
struct SearchTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try BundledRun.copy(to: folder.url)
    }

    private var store: String { folder.url.appending(path: "store.git").path }
    private var index: String { store + ".index" }

    private func lexwatch(_ arguments: String..., environment: [String: String] = [:]) throws -> CommandRun {
        try CommandRun(
            arguments, environment: environment.merging(["LEXWATCH_STORE": store]) { own, _ in own })
    }

    private func hits(_ run: CommandRun) -> [[String: Any]] { run.json["hits"] as? [[String: Any]] ?? [] }

    @Test("a search finds provisions in the bundled laws, with brackets, versions, dates and fidelity")
    func found() throws {
        let run = try lexwatch("search", "source code", "--limit", "5")
        #expect(run.status == 0)
        #expect(run.errors.contains("there was none; built from"))
        #expect(run.output.contains("[") && run.output.contains("in effect from"))
        #expect(!run.output.contains("\u{1B}"))
        let again = try lexwatch("search", "source code", "--limit", "5")
        #expect(again.errors.isEmpty && again.output == run.output)
        let json = try lexwatch("search", "\"source code\"", "--format", "json", "--limit", "3")
        let first = try #require(hits(json).first)
        let snippet = try #require((first["snippet"] as? [String: Any])?["text"] as? String)
        let marks = try #require((first["snippet"] as? [String: Any])?["marks"] as? [[Int]])
        let scalars = Array(snippet.unicodeScalars)
        let words = try #require(marks.first.map { String(String.UnicodeScalarView(scalars[$0[0]..<$0[1]])) })
        #expect(words.lowercased() == "source code")
        #expect((first["versions"] as? [[String: Any]])?.allSatisfy { $0["fidelity"] is String } == true)
    }

    @Test("nothing found is a clear line, an empty list and exit code 0")
    func nothing() throws {
        let run = try lexwatch("search", "zebra crossing")
        #expect(run.status == 0 && run.output.contains("Nothing was found for: zebra crossing"))
        let json = try lexwatch("search", "zebra", "--format", "json")
        #expect(json.status == 0 && hits(json).isEmpty && json.json["schema"] as? Int == 1)
    }

    @Test("what cannot be asked is refused with the code that says why")
    func refused() throws {
        #expect(try lexwatch("search").status == 64)
        #expect(try lexwatch("search", "。").status == 64)
        #expect(try lexwatch("search", String(repeating: "a ", count: 5_120)).status == 64)
        #expect(try lexwatch("search", "a", "--from", "yesterday").status == 64)
        #expect(try lexwatch("search", "a", "--limit", "0").status == 64)
        #expect(try lexwatch("search", "a", "--instrument", "no-such-law").status == 66)
        #expect(try lexwatch("search", "a", "--concept", "no-such-concept").status == 66)
        #expect(try lexwatch("search", "a", "--index", store + "/index").status == 78)
        let odd = try lexwatch("search", "\" OR * NEAR( ^ : ; DROP TABLE words --\u{1B}[31m")
        #expect(odd.status == 0 && !odd.output.contains("\u{1B}"))
    }

    @Test("filters narrow what is found, a concept by what its declarations find")
    func filters() throws {
        let law = try lexwatch(
            "search", "network", "--instrument", "cn/cybersecurity-law", "--in-force", "2018-01-01",
            "--format", "json")
        #expect(!hits(law).isEmpty)
        for hit in hits(law) {
            #expect(hit["instrument"] as? String == "cn/cybersecurity-law")
            let versions = hit["versions"] as? [[String: Any]] ?? []
            #expect(versions.map { $0["version"] as? String } == ["2016-11-07.adopted"])
        }
        let concept = try lexwatch(
            "search", "--concept", "source-code-disclosure", "--format", "json", "--limit", "100")
        #expect(concept.status == 0 && !hits(concept).isEmpty)
        #expect(FileManager.default.fileExists(atPath: index + ".concepts"))
        let both = try lexwatch(
            "search", "security", "--concept", "source-code-disclosure", "--format", "json", "--limit", "100")
        #expect(hits(both).count <= hits(concept).count)
    }

    @Test("answers are the same without the index, with a damaged one, and where none can be written")
    func without() throws {
        let asked = ["search", "security assessment", "--fuzzy", "--format", "json"]
        let tomorrow = ["show", "cn/cybersecurity-law", "--in-force", "2018-01-01", "--known", "2100-01-01"]
        func answers(_ environment: [String: String] = [:]) throws -> [String] {
            try [
                asked, tomorrow, ["list", "--all"], ["log", "cn/cybersecurity-law", "--known", "2100-01-01"],
            ].map {
                try CommandRun(
                    $0, environment: environment.merging(["LEXWATCH_STORE": store]) { own, _ in own }
                ).output
            }
        }
        // history first: it builds nothing
        let known = try lexwatch(
            "show", "cn/cybersecurity-law", "--in-force", "2018-01-01", "--known", "2100-01-01")
        #expect(known.status == 0 && !FileManager.default.fileExists(atPath: index))
        let bare = try answers()
        #expect(try answers() == bare)
        try Data("no index".utf8).write(to: URL(filePath: index))
        let damaged = try CommandRun(asked, environment: ["LEXWATCH_STORE": store])
        #expect(damaged.errors.contains("damaged") && damaged.output == bare[0])
        let nowhere = try CommandRun(
            asked, environment: ["LEXWATCH_STORE": store, "LEXWATCH_INDEX": "/proc/x/index"])
        #expect(nowhere.errors.contains("answered from a copy in memory") && nowhere.output == bare[0])
        #expect(try answers(["LEXWATCH_INDEX": "/proc/x/index"]) == bare)
    }

    @Test("before the store began nothing was known, and that is no guess")
    func known() throws {
        #expect(try lexwatch("show", "cn/cybersecurity-law", "--known", "2001-01-01").status == 66)
        #expect(try lexwatch("log", "cn/cybersecurity-law", "--known", "2001-01-01").status == 66)
        #expect(try lexwatch("show", "cn/cybersecurity-law", "--known", "soon").status == 64)
        let now = try lexwatch("log", "cn/cybersecurity-law", "--format", "json")
        #expect(
            try lexwatch("log", "cn/cybersecurity-law", "--format", "json", "--known", "2100-01-01").output
                == now.output)
    }

    @Test("the index is built to the same bytes and compared row by row")
    func sameBytes() throws {
        #expect(try lexwatch("index", "--rebuild").status == 0)
        let bytes = try Data(contentsOf: URL(filePath: index))
        let check = try lexwatch("index", "--rebuild", "--check", "--format", "json")
        #expect(check.status == 0 && check.json["right"] as? Bool == true)
        #expect(try Data(contentsOf: URL(filePath: index)) == bytes)
    }
}
