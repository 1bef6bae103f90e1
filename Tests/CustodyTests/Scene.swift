import Evidence
import Foundation
import GitStore
import Statute
import TestSupport

@testable import Custody

/// A small store of a test's own, written as commands write it.
struct Scene {
    let folder: TemporaryFolder
    let key: SigningKey?
    let path: String

    /// - Parameter key: nil for an unsigned store.
    init(key: SigningKey? = try? .generate()) throws {
        folder = try TemporaryFolder()
        self.key = key
        path = folder.url.appending(path: "store.git").path
    }

    /// Opens the store for writing. A program that another test starts holds the lock for the moment between fork and exec.
    func open(_ signer: CommitSigner?) throws -> GitStore {
        for _ in 0..<100 {
            do { return try GitStore(path: path, access: .writing, signer: signer) } catch .locked {
                usleep(20_000)
            }
        }
        return try GitStore(path: path, access: .writing, signer: signer)
    }

    static let start: Int64 = 1_790_000_000

    /// Writes a capture and a version, and lets the log follow.
    @discardableResult
    func write(
        _ number: Int, text: String? = nil, follows: Bool = true, time: Int64? = nil, key: SigningKey? = nil
    )
        throws -> Custody.State?
    {
        let time = time ?? Self.start + Int64(number) * 3_600
        let key = key ?? self.key
        let store = try open(key.map(Custody.signer))
        let id = try require(InstrumentID("cn/law-\(number % 3)"))
        let name = try require(VersionName("2015-07-\(10 + number % 20).draft-\(number)"))
        let words =
            text ?? "Article 1\nText number \(number)\n" + String(repeating: "more ", count: number % 7 * 20)
        var batch = StoreBatch()
        batch.add(
            try .capture(
                CaptureKey(instrument: id, source: "gov"), document: Array("<p>\(words)</p>".utf8),
                type: "html",
                metadata: Array("{\"number\":\(number)}\n".utf8), title: "Capture \(number)",
                time: UInt32(clamping: time)), to: .captures)
        batch.add(
            try .version(
                VersionKey(instrument: id, version: name), texts: ["zh": Array(words.utf8)],
                metadata: Array("{\"version\":\(number)}\n".utf8), title: "Add \(number)",
                time: UInt32(clamping: time)), to: .versions)
        _ = try store.write(batch)
        guard follows else { return nil }
        return try Custody.follow(store, key: key, now: time)
    }

    func fill(_ count: Int) throws {
        for number in 0..<count { try write(number) }
    }

    /// Lets the log follow without writing anything else.
    @discardableResult
    func follow(_ number: Int = 900) throws -> Custody.State? {
        let store = try open(key.map(Custody.signer))
        return try Custody.follow(store, key: key, now: Self.start + Int64(number) * 3_600)
    }

    func verify(_ change: (inout Verification) -> Void = { _ in }) throws -> VerifyReport {
        var verification = Verification(path: path, now: Self.start + 1_000 * 3_600)
        verification.freshness = 100_000
        change(&verification)
        return try verification.run()
    }

    /// Names of what a verification finds, each once, sorted.
    func names(_ change: (inout Verification) -> Void = { _ in }) throws -> [String] {
        Array(Set(try verify(change).problems.map(\.kind.rawValue))).sorted()
    }

    /// Runs stock git on the store.
    @discardableResult
    func git(_ arguments: String..., input: String = "") throws -> String {
        let run = try CommandRun(
            URL(filePath: "/usr/bin/git"), ["-C", path] + arguments,
            environment: [
                "GIT_CONFIG_NOSYSTEM": "1", "HOME": "/nonexistent", "GIT_AUTHOR_NAME": "Mallory",
                "GIT_AUTHOR_EMAIL": "m@example.org", "GIT_COMMITTER_NAME": "Mallory",
                "GIT_COMMITTER_EMAIL": "m@example.org",
            ], input: input)
        guard run.status == 0 else { throw GitFailure(words: run.errors) }
        return run.output.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    func file(_ name: String) -> URL { URL(filePath: path).appending(path: name) }
}

struct GitFailure: Error { let words: String }

/// `#require` for initialisers of a scene, which is no test.
func require<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw GitFailure(words: "nothing there") }
    return value
}
