import Foundation
import TestSupport
import Testing

@Suite("The other language beside a redline")
struct TranslationTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private static let zh = [
        "为了便利旅客，规范车站的管理，制定本规则。", "车站应当每日开放二十小时。", "旅客可以寄存行李，期限三十日，每件收取十元。",
        "车站违反本规则第二条规定的，处一万元以上五万元以下罚款。", "本规则自2021年3月1日起施行。",
    ]
    private static let en = [
        "These Rules are made for the convenience of passengers and to regulate the management of stations.",
        "A station shall be open for twenty hours a day.",
        "Passengers may deposit luggage for thirty days, at RMB 10 for each piece.",
        "A station that violates Article 2 of these Rules is fined not less than RMB 10,000 and not more than RMB 50,000.",
        "These Rules come into force on 1 March 2021.",
    ]

    private static func chinese(_ edit: (inout [String]) -> Void = { _ in }) -> String {
        var bodies = zh
        edit(&bodies)
        let lines = zip(["一", "二", "三", "四", "五", "六"], bodies).map { "第\($0)条 \($1)" }
        return "# 车站规则\n\n" + lines.joined(separator: "\n\n") + "\n"
    }

    private static func english(_ edit: (inout [String]) -> Void = { _ in }) -> String {
        var bodies = en
        edit(&bodies)
        let lines = bodies.enumerated().map { "Article \($0.offset + 1) \($0.element)" }
        return "# Station Rules\n\n" + lines.joined(separator: "\n\n") + "\n"
    }

    /// Two Chinese versions: Article 3 and the fine of Article 4 changed; the English followed the first only.
    private static let newChinese = chinese {
        $0[2] = $0[2].replacing("三十日", with: "六十日")
        $0[3] = $0[3].replacing("五万元", with: "八万元")
    }
    private static let newEnglish = english { $0[2] = $0[2].replacing("thirty", with: "sixty") }

    private func compare(_ more: String...) throws -> CommandRun {
        let files = try [
            ("old.zh.md", Self.chinese()), ("new.zh.md", Self.newChinese), ("old.en.md", Self.english()),
            ("new.en.md", Self.newEnglish),
        ].map { try folder.write($0.1, to: $0.0).path }
        return try CommandRun(["compare", files[0], files[1], "--other-language", files[2], files[3]] + more)
    }

    @Test("JSON: each change carries the other language, and what did not follow is named")
    func json() throws {
        let run = try compare("--format", "json")
        #expect(run.status == 0, "\(run.errors)")
        let changes = try #require(run.json["changes"] as? [[String: Any]])
        #expect(changes.count == 2)
        let other = try #require(changes[0]["other"] as? [String: Any])
        #expect(other["language"] as? String == "en")
        #expect(other["before"] as? String == Self.en[2])
        #expect(other["after"] as? String == Self.en[2].replacing("thirty", with: "sixty"))
        #expect(other["ground"] as? String == "number")
        #expect(other["confidence"] as? String == "high")
        let translation = try #require(run.json["translation"] as? [String: Any])
        let stale = try #require(translation["stale"] as? [[String: Any]])
        #expect(stale.map { $0["path"] as? String } == ["art_4"])
        #expect(stale.first?["language"] as? String == "en")
        #expect(stale.first?["reason"] as? String == "unchanged")
        let notes = try #require(translation["notes"] as? [[String: Any]])
        #expect(notes.map { $0["category"] as? String } == ["numbers"])
    }

    @Test("text, Markdown and HTML say it in words", arguments: ["text", "markdown", "html"])
    func words(format: String) throws {
        let run = try compare("--format", format)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("zh changed, en stale (high confidence)"))
        #expect(run.output.contains("Article 4"))
        #expect(run.output.contains("sixty"))
        #expect(run.output.contains("5 provisions paired with en · 1 stale · 1 note"))
    }

    @Test("without a second text the other language is that of the older version")
    func olderOnly() throws {
        let files = try [
            ("old.zh.md", Self.chinese()), ("new.zh.md", Self.newChinese), ("old.en.md", Self.english()),
        ]
        .map { try folder.write($0.1, to: $0.0).path }
        let run = try CommandRun(
            ["compare", files[0], files[1], "--format", "json", "--other-language", files[2]])
        let stale = (run.json["translation"] as? [String: Any])?["stale"] as? [[String: Any]]
        #expect(stale?.map { $0["reason"] as? String } == ["not-held", "not-held"])
    }

    @Test("without --other-language nothing is said of a translation")
    func without() throws {
        let files = try [("old.zh.md", Self.chinese()), ("new.zh.md", Self.newChinese)]
            .map { try folder.write($0.1, to: $0.0).path }
        let run = try CommandRun(["compare", files[0], files[1], "--format", "json"])
        #expect(run.json["translation"] == nil)
    }

    @Test("a translation in the language of the text itself is refused, and so are three files")
    func refused() throws {
        let files = try [("old.zh.md", Self.chinese()), ("new.zh.md", Self.newChinese)]
            .map { try folder.write($0.1, to: $0.0).path }
        let same = try CommandRun(["compare", files[0], files[1], "--other-language", files[0]])
        #expect(same.status == 65)
        #expect(same.errors.contains("--other-language wants its translation"))
        let three = try CommandRun(
            ["compare", files[0], files[1], "--other-language", files[0], files[0], files[0]])
        #expect(three.status == 64)
    }

    @Test("parallel pairs two files in either order and names where they differ")
    func parallel() throws {
        let zh = try folder.write(Self.newChinese, to: "law.zh.md").path
        let en = try folder.write(Self.english(), to: "law.en.md").path
        for files in [[zh, en], [en, zh]] {
            let run = try CommandRun(["parallel"] + files + ["--format", "json"])
            #expect(run.status == 0, "\(run.errors)")
            let pairs = run.json["pairs"] as? [[String: Any]]
            #expect(pairs?.map { $0["zh"] as? String } == pairs?.map { $0["en"] as? String })
            #expect(pairs?.count == 5)
            let notes = run.json["notes"] as? [[String: Any]]
            #expect(notes?.map { $0["zh"] as? String } == ["art_3", "art_4"])
        }
        let text = try CommandRun(["parallel", zh, en, "--all"])
        #expect(text.output.contains("5 provisions paired"))
        #expect(text.output.contains("numbers differ: zh 八万元 (80000 CNY), en RMB 50,000 (50000 CNY)"))
        #expect(text.output.contains("第四条 = Article 4  number, high confidence"))
        let short = try folder.write(Self.english { $0.remove(at: 1) }, to: "short.en.md").path
        let shifted = try CommandRun(["parallel", zh, short])
        #expect(shifted.output.contains("!! en lacks 第二条\n"))
        #expect(shifted.output.contains("numbered otherwise: 第三条–第五条 = Article 2–Article 4"))
        #expect(try CommandRun(["parallel", zh, zh]).status == 65)
    }

    @Test("diff carries the other language where the store holds it, and leaves it out when told to")
    func store() throws {
        let seeds = "seeds/cn/cryptography-law"
        for (name, zh, en) in [
            ("2017-04-13.draft-1", Self.chinese(), Self.english()),
            ("2019-07-05.draft-2", Self.newChinese, Self.newEnglish),
        ] {
            for (language, text) in [("zh", zh), ("en", en)] {
                try folder.write(text, to: "\(seeds)/\(name).\(language).txt")
                try folder.write(
                    "schema: 1\ntext: \(name).\(language).txt\nlanguage: \(language)\ntranslated_by: Lexwatch\ndefault:\n  fidelity: rendered\n  source:\n    - our own sentences\n  note: A text for a test.\nprovisions: []\n",
                    to: "\(seeds)/\(name).\(language).provenance.yml")
            }
        }
        let environment = [
            "LEXWATCH_STORE": folder.url.appending(path: "store.git").path,
            "LEXWATCH_OUT": folder.url.appending(path: "out").path,
            "LEXWATCH_SNAPSHOTS": folder.url.appending(path: "seeds").path,
        ]
        let run = try CommandRun(["snapshot", "--offline", "--format", "json"], environment: environment)
        #expect(run.status == 0, "\(run.output) \(run.errors)")
        func diff(_ more: String...) throws -> CommandRun {
            try CommandRun(
                ["diff", "cn/cryptography-law@draft-1", "cn/cryptography-law@draft-2", "--format", "json"]
                    + more,
                environment: environment)
        }
        let both = try diff()
        let translation = try #require(both.json["translation"] as? [String: Any], "\(both.errors)")
        #expect(translation["language"] as? String == "en")
        #expect((translation["stale"] as? [[String: Any]])?.map { $0["path"] as? String } == ["art_4"])
        let english = try diff("--language", "en")
        let stale = (english.json["translation"] as? [String: Any])?["stale"] as? [[String: Any]]
        #expect(stale?.map { $0["language"] as? String } == ["en"])
        #expect(stale?.first?["path"] as? String == "art_4")
        let held = try CommandRun(
            ["parallel", "cn/cryptography-law@draft-2"], environment: environment)
        #expect(held.output.contains("第四条: numbers differ"))
        #expect(try diff("--no-translation").json["translation"] == nil)
    }
}
