import Testing

@testable import Evidence

@Suite("SSH signatures")
struct SSHSignatureTests {
    static let message = Array("tree 0\nparent 1\n\n中文\n".utf8)

    @Test("hold for their message and namespace, and are the same each time")
    func holds() throws {
        let key = try SigningKey.generate()
        for message in [[], [0], Self.message, Array(repeating: 7, count: 100_000)] as [[UInt8]] {
            let signature = try SSHSignature.sign(message, namespace: "git", with: key)
            #expect(try SSHSignature.sign(message, namespace: "git", with: key) == signature)
            #expect(try SSHSignature.verify(signature, message: message, namespace: "git") == key.publicKey)
            // As a header of a commit keeps it.
            #expect(
                try SSHSignature.verify(String(signature.dropLast()), message: message, namespace: "git")
                    == key.publicKey)
        }
    }

    private func reason(_ armoured: String, _ message: [UInt8] = message, _ namespace: String = "git")
        -> String
    {
        do {
            _ = try SSHSignature.verify(armoured, message: message, namespace: namespace)
            return "good"
        } catch {
            return error.description
        }
    }

    /// The blob of a signature with some of its parts replaced.
    private func blob(
        _ key: SigningKey, namespace: String = "git", hash: String = "sha512", version: UInt32 = 1,
        signature: [UInt8]? = nil
    ) throws -> String {
        let inner = try signature ?? (Wire.string("ssh-ed25519".utf8) + Wire.string(key.sign([])))
        return Armour.write(
            SSHSignature.magic + Wire.number(version) + Wire.string(key.publicKey.blob)
                + Wire.string(namespace.utf8)
                + Wire.string([]) + Wire.string(hash.utf8) + Wire.string(inner), label: SSHSignature.label)
    }

    @Test("that are forged, of another namespace or cut short are named")
    func named() throws {
        let key = try SigningKey.generate()
        let good = try SSHSignature.sign(Self.message, namespace: "git", with: key)
        #expect(reason(good) == "good")
        let over = "SSH signature: it is not a signature of \(key.publicKey.fingerprint) over these bytes"
        #expect(reason(good, Self.message + [0]) == over)
        #expect(
            reason(good, Self.message, "lexwatch")
                == #"SSH signature: made for namespace "git", not for "lexwatch""#)
        // A signature for one namespace under the name of another.
        let relabelled = try Armour.read(Array(good.utf8), label: SSHSignature.label, subject: "")
        let place = try #require(
            (0..<(relabelled.count - 3)).first { relabelled[$0..<($0 + 3)].elementsEqual("git".utf8) })
        var other = relabelled
        other.replaceSubrange(place..<(place + 3), with: "tag".utf8)
        #expect(reason(Armour.write(other, label: SSHSignature.label), Self.message, "tag") == over)
        // Somebody else's name on it.
        let stranger = try SigningKey.generate().publicKey
        let half = try #require(
            (0..<(relabelled.count - 31)).first {
                relabelled[$0..<($0 + 32)].elementsEqual(key.publicKey.bytes)
            })
        var stolen = relabelled
        stolen.replaceSubrange(half..<(half + 32), with: stranger.bytes)
        #expect(reason(Armour.write(stolen, label: SSHSignature.label)).contains(stranger.fingerprint))

        #expect(try reason(blob(key)) == over)
        #expect(try reason(blob(key, hash: "md5")).contains(#"its hash is "md5""#))
        #expect(try reason(blob(key, version: 2)).contains("version 2"))
        #expect(try reason(blob(key, namespace: "")).contains("namespace is empty"))
        #expect(try reason(blob(key, signature: Wire.string("ssh-rsa".utf8))).contains("ssh-rsa"))
        #expect(try reason(blob(key, signature: [])).contains("cut short"))
        #expect(
            try reason(blob(key, signature: Wire.string("ssh-ed25519".utf8) + Wire.string([1]))).contains(
                "64 bytes"))
        for count in 0..<relabelled.count {
            let cut = reason(Armour.write(Array(relabelled[..<count]), label: SSHSignature.label))
            #expect(
                cut.contains("cut short") || cut.contains("SSHSIG") || cut.contains("end"), "\(count): \(cut)"
            )
        }
        #expect(
            reason(Armour.write(relabelled + [0], label: SSHSignature.label)).contains(
                "goes on after its end"))
        let lines = good.split(separator: "\n").map(String.init)
        #expect(
            reason(good.replacing(lines[2], with: "*" + lines[2].dropFirst())).hasPrefix(
                "SSH signature:3: a line that is not base64"))
        #expect(reason(good.replacing(lines[lines.count - 2] + "\n", with: "")).contains("SSH signature"))
        #expect(reason("").contains("BEGIN SSH SIGNATURE"))
        #expect(reason(lines.dropLast().joined(separator: "\n")).contains("END SSH SIGNATURE"))
        #expect(reason(good + "more") != "good")
        #expect(reason(" " + good) != "good")
        #expect(reason(good.replacing("\n", with: "\r\n")) != "good")
    }

    @Test("are not made for an empty namespace")
    func emptyNamespace() throws {
        let key = try SigningKey.generate()
        #expect(throws: EvidenceError.self) { try SSHSignature.sign([], namespace: "", with: key) }
    }
}
