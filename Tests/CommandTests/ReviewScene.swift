import Foundation
import TestSupport
import Testing

/// One law, one concept and the bundled agreements in a folder of their own, driven as a user would.
final class ReviewScene {
    let folder: TemporaryFolder
    private let environment: [String: String]

    init() throws {
        folder = try TemporaryFolder()
        environment = [
            "LEXWATCH_STORE": folder.url.appending(path: "store.git").path,
            "LEXWATCH_OUT": folder.url.appending(path: "out").path,
            "LEXWATCH_LAWS": folder.url.appending(path: "laws").path,
            "LEXWATCH_SNAPSHOTS": folder.url.appending(path: "snapshots").path,
        ]
        for part in ["schemas", "agreements"] {
            let place = folder.url.appending(path: "laws/\(part)")
            try FileManager.default.createDirectory(
                at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
            try FileManager.default.copyItem(
                at: Corpus.packageRoot.appending(path: "laws/\(part)"), to: place)
        }
        try folder.write(Self.instrument, to: "laws/cn/test-law/instrument.yml")
        try concept()
    }

    private static let instrument = """
        schema: 1
        id: cn/test-law
        country: cn
        type: law
        titles: {zh: 试验法, en: Test Law, short: {zh: 试验法, en: Test Law}}
        body: {zh: 某部, en: Some Ministry}
        versions:
          - stage: adopted
            dates: {signed: 2016-01-01, published: 2016-01-01, effective: null}
            text: public
            articles: 2
            confidence: sourced
            sources: [{url: "https://example.org/x", role: official}]
          - stage: amended
            dates: {signed: 2017-01-01, published: 2017-01-01, effective: null}
            text: public
            articles: 3
            confidence: sourced
            sources: [{url: "https://example.org/y", role: official}]
        """

    /// The concept's file; two promises, one of which the tests can turn.
    func concept(trigger: String = "source code", requires: String = "away", comment: String = "") throws {
        func bearing(_ commitment: String, _ requires: String) -> String {
            """
              - commitment: \(commitment)
                directions: {requires: \(requires), may-require: away, permits: depends, forbids: toward, protects: toward}
                reason: Handing over source code can amount to a transfer.
                limits: A single case is outside.
            """
        }
        try folder.write(
            """
            \(comment)schema: 1
            id: source-code-disclosure
            title: {en: Source-code disclosure, zh: 源代码披露}
            definition: A duty to hand over source code.
            zh: {triggers: [源代码], acts: [提交, 提供]}
            en: {triggers: ["\(trigger)"], acts: ["submi*", "provid*"]}
            bears_on:
            \(bearing("xo-eco-6-no-forced-tech-transfer", requires))
            \(bearing("xo-eco-4-ict-security-regs", "depends"))
            examples:
              - lang: en
                text: Firms shall submit source code to the regulator.
                polarity: \(trigger == "source code" ? "requires" : "none")
            """, to: "laws/concepts/source-code-disclosure.yml")
    }

    static let adopted = ["Firms shall keep logs.", "This Law enters into force on publication."]
    static let amended = [
        "Firms shall keep logs.", "Firms shall submit source code to the regulator.",
        "This Law enters into force on publication.",
    ]

    private static func text(_ articles: [String]) -> String {
        "# Test Law\n\n"
            + articles.enumerated().map { "Article \($0.offset + 1) \($0.element)\n" }.joined(separator: "\n")
    }

    /// Changes a file, and it must change.
    func edit(_ path: String, _ change: (String) -> String) throws {
        let file = folder.url.appending(path: path)
        let old = try String(contentsOf: file, encoding: .utf8)
        let new = change(old)
        #expect(new != old)
        try new.write(to: file, atomically: true, encoding: .utf8)
    }

    /// Declares an instrument whose versions are held.
    func declare(_ id: String, title: String) throws {
        try folder.write(
            """
            schema: 1
            id: \(id)
            country: cn
            type: law
            titles: {zh: \(title), en: \(title), short: {zh: \(title), en: \(title)}}
            body: {zh: 某部, en: Some Ministry}
            versions:
              - stage: adopted
                dates: {signed: 2016-02-01, published: 2016-02-01, effective: null}
                text: public
                articles: 1
                confidence: sourced
                sources: [{url: "https://example.org/z", role: official}]
            """, to: "laws/\(id)/instrument.yml")
    }

    func seed(_ name: String, _ articles: [String]) throws {
        try folder.write(Self.text(articles), to: "snapshots/cn/test-law/\(name).en.txt")
        try folder.write(
            """
            schema: 1
            text: \(name).en.txt
            language: en
            translated_by: Lexwatch
            default: {fidelity: rendered, source: [a test]}
            provisions: []
            """, to: "snapshots/cn/test-law/\(name).en.provenance.yml")
    }

    func official(_ articles: [String]) throws -> CommandRun {
        try folder.write(Self.text(articles), to: "official/Test Law 2017-01-01.txt")
        return try lexwatch("import", folder.url.appending(path: "official").path)
    }

    func lexwatch(_ arguments: String..., environment more: [String: String] = [:]) throws -> CommandRun {
        try CommandRun(arguments, in: folder.url, environment: environment.merging(more) { _, new in new })
    }

    /// A run, and what it says of mails and alterations.
    struct Report {
        let queued: [String]
        let corrections: [String]
        let altered: [[String: Any]]
        /// Steps of which a file has changed.
        let changed: Int?
    }

    func snapshot() throws -> Report {
        let run = try lexwatch("snapshot", "--offline", "--format", "json")
        #expect(run.status == 0, "\(run.errors)")
        return Report(
            queued: run.json["queued"] as? [String] ?? ["?"],
            corrections: run.json["corrections"] as? [String] ?? ["?"],
            altered: run.json["altered"] as? [[String: Any]] ?? [[:]],
            changed: run.json["steps_changed"] as? Int)
    }

    func list(_ options: String...) throws -> [[String: Any]] {
        let arguments = ["review", "list", "--format", "json"] + options
        let run = try CommandRun(arguments, in: folder.url, environment: environment)
        #expect(run.status == 0, "\(run.errors)")
        return run.json["alerts"] as? [[String: Any]] ?? []
    }

    /// The first version is known, then the second one comes: one mail is queued.
    func mailed() throws -> String {
        try seed("2016-01-01.adopted", Self.adopted)
        #expect(try snapshot().queued == [])
        try seed("2017-01-01.amended", Self.amended)
        let queued = try snapshot().queued
        #expect(queued.count == 1)
        return try queued.first.map(file) ?? ""
    }

    /// A file that a report names.
    func file(_ path: String) throws -> String {
        try String(contentsOf: URL(filePath: path, relativeTo: folder.url), encoding: .utf8)
    }

    var tips: String {
        get throws {
            try CommandRun(
                URL(filePath: "/usr/bin/git"),
                ["-C", folder.url.appending(path: "store.git").path, "rev-parse", "decisions"]
            ).output
        }
    }
}
