import Statute
import Testing

@testable import Evidence

@Suite("Keys")
struct SigningKeyTests {
    /// RFC 8032, 7.1, tests 1 and 2.
    @Test(
        "sign as the RFC says",
        arguments: [
            (
                "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
                "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
                "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
            ),
            (
                "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
                "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
                "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
            ),
        ])
    func known(_ seed: String, _ key: String, _ message: String, _ signature: String) throws {
        let signer = try SigningKey(seed: #require(Hexadecimal.bytes(seed)))
        let bytes = try #require(Hexadecimal.bytes(message))
        #expect(Hexadecimal.string(signer.publicKey.bytes) == key)
        let made = try signer.sign(bytes)
        #expect(Hexadecimal.string(made) == signature)
        #expect(signer.publicKey.verifies(made, of: bytes))
        #expect(!signer.publicKey.verifies(made, of: bytes + [0]))
        #expect(!signer.publicKey.verifies(Array(made.dropLast()), of: bytes))
        #expect(!signer.publicKey.verifies(made + [0], of: bytes))
    }

    @Test("of small order or off the curve verify nothing")
    func weakKeys() {
        for first in UInt8.min...UInt8.max {
            let key = VerifierKey(exactly: [first] + Array(repeating: 0xFF, count: 31))
            #expect(!key.verifies(Array(repeating: 0, count: 64), of: [1]))
        }
    }

    @Test("are new each time, and show nothing of themselves")
    func secrecy() throws {
        let key = try SigningKey.generate()
        #expect(try SigningKey.generate().publicKey != key.publicKey)
        var dumped = ""
        dump(key, to: &dumped)
        for text in ["\(key)", String(reflecting: key), dumped] {
            #expect(text.contains("signing key of SHA256:"))
            #expect(!text.contains("seed"))
        }
    }

    @Test("come back out of their file")
    func file() throws {
        for comment in ["", "x", "a long comment, and 中文", "12345678"] {
            let key = try SigningKey.generate()
            let file = key.openSSHFile(comment: comment)
            let read = try SigningKey(openSSH: Array(file.utf8))
            #expect(read.publicKey == key.publicKey)
            #expect(try read.sign([1]) == key.sign([1]))
            #expect(file.hasPrefix("-----BEGIN OPENSSH PRIVATE KEY-----\n"))
            #expect(file.split(separator: "\n").allSatisfy { $0.count <= 70 })
        }
    }

    @Test("come back out of their public line")
    func line() throws {
        let key = try SigningKey.generate().publicKey
        #expect(try VerifierKey(openSSHLine: key.openSSHLine()) == key)
        #expect(try VerifierKey(openSSHLine: key.openSSHLine(comment: "a b\nc") + "\n") == key)
        #expect(!key.openSSHLine(comment: "a\r\nb").contains { $0.isNewline })
        let base64 = Base64.encode(key.blob)
        for wrong in [
            "", "ssh-ed25519", "ssh-ed25519 ", "ssh-ed25519  \(base64)", "ssh-rsa \(base64)",
            " ssh-ed25519 \(base64)",
            "ssh-ed25519 \(base64.dropLast(4))", "ssh-ed25519 \(base64)\nssh-ed25519 \(base64)",
            "ssh-ed25519\t\(base64)",
            "ssh-ed25519 AAAA", "ssh-ed25519 \(Base64.encode(key.blob + [0]))",
            "ssh-ed25519 \(Base64.encode(Wire.string("ssh-rsa".utf8) + Wire.string(key.bytes)))",
        ] {
            #expect(throws: EvidenceError.self, "\(wrong)") { try VerifierKey(openSSHLine: wrong) }
        }
    }

    @Test("whose file has halves of different keys are refused")
    func mixedHalves() throws {
        let (one, two) = (try SigningKey.generate(), try SigningKey.generate())
        let bytes = try Armour.read(
            Array(one.openSSHFile().utf8), label: "OPENSSH PRIVATE KEY", subject: "")
        for count in 1...3 {
            var changed = bytes
            var place = 0
            for _ in 0..<count {
                let found = try #require(
                    (place..<(changed.count - 31)).first {
                        changed[$0..<($0 + 32)].elementsEqual(one.publicKey.bytes)
                    })
                changed.replaceSubrange(found..<(found + 32), with: two.publicKey.bytes)
                place = found + 32
            }
            let file = Armour.write(changed, label: "OPENSSH PRIVATE KEY")
            #expect(
                throws: EvidenceError.malformed(
                    subject: "SSH private key", line: nil,
                    reason: "its private and public halves are of different keys")
            ) { try SigningKey(openSSH: Array(file.utf8)) }
        }
    }

    @Test("in other files are refused, and no error tells what they hold")
    func otherFiles() throws {
        let file = try SigningKey.generate().openSSHFile()
        let lines = file.split(separator: "\n").map(String.init)
        for wrong in [
            "", "\n", lines[0], lines[0] + "\n" + lines[0], file.replacing("OPENSSH ", with: ""), file + file,
            "\n" + file, file + "\n\n", file.replacing("\n", with: "\r\n"),
            file.replacing(lines[2] + "\n", with: ""),
            file.replacing(lines[1], with: lines[1].dropLast() + "!"), String(repeating: file, count: 200),
            lines[0] + "\n" + lines[lines.count - 1] + "\n",
        ] {
            #expect {
                try SigningKey(openSSH: Array(wrong.utf8))
            } throws: { error in
                error is EvidenceError && !"\(error)".contains(lines[3])
                    && !"\(error)".contains(lines[3].prefix(12))
            }
        }
    }
}
