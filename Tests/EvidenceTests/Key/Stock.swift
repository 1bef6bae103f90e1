import Foundation
import TestSupport
import Testing

@testable import Evidence

/// Programs that others wrote, asked whether they agree.
enum Stock {
    static let hasKeygen = isThere(["ssh-keygen", "-?"])
    static let hasGit = isThere(["git", "--version"])
    static let hasOpenSSL = isThere(["openssl", "version"])

    /// Runs a program found through PATH.
    @discardableResult
    static func run(_ arguments: [String], in folder: TemporaryFolder? = nil, input: String = "") throws
        -> CommandRun
    {
        try CommandRun(
            URL(filePath: "/usr/bin/env"), arguments, in: folder?.url,
            environment: ["HOME": folder?.url.path ?? "/nonexistent", "GIT_CONFIG_NOSYSTEM": "1"],
            input: input)
    }

    private static func isThere(_ arguments: [String]) -> Bool {
        guard let run = try? run(arguments) else { return false }
        return run.status != 127
    }
}

extension TemporaryFolder {
    func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: url.appending(path: name))) }

    func write(_ bytes: [UInt8], to name: String) throws {
        try Data(bytes).write(to: url.appending(path: name))
    }

    /// ssh-keygen reads no private key that others may read.
    func writeSecret(_ text: String, to name: String) throws {
        let file = try write(text, to: name)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
    }
}
