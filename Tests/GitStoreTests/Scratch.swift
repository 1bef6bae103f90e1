import Foundation
import GitStore
import Statute
import Testing

/// A folder of its own for one test, removed when the test lets go of it.
final class Scratch {
    let folder: String

    init() throws {
        folder = NSTemporaryDirectory() + "lexwatch-store-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    var store: String { folder + "/store.git" }

    func open(_ access: GitStore.Access = .writing) throws -> GitStore {
        try GitStore(path: store, access: access)
    }

    /// Makes an empty file.
    func touch(_ path: String) { _ = FileManager.default.createFile(atPath: path, contents: nil) }

    /// What the git command says; its own configuration only.
    @discardableResult
    func git(_ arguments: String...) throws -> (status: Int32, output: String) {
        try run("git", ["-C", store] + arguments)
    }

    @discardableResult
    func run(_ tool: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [tool] + arguments
        var environment = ProcessInfo.processInfo.environment
        environment["GIT_CONFIG_GLOBAL"] = "/dev/null"
        environment["GIT_CONFIG_SYSTEM"] = "/dev/null"
        process.environment = environment
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }

    /// Every file below the store with its content, to show that nothing changed.
    func picture() -> [String: Data] {
        var found: [String: Data] = [:]
        for name in FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? [] {
            if let data = FileManager.default.contents(atPath: folder + "/" + name) { found[name] = data }
        }
        return found
    }
}

func instrument(_ id: String) throws -> InstrumentID { try #require(InstrumentID(id)) }

func versionKey(_ id: String, _ name: String) throws -> VersionKey {
    VersionKey(instrument: try instrument(id), version: try #require(VersionName(name)))
}

func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

/// A version draft with one Chinese text.
func draft(_ id: String, _ name: String, _ text: String, time: UInt32 = 1_700_000_000) throws -> CommitDraft {
    try .version(
        versionKey(id, name), texts: ["zh": bytes(text)],
        metadata: bytes("{\"schema\":1}\n"), title: "\(id): \(name)", trailers: [Trailer(.parser, "3")],
        time: time)
}

func capture(_ id: String, _ source: String, _ text: String, type: String = "html") throws -> CommitDraft {
    try .capture(
        CaptureKey(instrument: instrument(id), source: source), document: bytes(text), type: type,
        metadata: bytes("{}\n"), title: "\(id): \(source)", time: 1_700_000_000)
}

func batch(_ branch: StoreBranch, _ drafts: CommitDraft...) -> StoreBatch {
    var batch = StoreBatch()
    for draft in drafts { batch.add(draft, to: branch) }
    return batch
}

/// The store error that some work ends in; nil when it ends well or otherwise.
func storeError(_ work: () throws -> Void) -> StoreError? {
    do {
        try work()
        return nil
    } catch {
        return error as? StoreError
    }
}
