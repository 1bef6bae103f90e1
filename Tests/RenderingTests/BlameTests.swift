import Foundation
import Redline
import Rendering
import Statute
import Testing

@Suite("Blame as text, JSON and page")
struct BlameTests {
    private static func law(_ text: String) -> BlameVersion.Content {
        .held(StatuteParser.parse(text, language: .zh).text, .official)
    }

    private static let texts = [
        "# 试飞办法\n第一条 试飞单位应当登记机型。\n第二条 试飞单位可以保存飞行日志三个月，以备查验。",
        "# 试飞办法\n第一条 试飞单位应当登记机型。\n第二条 试飞人员应当持有执照。\n第三条 试飞单位应当保存飞行日志三个月；以备查验。",
        "# 试飞办法\n第一条 试飞单位应当登记机型。\n第二条 试飞人员应当持有执照。\n第三条 试飞单位应当保存飞行日志六个月；以备查验。",
    ]

    private static func view(_ last: String = texts[2], title: String = "试飞办法") -> BlameView {
        let names = ["2003-05-01.adopted", "2009-08-27.amended", "2015-04-24.amended", "2021-01-15.revised"]
        let contents = [law(texts[0]), law(texts[1]), .absent(.notHeld), law(last)]
        var blame = Blame(zip(names, contents).map { BlameVersion($0, $1) })
        var view = BlameView(
            instrument: "cn/test-flights", title: title, language: .zh,
            versions: zip(names, contents).map { name, content in
                var version = BlameView.Version(
                    name: name, stage: String(name.dropFirst(11)), isDraft: false)
                version.signed = String(name.prefix(10))
                if case .absent(let absence) = content {
                    version.absence = absence
                } else {
                    version.fidelity = .official
                }
                version.body = "试飞管理局"
                version.holding = .init(
                    known: "2026-01-01T00:00:00Z", captured: "2026-01-01T00:00:00Z", capture: "inbox",
                    sha256: String(repeating: "ab", count: 32))
                return version
            }, asked: 3, provisions: [blame.blame(of: ProvisionPath("art_3"), in: 3)].compactMap { $0 })
        view.versions[0].act = "2003年5月1日试飞管理局令第1号发布"
        view.versions[3].commit = .init(
            id: "0123456789abcdef", author: "lexwatch", time: "2026-01-02T00:00:00Z")
        return view
    }

    private func render(_ view: BlameView, _ width: Int, color: Bool = false) -> String {
        TerminalBlame.render(view, style: TerminalStyle(color: color, width: width))
    }

    @Test("a golden sample of the text stands as it is drawn here")
    func golden() {
        let text = render(Self.view(), 110)
        #expect(text == Self.golden, "\(text)")
    }

    @Test("fits narrow and wide terminals, and writes no escape sequences without colour")
    func widths() {
        for width in [40, 60, 80, 89, 90, 140] {
            let text = render(Self.view(), width)
            let lines = text.split(separator: "\n").map(String.init)
            #expect(lines.allSatisfy { DisplayWidth.of($0) <= width }, "\(width)")
            #expect(!text.contains("\u{1B}"))
        }
        #expect(render(Self.view(), 100, color: true).contains("\u{1B}"))
    }

    @Test("JSON: the runs give the words, every origin has a version, what is not held is said")
    func json() throws {
        let data = Data(BlameDocument(Self.view()).json.text(.pretty).utf8)
        let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(root["schema"] as? Int == 1)
        #expect(root["version"] as? String == "2021-01-15.revised")
        let provision = try #require((root["provisions"] as? [[String: Any]])?.first)
        let runs = try #require(provision["runs"] as? [[String: Any]])
        #expect(runs.compactMap { $0["text"] as? String }.joined() == provision["text"] as? String)
        let origins = try #require(provision["origins"] as? [[String: Any]])
        #expect(
            origins.compactMap { $0["version"] as? String } == [
                "2003-05-01.adopted", "2009-08-27.amended", "2021-01-15.revised",
            ])
        #expect(origins[0]["path"] as? String == "art_2")
        let doubts = try #require(origins[2]["doubts"] as? [[String: String]])
        #expect(doubts == [["version": "2015-04-24.amended", "reason": "not-held"]])
        let versions = try #require(root["versions"] as? [[String: Any]])
        #expect((versions[0]["enactment"] as? [String: Any])?["body"] as? String == "试飞管理局")
        #expect((versions[3]["commit"] as? [String: Any])?["author"] as? String == "lexwatch")
        #expect(versions[0]["commit"] is NSNull)
        let lineage = try #require(provision["lineage"] as? [[String: Any]])
        #expect(lineage.compactMap { $0["state"] as? String } == ["stands", "stands", "not-held", "stands"])
    }

    @Test("a page: the origins in a table, and nothing from the texts acts in it")
    func page() {
        let hostile = Self.texts[2].replacing("以备查验", with: "<script>\u{202E}“以备”")
        let page = HTMLBlame.page(Self.view(hostile, title: "<b>试飞</b>"))
        #expect(page.contains("<main id=\"content\">") && page.contains("2009-08-27.amended"))
        #expect(!page.contains("<script>\u{202E}") && !page.contains("<b>试飞") && !page.contains("\u{202E}"))
        #expect(page.contains("&lt;script&gt;‹U+202E›"))
    }

    @Test("every provision: its lineage is one line")
    func whole() {
        var view = Self.view()
        view.isWhole = true
        let text = render(view, 120)
        #expect(text.contains("Lineage: 2003-05-01.adopted 第二条 → 2009-08-27.amended 第三条"))
    }

    private static let golden = """
        试飞办法
          cn/test-flights@2021-01-15.revised · zh

        第三条
        a 2003-05-01.adopted 第二条 first     │ 试飞单位
        b 2009-08-27.amended 第三条 modified  │ 应当
        a 2003-05-01.adopted 第二条 first     │ 保存飞行日志
        c 2021-01-15.revised 第三条 modified? │ 六个月
        a 2003-05-01.adopted 第二条 first     │ ；以备查验。

          c May have stood in 2015-04-24.amended already: the text is not held.
          Editorial changes in 2009-08-27.amended: “；”.

        version               number    what was done                       weight
          2003-05-01.adopted  第二条    first text held
          2009-08-27.amended  第三条    modified                            substantive · 可以→应当 (tightened)
          2015-04-24.amended  not held  the text is not held
        → 2021-01-15.revised  第三条    modified, since 2009-08-27.amended  substantive · 三个月→六个月 (tightened)

        Versions: who made them, and how we know
          2003-05-01.adopted · signed 2003-05-01
            by: 试飞管理局; 2003年5月1日试飞管理局令第1号发布
            text as a whole: official text
            known here since 2026-01-01T00:00:00Z, captured 2026-01-01T00:00:00Z from inbox, SHA-256
              abababababababab…
          2009-08-27.amended · signed 2009-08-27
            by: 试飞管理局
            text as a whole: official text
            known here since 2026-01-01T00:00:00Z, captured 2026-01-01T00:00:00Z from inbox, SHA-256
              abababababababab…
          2021-01-15.revised · signed 2021-01-15
            by: 试飞管理局
            text as a whole: official text
            known here since 2026-01-01T00:00:00Z, captured 2026-01-01T00:00:00Z from inbox, SHA-256
              abababababababab…, commit 0123456789ab by lexwatch at 2026-01-02T00:00:00Z

        """
}
