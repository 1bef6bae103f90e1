import Foundation
import GitStore
import Statute
import Testing

@Suite struct SigningTests {
    static let hasSSH = FileManager.default.isExecutableFile(atPath: "/usr/bin/ssh-keygen")

    @Test func `a signature stands last in the header and leaves the payload as it was`() throws {
        let (plain, signed) = (try Scratch(), try Scratch())
        let work = try batch(.versions, draft("cn/x", "undated.a", "第一条"))
        _ = try plain.open().write(work)
        let signer = CommitSigner { _ in "-----BEGIN SSH SIGNATURE-----\nAAAA\n-----END SSH SIGNATURE-----\n"
        }
        let store = try GitStore(path: signed.store, access: .writing, signer: signer)
        _ = try store.write(work)
        let text = try signed.git("cat-file", "commit", "versions").output
        let lines = text.components(separatedBy: "\n")
        let header = [
            "gpgsig -----BEGIN SSH SIGNATURE-----", " AAAA", " -----END SSH SIGNATURE-----", "",
        ]
        #expect(Array(lines[3..<7]) == header)
        let without = lines.filter { !$0.hasPrefix("gpgsig") && !$0.hasPrefix(" ") }.joined(separator: "\n")
        #expect(try plain.git("cat-file", "commit", "versions").output == without)
        #expect(try signed.git("fsck", "--strict", "--full", "--no-progress").output.isEmpty)
        #expect(try store.log(.versions).first?.trailer(.version) == "undated.a")
    }

    @Test func `a signer that fails stops the batch and nothing is written`() throws {
        let scratch = try Scratch()
        let failures: [CommitSigner] = [
            CommitSigner { _ throws(StoreError) in
                throw .cannotRead(path: "key", reason: "no such file")
            },
            CommitSigner { _ in "" },
        ]
        for (signer, code) in zip(failures, [Int32(74), 65]) {
            let store = try GitStore(path: scratch.store, access: .writing, signer: signer)
            let error = storeError { _ = try store.write(batch(.versions, draft("cn/x", "undated.a", "一"))) }
            #expect(error?.exitCode == code)
            #expect(try store.tip(.versions) == nil)
        }
        #expect(try scratch.git("count-objects", "-v").output.contains("packs: 0"))
    }

    @Test(.enabled(if: hasSSH))
    func `git itself accepts a signature by ssh-keygen, on branches and timelines`() throws {
        let scratch = try Scratch()
        let key = scratch.folder + "/key"
        try scratch.run("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", "x", "-f", key])
        let folder = scratch.folder
        let signer = CommitSigner { payload throws(StoreError) in
            let path = folder + "/payload"
            try? FileManager.default.removeItem(atPath: path + ".sig")
            do {
                try Data(payload).write(to: URL(fileURLWithPath: path))
                let process = Process()
                process.executableURL = URL(fileURLWithPath: "/usr/bin/ssh-keygen")
                process.arguments = ["-q", "-Y", "sign", "-n", "git", "-f", key, path]
                process.standardError = FileHandle.nullDevice
                try process.run()
                process.waitUntilExit()
                return String(
                    decoding: try Data(contentsOf: URL(fileURLWithPath: path + ".sig")), as: UTF8.self)
            } catch {
                throw .cannotRead(path: path, reason: "\(error)")
            }
        }
        let store = try GitStore(path: scratch.store, access: .writing, signer: signer)
        _ = try store.write(
            batch(.versions, draft("cn/x", "undated.a", "第一条"), draft("cn/x", "undated.b", "第二条")))
        let law = try instrument("cn/x")
        let entry = Timeline.Entry(date: nil, texts: ["zh": bytes("第一条")], title: "first")
        let made = try store.rebuild([Timeline(instrument: law, entries: [entry])])
        #expect(made.moved == [law])
        // Ed25519 is deterministic: made again it is the same commit.
        #expect(try store.rebuild([Timeline(instrument: law, entries: [entry])]).unchanged == [law])
        let line = try String(contentsOfFile: key + ".pub", encoding: .utf8)
        try Data("lexwatch@localhost \(line)".utf8).write(to: URL(fileURLWithPath: folder + "/signers"))
        try scratch.git("config", "gpg.format", "ssh")
        try scratch.git("config", "gpg.ssh.allowedSignersFile", folder + "/signers")
        for name in ["versions", "versions~1", "timeline/cn/x"] {
            #expect(try scratch.git("verify-commit", name).status == 0, "\(name)")
        }
    }
}
