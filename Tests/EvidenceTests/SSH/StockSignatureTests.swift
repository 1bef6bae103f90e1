import TestSupport
import Testing

@testable import Evidence

@Suite("SSH signatures and ssh-keygen", .enabled(if: Stock.hasKeygen, "openssh-client is not installed"))
struct StockSignatureTests {
    private func verify(_ folder: TemporaryFolder, namespace: String, input: String) throws -> CommandRun {
        try Stock.run(
            ["ssh-keygen", "-Y", "verify", "-f", "allowed", "-I", "us", "-n", namespace, "-s", "sig"],
            in: folder,
            input: input)
    }

    @Test(
        "ssh-keygen accepts ours, and only over their own bytes and namespace",
        arguments: ["git", "lexwatch"])
    func ours(_ namespace: String) throws {
        let folder = try TemporaryFolder()
        let key = try SigningKey.generate()
        try folder.write("us \(key.publicKey.openSSHLine())\n", to: "allowed")
        try folder.write(
            SSHSignature.sign(Array("a text\n".utf8), namespace: namespace, with: key), to: "sig")
        let good = try verify(folder, namespace: namespace, input: "a text\n")
        #expect(good.status == 0, "\(good.errors)")
        #expect(try verify(folder, namespace: namespace, input: "another\n").status != 0)
        #expect(try verify(folder, namespace: "file", input: "a text\n").status != 0)
    }

    @Test("we accept ssh-keygen's, with either hash", arguments: ["sha512", "sha256"])
    func theirs(_ hash: String) throws {
        let folder = try TemporaryFolder()
        let key = try SigningKey.generate()
        try folder.writeSecret(key.openSSHFile(), to: "key")
        try folder.write("a text\n", to: "text")
        let made = try Stock.run(
            ["ssh-keygen", "-Y", "sign", "-O", "hashalg=\(hash)", "-f", "key", "-n", "lexwatch", "text"],
            in: folder)
        try #require(made.status == 0, "\(made.errors)")
        let signature = String(decoding: try folder.bytes("text.sig"), as: UTF8.self)
        let message = Array("a text\n".utf8)
        #expect(try SSHSignature.verify(signature, message: message, namespace: "lexwatch") == key.publicKey)
        #expect(throws: EvidenceError.self) {
            try SSHSignature.verify(signature, message: message, namespace: "git")
        }
        // Ed25519 leaves nothing to chance: both write the same bytes.
        if hash == "sha512" {
            #expect(try SSHSignature.sign(message, namespace: "lexwatch", with: key) == signature)
        }
    }

    @Test(
        "git verify-commit accepts a commit that we signed",
        .enabled(if: Stock.hasGit, "git is not installed"))
    func commit() throws {
        let folder = try TemporaryFolder()
        let key = try SigningKey.generate()
        try folder.write("us \(key.publicKey.openSSHLine())\n", to: "allowed")
        try Stock.run(["git", "init", "-q", "."], in: folder)
        let tree = try Stock.run(["git", "mktree"], in: folder).output.filter { !$0.isNewline }
        let head =
            "tree \(tree)\nauthor us <us@example.invalid> 1700000000 +0000\ncommitter us <us@example.invalid> 1700000000 +0000\n"
        let body = "\na commit\n"
        let signature = try SSHSignature.sign(Array((head + body).utf8), namespace: "git", with: key)
        let header = "gpgsig " + signature.split(separator: "\n").joined(separator: "\n ") + "\n"
        func accepts(_ commit: String) throws -> Bool {
            let id = try Stock.run(
                ["git", "hash-object", "-t", "commit", "-w", "--stdin"], in: folder, input: commit
            ).output.filter { !$0.isNewline }
            return try Stock.run(
                [
                    "git", "-c", "gpg.format=ssh", "-c", "gpg.ssh.allowedSignersFile=allowed",
                    "verify-commit", id,
                ], in: folder
            ).status == 0
        }
        #expect(try accepts(head + header + body))
        #expect(try !accepts(head + header + body + "more\n"))
    }
}
