import Foundation
import GitStore
import Statute
import TestSupport
import Tracking

/// A register, a folder of texts, a repository, and stores to import them into.
final class ImportBench {
    static let now: Int64 = 1_700_000_000

    let bench: Bench
    var folder: TemporaryFolder { bench.folder }

    init() throws { bench = try Bench() }

    /// A law of some articles, as a file of a folder has it.
    static func law(_ title: String, _ articles: [String], headnote: String? = nil) -> String {
        let lines = articles.enumerated().map { "第\(numeral($0.offset + 1))条 \($0.element)" }
        let note = headnote.map { "\($0)\n\n<!-- INFO END -->\n\n" } ?? ""
        return "# \(title)\n\n" + note + lines.joined(separator: "\n\n") + "\n"
    }

    private static func numeral(_ number: Int) -> String {
        ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"][(number - 1) % 10]
    }

    /// `count` laws with up to three versions each, some files with the same version twice, some that are no law.
    func fill(_ count: Int, below: String = "texts") throws {
        for number in 0..<count {
            let title = "试验办法第\(number)号"
            for year in 0...(number % 3) {
                let words = (0...(number % 7)).map { "经营者应当在\(year + $0)日内报告第\(number)项。" }
                try folder.write(
                    Self.law(title, words),
                    to: "\(below)/\(number % 5)/\(title)(\(2010 + year)-03-0\(1 + number % 9)).md")
            }
            if number % 11 == 0 {
                try folder.write(
                    Self.law(title, ["另一份抄本。"]), to: "\(below)/copy/\(title)(2010-03-0\(1 + number % 9)).md")
            }
            if number % 13 == 0 { try folder.write("无条款。\n", to: "\(below)/bad/\(number).txt") }
        }
    }

    func input(_ path: String = "texts", _ layout: ImportFolder.Layout = .folder) -> ImportFolder {
        ImportFolder(path: folder.url.appending(path: path), layout: layout)
    }

    /// One import; the store is closed again afterwards.
    @discardableResult
    func run(
        _ input: ImportFolder, store: String = "store.git", at now: Int64 = ImportBench.now,
        workers: Int = 2, arrivals: Int = 2_000, bytes: Int = 32 << 20, window: Int = 32
    ) throws -> ImportReport {
        var limits = ImportLimits()
        (limits.workers, limits.arrivals, limits.bytes, limits.window) = (workers, arrivals, bytes, window)
        let store = try GitStore(path: bench.storePath(store), access: .writing)
        let run = ImportRun(
            library: Library(register: try bench.register, store: store), decoder: bench.decoder, now: now,
            limits: limits)
        try run.run([input])
        return run.report
    }

    /// Commits of all branches, timelines included.
    func tips(_ store: String = "store.git") throws -> [String: String] {
        let lines = try Self.git(
            "-C", bench.storePath(store), "for-each-ref", "--format=%(refname) %(objectname)")
        return Dictionary(
            uniqueKeysWithValues: lines.split(separator: "\n").map {
                let words = $0.split(separator: " ").map(String.init)
                return (words[0], words[1])
            })
    }

    @discardableResult
    static func git(_ arguments: String...) throws -> String {
        let run = try CommandRun(
            URL(filePath: "/usr/bin/env"), ["git"] + arguments,
            environment: ["GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"])
        guard run.status == 0 else { throw GitFault(text: run.errors) }
        return run.output.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    struct GitFault: Error { let text: String }
}
