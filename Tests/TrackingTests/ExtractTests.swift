import Alerts
import Foundation
import Redline
import Rendering
import Statute
import TestSupport
import Testing
import Tracking

@Suite("Extracts: texts that leave articles out")
struct ExtractTests {
    private let whole = [
        (1, "Firms shall keep logs of every connection for six months."),
        (2, "The Bureau publishes a yearly report on its work."),
        (3, "Suppliers shall file the source code of their software with the Bureau."),
        (4, "This Law enters into force on publication."),
    ]

    private func bench(_ old: Int = 4, _ new: Int = 4) throws -> Bench {
        let bench = try Bench()
        try bench.declare(versions: [("2016-01-01", "adopted", old), ("2017-01-01", "amended", new)])
        return bench
    }

    private func comparison(_ bench: Bench) throws -> (VersionPair, Comparison) {
        let library = try bench.library()
        let pair = try VersionPair("cn/test-law@adopted", "cn/test-law@amended", language: nil, in: library)
        return (pair, pair.comparison(scanner: nil))
    }

    @Test("an article that a later extract leaves out is not held, and never repealed")
    func laterExtract() throws {
        let bench = try bench()
        try bench.seed("2016-01-01.adopted", numbered: whole)
        try bench.seed("2017-01-01.amended", numbered: [whole[0], whole[3]], leftOut: "art_2..art_3")
        _ = try bench.run()
        let (_, comparison) = try comparison(bench)
        let missing = comparison.changes.changes.filter { $0.after.isEmpty }
        #expect(missing.map { $0.before.map(\.path.rawValue) } == [["art_2"], ["art_3"]])
        #expect(missing.allSatisfy { $0.notHeld && $0.unverified })
        #expect(comparison.changes.summary.kinds[.repealed] == nil)
        #expect(comparison.changes.summary.notHeld == 2)
        #expect(!comparison.changes.rewrite)
    }

    @Test("an article that an earlier extract left out is not held, and never inserted")
    func earlierExtract() throws {
        let bench = try bench()
        try bench.seed("2016-01-01.adopted", numbered: [whole[0], whole[3]], leftOut: "art_2..art_3")
        try bench.seed("2017-01-01.amended", numbered: whole)
        _ = try bench.run()
        let (_, comparison) = try comparison(bench)
        #expect(comparison.changes.summary.kinds[.inserted] == nil)
        #expect(comparison.changes.summary.notHeld == 2)
    }

    @Test("between two whole texts an article that is gone is still repealed")
    func wholeTexts() throws {
        let bench = try bench(4, 3)
        try bench.seed("2016-01-01.adopted", numbered: whole)
        try bench.seed("2017-01-01.amended", numbered: [whole[0], whole[1], (3, whole[3].1)])
        _ = try bench.run()
        let (_, comparison) = try comparison(bench)
        #expect(comparison.changes.summary.kinds[.repealed] == 1)
        #expect(comparison.changes.summary.notHeld == 0)
    }

    @Test("what changed in an article that both texts hold is told as ever")
    func heldChange() throws {
        let bench = try bench()
        let stricter = (1, "Firms must keep logs of every connection for twelve months.")
        try bench.seed("2016-01-01.adopted", numbered: whole)
        try bench.seed("2017-01-01.amended", numbered: [stricter, whole[3]], leftOut: "art_2..art_3")
        _ = try bench.run()
        let (_, comparison) = try comparison(bench)
        let known = comparison.changes.changes.filter { $0.kind != .unchanged && !$0.unverified }
        #expect(known.map { $0.after.map(\.path.rawValue) } == [["art_1"]])
        #expect(known.map(\.kind) == [.modified])
    }

    @Test("no alert is raised from an article that one of the two texts leaves out")
    func noAlert() throws {
        let bench = try bench()
        try bench.copyCatalogue()
        try bench.seed("2016-01-01.adopted", numbered: whole)
        try bench.seed("2017-01-01.amended", numbered: [whole[0], whole[3]], leftOut: "art_2..art_3")
        _ = try bench.run()
        let library = try bench.library()
        let assessor = Assessor(register: library.register)
        for (from, to) in [("adopted", "amended"), ("amended", "adopted")] {
            let pair = try VersionPair("cn/test-law@\(from)", "cn/test-law@\(to)", language: nil, in: library)
            let assessment = try Assessment(pair, assessor: assessor, in: library)
            #expect(
                (assessment.comparison.findingsBefore + assessment.comparison.findingsAfter)
                    .contains { $0.concept == "source-code-disclosure" })
            #expect(assessment.alerts.isEmpty)
            #expect(assessment.content.unknownLine?.hasPrefix("Not held: 2 provisions") == true)
        }
    }

    @Test("the same step between two whole texts raises an alert, so that it is the extract that keeps quiet")
    func alertBetweenWholeTexts() throws {
        let bench = try bench(4, 2)
        try bench.copyCatalogue()
        try bench.seed("2016-01-01.adopted", numbered: whole)
        try bench.seed("2017-01-01.amended", numbered: [whole[0], (2, whole[3].1)])
        _ = try bench.run()
        let library = try bench.library()
        let pair = try VersionPair("cn/test-law@adopted", "cn/test-law@amended", language: nil, in: library)
        let assessment = try Assessment(pair, assessor: Assessor(register: library.register), in: library)
        #expect(assessment.alerts.contains { $0.concept == "source-code-disclosure" })
    }

    @Test("the redline says how much is held, and lists what is not held")
    func words() throws {
        let bench = try bench()
        try bench.seed("2016-01-01.adopted", numbered: whole)
        try bench.seed("2017-01-01.amended", numbered: [whole[0], whole[3]], leftOut: "art_2..art_3")
        _ = try bench.run()
        let (pair, comparison) = try comparison(bench)
        let view = pair.view(comparison)
        #expect(view.new.line.contains("extract: 2 of 4 articles held"))
        #expect(!view.old.line.contains("extract"))
        #expect(ChangeWords.summary(view.changes).contains("2 not held"))
        #expect(view.drawn.isEmpty)
        let markdown = MarkdownRedline.render(view)
        #expect(markdown.contains("not held in the new text, articles: 2–3"))
        #expect(!markdown.contains("repealed ·"))
        let json = RedlineDocument(comparison.changes, oldSHA256: "", newSHA256: "").json.text()
        #expect(json.contains("\"not-held\""))
        #expect(!json.contains("\"kind\":\"repealed\""))
    }

    @Test("the store keeps what is left out")
    func stored() throws {
        let bench = try bench()
        try bench.seed("2016-01-01.adopted", numbered: [whole[0], whole[3]], leftOut: "art_2..art_3")
        _ = try bench.run()
        let text = try #require(try bench.library().load("cn/test-law@adopted").texts[.en])
        #expect(text.provenance.extract?.leftOut.map(\.rawValue) == ["art_2", "art_3"])
        #expect(text.provenance.extract?.words(held: text.record.articles) == "extract: 2 of 4 articles held")
    }

    @Test("where the rest is left out nothing is counted, and nothing is repealed")
    func rest() throws {
        let bench = try bench(40, 4)
        try bench.seed("2016-01-01.adopted", numbered: [whole[2]], leftOut: "", rest: true)
        try bench.seed("2017-01-01.amended", numbered: whole)
        let result = try bench.run()
        #expect(!result.needsPerson)
        let (pair, comparison) = try comparison(bench)
        #expect(comparison.changes.summary.kinds[.inserted] == nil)
        #expect(pair.view(comparison).old.line.contains("extract: 1 article held, the rest is not"))
    }

    @Test("every bundled rendering adds up: what it holds and what it leaves out is the whole, without gaps")
    func bundled() throws {
        let register = try Register(folder: Corpus.packageRoot.appending(path: "laws"))
        let seeds = SeedFolder(folder: Corpus.packageRoot.appending(path: "snapshots"))
        let (arrivals, refusals) = seeds.arrivals(register: register, decoder: try Bench().decoder)
        #expect(refusals.map(\.reason) == [])
        #expect(!arrivals.isEmpty)
        for arrival in arrivals {
            let held = arrival.text.articleLevel.filter { $0.kind == .article }.map(\.path.rawValue)
            let extract = arrival.provenance.extract
            if extract == nil { #expect(arrival.diagnostics == [], "\(arrival.origin)") }
            #expect(
                arrival.diagnostics.allSatisfy { $0.category == .articleNumberGap }, "\(arrival.origin)")
            guard extract?.rest != true else { continue }
            let all = Set(held + (extract?.leftOut.map(\.rawValue) ?? []))
            let numbers = (1...max(all.count, 1)).map { "art_\($0)" }
            #expect(all.isEmpty || all == Set(numbers), "\(arrival.origin)")
            let declared = register.instruments.first { $0.id == arrival.instrument }?
                .versions.first { $0.name == arrival.version }?.articles
            if let declared { #expect(all.count == declared || all.isEmpty, "\(arrival.origin)") }
        }
    }

    @Test("an extract that does not add up to the articles declared makes no version")
    func miscount() throws {
        let bench = try bench(5)
        try bench.seed("2016-01-01.adopted", numbered: [whole[0], whole[3]], leftOut: "art_2..art_3")
        let result = try bench.run()
        #expect(result.lines.map(\.outcome) == [.quarantined])
    }

    @Test(
        "an extract that is wrong about itself is refused",
        arguments: [("art_1..art_3", true), ("art_3..art_2", true), ("chp_2", true), ("art_2..art_3", false)])
    func refused(_ leftOut: String, says: Bool) throws {
        let bench = try bench()
        try bench.seed(
            "2016-01-01.adopted", numbered: [whole[0], whole[3]], leftOut: leftOut, saysSo: says)
        #expect(try bench.run().lines.map(\.outcome) == [.failed])
    }
}

extension Bench {
    /// A seed with articles under numbers of their own; an extract where something is left out.
    fileprivate func seed(
        _ name: String, numbered articles: [(Int, String)], leftOut: String? = nil, rest: Bool = false,
        saysSo: Bool = true
    ) throws {
        var lines = ["# Test Law"]
        if leftOut != nil, saysSo { lines.append("> Extract: some articles are left out.") }
        lines += articles.map { "Article \($0.0) \($0.1)" }
        try folder.write(
            lines.joined(separator: "\n\n") + "\n", to: "snapshots/cn/test-law/\(name).en.txt")
        let extract = leftOut.map { "extract: {left_out: [\($0)], rest: \(rest)}\n" } ?? ""
        try folder.write(
            """
            schema: 1
            text: \(name).en.txt
            language: en
            translated_by: Lexwatch
            \(extract)default: {fidelity: rendered, source: [a test]}
            provisions: []
            """, to: "snapshots/cn/test-law/\(name).en.provenance.yml")
    }

    /// The bundled agreements and concepts, for tests of alerts.
    fileprivate func copyCatalogue() throws {
        for name in ["agreements", "concepts"] {
            try FileManager.default.copyItem(
                at: Corpus.packageRoot.appending(path: "laws/\(name)"),
                to: folder.url.appending(path: "laws/\(name)"))
        }
    }
}
