import Evidence
import Foundation
import TestSupport
import Testing

@Suite struct AgeTests {
    private func sealed(_ bytes: [UInt8], _ lock: AgeLock) throws -> [UInt8] {
        var out: [UInt8] = []
        let writer = try AgeWriter(lock) { out += $0 }
        // In uneven pieces.
        var rest = bytes[...]
        while !rest.isEmpty {
            try writer.write(rest.prefix(40_001))
            rest = rest.dropFirst(40_001)
        }
        try writer.finish()
        return out
    }

    private func opened(_ bytes: [UInt8], _ identities: [AgeIdentity], passphrase: String? = nil) throws
        -> [UInt8]
    {
        var rest = bytes[...]
        let reader = try AgeReader(identities: identities, passphrase: passphrase) { count in
            defer { rest = rest.dropFirst(min(count, 7_919)) }
            return Array(rest.prefix(min(count, 7_919)))
        }
        var out: [UInt8] = []
        while let part = try reader.next() { out += part }
        return out
    }

    private func ageError(_ work: () throws -> Void) -> AgeError? {
        do {
            try work()
            return nil
        } catch {
            return error as? AgeError
        }
    }

    private func sample(_ count: Int) -> [UInt8] {
        var random = SeededGenerator(seed: UInt64(count))
        return (0..<count).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    }

    @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 131_072, 200_000])
    func `what is sealed opens again, at every length around a part's`(count: Int) throws {
        let identity = try AgeIdentity.generate()
        let text = sample(count)
        #expect(try opened(sealed(text, .recipients([identity.recipient])), [identity]) == text)
    }

    @Test func `any of several recipients opens it, and nobody else`() throws {
        let identities = try (0..<3).map { _ in try AgeIdentity.generate() }
        let file = try sealed(sample(100), .recipients(identities.map(\.recipient)))
        for identity in identities { #expect(try opened(file, [identity]) == sample(100)) }
        let stranger = try AgeIdentity.generate()
        #expect(ageError { _ = try opened(file, [stranger]) } == .wrongKey(recipients: 3))
        #expect(ageError { _ = try opened(file, []) } == .needsIdentity)
    }

    @Test func `a passphrase locks and unlocks`() throws {
        let file = try sealed(sample(100), .passphrase("钥匙 and a lock", work: 10))
        #expect(try opened(file, [], passphrase: "钥匙 and a lock") == sample(100))
        #expect(ageError { _ = try opened(file, [], passphrase: "钥匙 and a loc") } == .wrongKey(recipients: 1))
        #expect(ageError { _ = try opened(file, []) } == .needsPassphrase)
    }

    @Test func `a file that is cut off anywhere is named, and never taken for whole`() throws {
        let identity = try AgeIdentity.generate()
        let file = try sealed(sample(140_000), .recipients([identity.recipient]))
        for length in [0, 10, 100, 199, 216, 217, 240, 65_000, 65_752, 65_768, 131_304, file.count - 1] {
            let failure = ageError { _ = try opened(Array(file.prefix(length)), [identity]) }
            #expect(failure != nil, "cut to \(length)")
        }
        #expect(ageError { _ = try opened(Array(file.dropLast(1)), [identity]) } == .truncated)
    }

    @Test func `a byte that was changed anywhere is named`() throws {
        let identity = try AgeIdentity.generate()
        let file = try sealed(sample(70_000), .recipients([identity.recipient]))
        for at in Array(stride(from: 0, to: 260, by: 3)) + [1_000, 65_000, 66_000, file.count - 1] {
            var changed = file
            changed[at] ^= 1
            #expect(ageError { _ = try opened(changed, [identity]) } != nil, "byte \(at)")
        }
        #expect(ageError { _ = try opened(file + [0], [identity]) } != nil)
    }

    @Test func `keys are read in one spelling only`() throws {
        let identity = try AgeIdentity.generate()
        let text = identity.recipient.description
        #expect(try AgeRecipient(text) == identity.recipient)
        #expect(try AgeIdentity(identity.secretText).recipient == identity.recipient)
        for wrong in [
            text.uppercased(), String(text.dropLast()), text + "q", "age1" + text, identity.secretText, "",
        ] {
            #expect(ageError { _ = try AgeRecipient(wrong) } != nil)
        }
        #expect(ageError { _ = try AgeIdentity.file("# nothing\n\n", name: "keys") } != nil)
        let file = "# created\r\n\(identity.secretText)\r\n"
        #expect(try AgeIdentity.file(file, name: "keys").map(\.recipient) == [identity.recipient])
    }

    static let ageIsThere = ["/usr/bin/age", "/usr/local/bin/age"].contains(
        where: FileManager.default.isExecutableFile)

    @Test(.enabled(if: AgeTests.ageIsThere)) func `age opens ours, and we open what age sealed`() throws {
        let folder = try TemporaryFolder()
        let program = URL(filePath: "/usr/bin/env")
        let keys = folder.url.appending(path: "keys")
        #expect(try CommandRun(program, ["age-keygen", "-o", keys.path]).status == 0)
        let identities = try AgeIdentity.file(String(contentsOf: keys, encoding: .utf8), name: "keys")
        let recipient = try #require(identities.first?.recipient)
        #expect(
            try CommandRun(program, ["age-keygen", "-y", keys.path]).output == recipient.description + "\n")
        for count in [0, 65_536, 100_000] {
            let (ours, plain) = (folder.url.appending(path: "ours.age"), folder.url.appending(path: "plain"))
            try Data(sealed(sample(count), .recipients([AgeIdentity.generate().recipient, recipient]))).write(
                to: ours)
            let out = folder.url.appending(path: "out-\(count)")
            let run = try CommandRun(program, ["age", "-d", "-i", keys.path, "-o", out.path, ours.path])
            #expect(run.status == 0, "\(run.errors)")
            #expect([UInt8]((try? Data(contentsOf: out)) ?? Data()) == sample(count))
            try Data(sample(count)).write(to: plain)
            let theirs = folder.url.appending(path: "theirs.age")
            #expect(
                try CommandRun(program, ["age", "-r", recipient.description, "-o", theirs.path, plain.path])
                    .status == 0)
            #expect(try opened([UInt8](Data(contentsOf: theirs)), identities) == sample(count))
        }
    }
}
