import Foundation
import TestSupport
import Testing

@Suite("The main job on the bundled laws")
struct MainJobTests {
    private let folder: TemporaryFolder
    private let environment: [String: String]

    init() throws {
        folder = try TemporaryFolder()
        environment = [
            "LEXWATCH_STORE": folder.url.appending(path: "store.git").path,
            "LEXWATCH_OUT": folder.url.appending(path: "out").path,
        ]
    }

    private func lexwatch(_ arguments: String...) throws -> CommandRun {
        try CommandRun(arguments, environment: environment)
    }

    @Test("runs, tells where everything is, and a second run changes nothing and mails nothing")
    func twice() throws {
        let first = try BundledRun.copy(to: folder.url)
        #expect(first.status == 0, "\(first.errors)")
        #expect(first.json["commits"] as? Int ?? 0 > 0)
        #expect((first.json["queued"] as? [String]) == [])
        let steps = first.json["steps"] as? Int
        #expect(first.json["steps_changed"] as? Int == steps)
        let second = try lexwatch("snapshot", "--offline", "--format", "json")
        #expect(second.status == 0)
        #expect(second.json["commits"] as? Int == 0)
        #expect(second.json["steps_changed"] as? Int == 0)
        #expect((second.json["queued"] as? [String]) == [])
    }

    @Test("a new version is queued for mail once, even if the run that found it died before it could")
    func news() throws {
        let seeds = folder.url.appending(path: "seeds/cn/cybersecurity-law")
        let bundled = Corpus.packageRoot.appending(path: "snapshots/cn/cybersecurity-law")
        try FileManager.default.createDirectory(at: seeds, withIntermediateDirectories: true)
        func add(_ name: String) throws {
            for ending in ["en.txt", "en.provenance.yml"] {
                try FileManager.default.copyItem(
                    at: bundled.appending(path: "\(name).\(ending)"),
                    to: seeds.appending(path: "\(name).\(ending)"))
            }
        }
        func run(out: String = "out") throws -> [String] {
            let more = [
                "LEXWATCH_SNAPSHOTS": folder.url.appending(path: "seeds").path,
                "LEXWATCH_OUT": folder.url.appending(path: out).path,
            ]
            let run = try CommandRun(
                ["snapshot", "--offline", "--format", "json"],
                environment: environment.merging(more) { _, new in new })
            return run.json["queued"] as? [String] ?? ["no report: \(run.errors)"]
        }
        try add("2015-07-06.draft-1")
        try add("2016-07-05.draft-2")
        #expect(try run() == [])
        try add("2016-11-07.adopted")
        // The folder for mails cannot be made: this run keeps the version and dies before it can queue.
        try folder.write("in the way", to: "blocked/outbox")
        #expect(try run(out: "blocked") != [])
        #expect(try run().count == 1)
        #expect(try run() == [])
    }

    @Test("two versions that come in one night are two mails; one filled in before what was known is none")
    func severalAtOnce() throws {
        let scene = try ReviewScene()
        try scene.seed("2016-01-01.adopted", ReviewScene.adopted)
        #expect(try scene.snapshot().queued == [])
        try scene.seed("2017-01-01.amended", ReviewScene.amended)
        try scene.seed("2018-01-01.amended-2", ReviewScene.adopted)
        #expect(try scene.snapshot().queued.count == 2)
        try scene.seed("2015-01-01.draft-1", ReviewScene.amended)
        #expect(try scene.snapshot().queued == [])
        #expect(try scene.snapshot().queued == [])
    }

    @Test("what needs a person is told on standard error even when the run is quiet, and the code is 1")
    func quietTrouble() throws {
        let seeds = folder.url.appending(path: "seeds/cn/cybersecurity-law")
        let bundled = Corpus.packageRoot.appending(path: "snapshots/cn/cybersecurity-law")
        try FileManager.default.createDirectory(at: seeds, withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            at: bundled.appending(path: "2016-11-07.adopted.en.provenance.yml"),
            to: seeds.appending(path: "2016-11-07.adopted.en.provenance.yml"))
        try folder.write(
            "# Error\n\nThe page was not found.\n", to: "seeds/cn/cybersecurity-law/2016-11-07.adopted.en.txt"
        )
        let more = ["LEXWATCH_SNAPSHOTS": folder.url.appending(path: "seeds").path]
        let run = try CommandRun(
            ["snapshot", "--offline", "--quiet"], environment: environment.merging(more) { _, new in new })
        #expect(run.status == 1)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("2016-11-07.adopted"))
    }

    @Test("stock git agrees with the store, and its log reads like the law's history")
    func stockGit() throws {
        try BundledRun.copy(to: folder.url)
        let store = folder.url.appending(path: "store.git").path
        let git = URL(filePath: "/usr/bin/git")
        let fsck = try CommandRun(git, ["-C", store, "fsck", "--strict"])
        #expect(fsck.status == 0)
        #expect(!fsck.errors.contains("error") && !fsck.errors.contains("warning"))
        let log = try CommandRun(
            git,
            [
                "-C", store, "log", "--format=%ad %(trailers:key=Version,valueonly,separator=)",
                "--date=short",
                "timeline/cn/cybersecurity-law",
            ])
        #expect(
            log.output == """
                2025-10-28 2025-10-28.amended
                2016-11-07 2016-11-07.adopted
                2016-07-05 2016-07-05.draft-2
                2015-07-06 2015-07-06.draft-1

                """)
    }

    @Test("git log -p shows what is not known as not known")
    func markedHistory() throws {
        try BundledRun.copy(to: folder.url)
        let store = folder.url.appending(path: "store.git").path
        let log = try CommandRun(
            URL(filePath: "/usr/bin/git"),
            ["-C", store, "log", "-p", "--format=%s", "timeline/cn/cybersecurity-law"])
        #expect(
            log.output.contains(
                "+Article 7 ⟨not known; the wording of cn/cybersecurity-law@adopted stands in⟩"))
        #expect(log.output.contains("+Article 23 ⟨reported; the words are ours⟩"))
    }

    @Test("a summary is a mail that a real parser reads without a defect: two equal parts and evidence")
    func mail() throws {
        try BundledRun.copy(to: folder.url)
        let run = try lexwatch(
            "digest", "--changes", "cn/cybersecurity-law@draft-1..draft-2", "--format", "json")
        #expect(run.status == 0, "\(run.errors)")
        let files = try #require(run.json["files"] as? [String])
        let mail = try #require(files.first { $0.hasSuffix(".eml") })
        let script = """
            import email, email.policy, sys
            m = email.message_from_binary_file(open(sys.argv[1], 'rb'), policy=email.policy.default)
            parts = [p for p in m.walk()]
            assert not any(p.defects for p in parts), [p.defects for p in parts]
            kinds = ['multipart/mixed', 'multipart/alternative', 'text/plain', 'text/html', 'application/json']
            assert [p.get_content_type() for p in parts] == kinds, [p.get_content_type() for p in parts]
            text = parts[2].get_content()
            for words in ['not legal advice', 'Chinese text prevails', 'Motive', 'no enforcement mechanism', 'SHA-256']:
                assert words in ' '.join(text.split()), words
                assert words in ' '.join(parts[3].get_content().split()), words
            print(m['Subject'])
            """
        let parsed = try CommandRun(URL(filePath: "/usr/bin/env"), ["python3", "-c", script, mail])
        #expect(parsed.status == 0, "\(parsed.errors)")
        #expect(parsed.output.contains("Cybersecurity Law"))
    }

    @Test("no article that is only assumed is told as unchanged, or raises an alert")
    func assumed() throws {
        try BundledRun.copy(to: folder.url)
        let run = try lexwatch(
            "diff", "cn/cybersecurity-law@draft-1", "cn/cybersecurity-law@draft-2", "--all", "--format",
            "json")
        let changes = try #require(run.json["changes"] as? [[String: Any]])
        let unverified = changes.filter { $0["unverified"] as? Bool == true }
        #expect(unverified.count > 20)
        let summary = try #require(run.json["summary"] as? [String: Int])
        #expect(summary["unverified"] == unverified.count)
        let alerts = try lexwatch("alerts", "cn/cybersecurity-law", "--format", "json")
        for alert in try #require(alerts.json["alerts"] as? [[String: Any]]) {
            #expect(alert["fidelity"] as? String != "assumed")
        }
    }

    @Test("wording that only stands in for what is not known is marked as such wherever a text is shown")
    func marks() throws {
        try BundledRun.copy(to: folder.url)
        let run = try lexwatch("show", "cn/cybersecurity-law@draft-1")
        #expect(
            run.output.contains(
                "Article 7 ⟨not known; the wording of cn/cybersecurity-law@adopted stands in⟩ "))
        #expect(run.output.contains("Article 31 ⟨reported; the words are ours⟩ "))
        let adopted = try lexwatch("show", "cn/cybersecurity-law@adopted")
        #expect(!adopted.output.contains("⟨"))
    }

    @Test("the claim of 2015 about source code is shown with what the texts say")
    func claim() throws {
        try BundledRun.copy(to: folder.url)
        let run = try lexwatch("digest", "--changes", "cn/cybersecurity-law@draft-1..draft-2", "--print")
        let words = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(words.contains("0 findings of source-code disclosure"))
    }

    @Test("questions that have no sure answer are refused, not guessed")
    func inForce() throws {
        try BundledRun.copy(to: folder.url)
        let inForce = try lexwatch(
            "show", "cn/cybersecurity-law", "--in-force", "2018-01-01", "--format", "json")
        #expect(inForce.json["version"] as? String == "2016-11-07.adopted")
        #expect(try lexwatch("show", "cn/cybersecurity-law", "--in-force", "2016-12-01").status == 66)
        #expect(try lexwatch("show", "cn/cybersecurity-law@third").status == 66)
        #expect(try lexwatch("show", "no-such-law").status == 66)
    }
}
