import Foundation
import GitStore
import Statute
import TestSupport
import Tracking

/// A small register and its seeds in a folder of their own, with a store beside them.
final class Bench {
    let folder: TemporaryFolder
    let decoder = Decoder(
        read: { try [UInt8](Data(contentsOf: URL(filePath: $0))) },
        decode: { bytes, _ in Decoder.Decoded(string: String(decoding: bytes, as: UTF8.self), notice: nil) })

    init() throws {
        folder = try TemporaryFolder()
        try FileManager.default.createDirectory(
            at: folder.url.appending(path: "laws"), withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            at: Corpus.packageRoot.appending(path: "laws/schemas"),
            to: folder.url.appending(path: "laws/schemas"))
        try declare(versions: [
            ("2015-01-01", "draft-1", 2), ("2016-01-01", "adopted", 2), ("2017-01-01", "amended", 3),
        ])
    }

    func declare(versions: [(String, String, Int)]) throws {
        let entries = versions.map { date, stage, articles in
            """
              - stage: \(stage)
                dates: {signed: \(stage.contains("draft") ? "null" : date), published: \(date), effective: null}
                text: public
                articles: \(articles)
                confidence: sourced
                sources: [{url: "https://example.org/x", role: official}]
            """
        }
        try folder.write(
            """
            schema: 1
            id: cn/test-law
            country: cn
            type: law
            titles: {zh: 试验法, en: Test Law, short: {zh: 试验法, en: Test Law}}
            body: {zh: 某部, en: Some Ministry}
            versions:
            \(entries.joined(separator: "\n"))
            """, to: "laws/cn/test-law/instrument.yml")
    }

    func seed(_ name: String, _ articles: [String], fidelity: String = "rendered") throws {
        let lines = articles.enumerated().map { "Article \($0.offset + 1) \($0.element)" }
        try folder.write(
            "# Test Law\n\n" + lines.joined(separator: "\n\n") + "\n",
            to: "snapshots/cn/test-law/\(name).en.txt")
        try folder.write(
            """
            schema: 1
            text: \(name).en.txt
            language: en
            translated_by: Lexwatch
            default: {fidelity: \(fidelity), source: [a test]}
            provisions: []
            """, to: "snapshots/cn/test-law/\(name).en.provenance.yml")
    }

    var register: Register { get throws { try Register(folder: folder.url.appending(path: "laws")) } }

    func storePath(_ name: String = "store.git") -> String { folder.url.appending(path: name).path }

    /// One run; the store is closed again afterwards.
    func run(at now: Int64 = 1_000_000_000, store name: String = "store.git") throws -> SnapshotRun.Result {
        let store = try GitStore(path: storePath(name), access: .writing)
        let library = Library(register: try register, store: store)
        return try SnapshotRun(library: library, decoder: decoder, now: now)
            .run(seeds: folder.url.appending(path: "snapshots"), only: [])
    }

    func library(_ name: String = "store.git") throws -> Library {
        Library(register: try register, store: try GitStore(path: storePath(name), access: .reading))
    }
}
