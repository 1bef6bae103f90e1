import TestSupport
import Testing

@testable import Evidence

@Suite("Keys and ssh-keygen", .enabled(if: Stock.hasKeygen, "openssh-client is not installed"))
struct KeygenTests {
    @Test("ssh-keygen reads our file, and finds our public key and fingerprint in it")
    func ours() throws {
        let folder = try TemporaryFolder()
        let key = try SigningKey.generate()
        try folder.writeSecret(key.openSSHFile(comment: "lexwatch test"), to: "key")
        let public_ = try Stock.run(["ssh-keygen", "-y", "-f", "key"], in: folder)
        #expect(
            public_.output == key.publicKey.openSSHLine(comment: "lexwatch test") + "\n", "\(public_.errors)")
        try folder.write(key.publicKey.openSSHLine(comment: "c"), to: "key.pub")
        let list = try Stock.run(["ssh-keygen", "-l", "-f", "key.pub"], in: folder)
        #expect(list.output == "256 \(key.publicKey.fingerprint) c (ED25519)\n")
    }

    @Test("we read the file that ssh-keygen writes, and its public line")
    func theirs() throws {
        let folder = try TemporaryFolder()
        let made = try Stock.run(
            ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "some comment", "-f", "key"], in: folder)
        try #require(made.status == 0, "\(made.errors)")
        let key = try SigningKey(openSSH: folder.bytes("key"))
        let line = String(decoding: try folder.bytes("key.pub"), as: UTF8.self)
        #expect(try VerifierKey(openSSHLine: line) == key.publicKey)
        #expect(key.publicKey.openSSHLine(comment: "some comment") + "\n" == line)
    }

    @Test("a key with a passphrase is refused, and how to take it off is said")
    func passphrase() throws {
        let folder = try TemporaryFolder()
        try Stock.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "secret", "-f", "key"], in: folder)
        let file = try folder.bytes("key")
        #expect {
            try SigningKey(openSSH: file)
        } throws: { error in
            guard let error = error as? EvidenceError, case .unsupported = error else { return false }
            return error.description.contains("passphrase") && error.advice.contains("ssh-keygen -p")
        }
        // What the advice says is enough.
        let taken = try Stock.run(
            ["ssh-keygen", "-p", "-q", "-P", "secret", "-N", "", "-f", "key"], in: folder)
        try #require(taken.status == 0, "\(taken.errors)")
        let line = String(decoding: try folder.bytes("key.pub"), as: UTF8.self)
        #expect(try SigningKey(openSSH: folder.bytes("key")).publicKey == VerifierKey(openSSHLine: line))
    }

    @Test("keys of other algorithms are refused by name", arguments: ["rsa", "ecdsa"])
    func otherAlgorithms(_ kind: String) throws {
        let folder = try TemporaryFolder()
        try Stock.run(["ssh-keygen", "-q", "-t", kind, "-N", "", "-f", "key"], in: folder)
        let file = try folder.bytes("key")
        let line = String(decoding: try folder.bytes("key.pub"), as: UTF8.self)
        func isNamed(_ error: any Error) -> Bool {
            guard let error = error as? EvidenceError, case .unsupported = error else { return false }
            return error.description.contains(kind) && error.advice.contains("ssh-keygen -t ed25519")
        }
        #expect(performing: { try SigningKey(openSSH: file) }, throws: isNamed)
        #expect(performing: { try VerifierKey(openSSHLine: line) }, throws: isNamed)
    }
}
