import Foundation
import Statute
import TestSupport
import Testing

@testable import Index

@Suite("what a search finds")
struct SearchTests {
    private let scene: IndexScene

    init() throws {
        scene = try IndexScene()
        var doubtful = IndexScene.Draft.english(
            "2020-01-02.adopted", title: "Example Rules on Source Code", id: "cn/example-rules",
            effective: "2020-03-01",
            [
                "Operators shall keep network logs.", "Nobody may demand the source code of a product.",
                "Security assessments are made once a year. An assessor reports them.",
            ])
        doubtful.doubtful = ["art_2": "recalled"]
        try scene.write([
            (100, .chinese("2015-07-06.draft-1", ["运营者提交源代码。", "运营者保存日志。"])),
            (
                200,
                .chinese(
                    "2016-11-07.adopted", effective: "2017-06-01",
                    ["运营者保存日志。", "数据出境应当进行安全评估。", "不得要求披露源代码。"])
            ),
            (
                300,
                .chinese(
                    "2025-10-28.amended", effective: "2026-01-01",
                    ["运营者保存日志。", "本条新增。", "数据出境应当经过安全评估。", "不得要求披露源代码。"])
            ),
            (400, doubtful),
            (
                500,
                .chinese(
                    "2021-09-01.adopted", title: "日志管理办法", id: "cn/log-rules", ["保存六个月。", "本办法自公布之日起施行。"])
            ),
        ])
    }

    @Test("one hit for one wording, with every version that has it, what stands first")
    func folded() throws {
        #expect(
            try scene.found("源代码") == [
                "cn/sample-law 第三条,第四条 2016-11-07.adopted 2025-10-28.amended",
                "cn/sample-law 第一条 2015-07-06.draft-1",
            ])
        #expect(
            try scene.found("数据出境") == [
                "cn/sample-law 第三条 2025-10-28.amended", "cn/sample-law 第二条 2016-11-07.adopted",
            ])
    }

    @Test("words of the title count, and a title alone is one hit")
    func title() throws {
        #expect(
            try scene.found("日志 保存") == [
                // Together in one sentence beats one in the title and one in the words.
                "cn/sample-law 第二条,第一条 2015-07-06.draft-1 2016-11-07.adopted 2025-10-28.amended",
                "cn/log-rules 第一条 2021-09-01.adopted",
            ])
        #expect(try scene.found("日志管理办法") == ["=cn/log-rules  2021-09-01.adopted"])
    }

    @Test(
        "phrases, OR, stars, minus, NEAR, case, width and plurals",
        arguments: [
            ("\"source code\"", 2), ("SOURCE", 2), ("ｓｏｕｒｃｅ", 2), ("sources codes", 2), ("demand OR keep", 2),
            ("demand keep", 0),
            ("secur*", 1), ("secur", 0), ("assess*", 1), ("assessment", 1), ("source -demand", 1),
            ("operators NEAR/2 logs", 0),
            ("operators NEAR/3 logs", 1), ("\"code source\"", 0), ("保存 -网络 日志", 2), ("數據出境", 2), ("出境数据", 0),
            ("zzz", 0),
        ])
    func grammar(_ query: String, _ count: Int) throws {
        let found = try scene.found(query)
        #expect(found.count == count, "\(found)")
    }

    @Test("nearly asked for: most pairs of ideographs, a letter or two; behind what is exact")
    func fuzzy() throws {
        #expect(try scene.found("数据跨境安全评估").isEmpty)
        #expect(
            try scene.found("数据出境必须安全评估") { $0.isFuzzy = true } == [
                "~cn/sample-law 第三条 2025-10-28.amended", "~cn/sample-law 第二条 2016-11-07.adopted",
            ])
        #expect(
            try scene.found("sorce code") { $0.isFuzzy = true }.contains(
                "~cn/example-rules Article 2 2020-01-02.adopted"))
        let exact = try scene.found("源代码") { $0.isFuzzy = true }
        #expect(exact.first == "cn/sample-law 第三条,第四条 2016-11-07.adopted 2025-10-28.amended")
        var request = SearchRequest(query: try SearchQuery("assesment"))
        request.isFuzzy = true
        #expect(try scene.open().search(request).taken == ["assesment": ["assessment"]])
    }

    @Test("filters by instrument, day, stage, language, newest, in force and as known")
    func filters() throws {
        let law = try #require(InstrumentID("cn/sample-law"))
        #expect(try scene.found("保存") { $0.instruments = [law] }.count == 1)
        #expect(try scene.found("源代码") { $0.stage = "draft" } == ["cn/sample-law 第一条 2015-07-06.draft-1"])
        #expect(try scene.found("源代码") { $0.stage = "adopted" } == ["cn/sample-law 第三条 2016-11-07.adopted"])
        #expect(
            try scene.found("源代码") { $0.from = CalendarDate("2016-01-01") } == [
                "cn/sample-law 第三条,第四条 2016-11-07.adopted 2025-10-28.amended"
            ])
        #expect(
            try scene.found("源代码") { $0.to = CalendarDate("2016-01-01") } == [
                "cn/sample-law 第一条 2015-07-06.draft-1"
            ])
        #expect(try scene.found("source") { $0.language = .zh }.isEmpty)
        #expect(try scene.found("源代码") { $0.newest = true } == ["cn/sample-law 第四条 2025-10-28.amended"])
        #expect(
            try scene.found("源代码") { $0.inForce = CalendarDate("2018-01-01") } == [
                "cn/sample-law 第三条 2016-11-07.adopted"
            ])
        #expect(try scene.found("源代码") { $0.known = 150 } == ["cn/sample-law 第一条 2015-07-06.draft-1"])
        #expect(try scene.found("源代码") { $0.known = 50 }.isEmpty)
        var request = SearchRequest(query: try SearchQuery("保存"))
        request.inForce = CalendarDate("2022-01-01")
        let result = try scene.open().search(request)
        #expect(result.hits.map(IndexScene.line) == ["cn/sample-law 第一条 2016-11-07.adopted"])
        #expect(result.untold.map(\.key.description) == ["cn/log-rules"])
    }

    @Test("each provision says how far it may be trusted")
    func fidelity() throws {
        var request = SearchRequest(query: try SearchQuery("demand"))
        #expect(try scene.open().search(request).hits.first?.newest?.fidelity == .recalled)
        request.query = try SearchQuery("keep")
        #expect(try scene.open().search(request).hits.first?.newest?.fidelity == .official)
    }

    @Test("findings of a concept are found once, kept for these declarations and forgotten with them")
    func concepts() throws {
        var asked = 0
        func set(_ declarations: String) throws -> ProvisionSet {
            try scene.open().provisions(concept: "logs", declarations: declarations) { text in
                asked += 1
                let paths = text.articleLevel.filter { $0.text.contains("日志") || $0.text.contains("logs") }
                    .map(\.path.rawValue)
                return paths.isEmpty ? [:] : ["logs": Set(paths)]
            }
        }
        let marked = try set("a")
        #expect(asked == 5 && marked.paths.count == 4)
        _ = try set("a")
        #expect(asked == 5)
        _ = try set("b")
        #expect(asked == 10)
        #expect(
            try scene.found("运营者 OR operators") { $0.marked = marked } == [
                "cn/example-rules Article 1 2020-01-02.adopted",
                "cn/sample-law 第二条,第一条 2015-07-06.draft-1 2016-11-07.adopted 2025-10-28.amended",
            ])
        var request = SearchRequest(query: nil)
        request.marked = marked
        #expect(try scene.open().search(request).hits.count == 2)
        try Data("x".utf8).write(to: URL(filePath: scene.indexPath + ".concepts"))
        _ = try set("b")
        #expect(asked == 15)
    }

    @Test("a snippet shows what was found, and where it was cut")
    func snippet() throws {
        let text = String(repeating: "前文很长。", count: 60) + "要求披露源代码的，" + String(repeating: "后文也长。", count: 60)
        let words = WordScanner.words(text)
        let finds = PhraseFinder(try SearchQuery("源代码").phrases).ranges(in: words)
        let cut = Snippet(text, finds: finds)
        let scalars = Array(cut.text.unicodeScalars)
        #expect(cut.isCutBefore && cut.isCutAfter && cut.marks.count == 1)
        #expect(cut.marks.map { String(String.UnicodeScalarView(scalars[$0])) } == ["源代码"])
        #expect(scalars.count <= 80)
        let english = Snippet(
            "Operators shall keep logs",
            finds: PhraseFinder(try SearchQuery("log*").phrases).ranges(
                in: WordScanner.words("Operators shall keep logs")))
        #expect(
            english
                == Snippet(
                    text: "Operators shall keep logs", marks: [21..<25], isCutBefore: false, isCutAfter: false
                ))
    }

    @Test("no query whatever makes SQLite stumble, and none is answered otherwise from memory")
    func hostile() throws {
        var random = SeededGenerator(seed: 11)
        let signs = Array(
            "\"'*()-+^:;|&{}[]<>=\\/ \t\u{0}\u{1B}\u{202E}aZ9源代码日志，OR NEAR AND NOT“”「」－＊".unicodeScalars)
        let index = try scene.open()
        let memory = try StoreIndex.inMemory(store: scene.reading())
        for count in 0..<600 {
            var view = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 1...16, using: &random) {
                view.append(signs[Int.random(in: 0..<signs.count, using: &random)])
            }
            guard let query = try? SearchQuery(String(view)) else { continue }
            var request = SearchRequest(query: query)
            request.isFuzzy = count % 2 == 0
            #expect(try index.search(request) == memory.search(request), "\(String(view))")
        }
    }
}
