import CCrypto

extension SigningKey {
    private static let label = "OPENSSH PRIVATE KEY"
    private static let magic = Array("openssh-key-v1\0".utf8)

    /// Reads a private key file as `ssh-keygen -t ed25519` writes it without a passphrase (OpenSSH, PROTOCOL.key).
    package init(openSSH file: [UInt8]) throws(EvidenceError) {
        var bytes = try Armour.read(file, label: Self.label, subject: Self.subject)
        defer { Wiping.wipe(&bytes) }
        // A function of its own, whose readers are gone before the bytes are wiped: else a copy would be.
        try self.init(unarmoured: bytes)
    }

    private static let subject = "SSH private key"

    private static func malformed(_ reason: String) -> EvidenceError {
        .malformed(subject: subject, line: nil, reason: reason)
    }

    private init(unarmoured bytes: [UInt8]) throws(EvidenceError) {
        var outer = WireReader(bytes)
        guard outer.skip(Self.magic) else { throw Self.malformed("it is not of format openssh-key-v1") }
        guard let cipher = outer.string(), let derivation = outer.string(), let options = outer.string()
        else {
            throw Self.malformed("it is cut short")
        }
        guard cipher.elementsEqual("none".utf8), derivation.elementsEqual("none".utf8), options.isEmpty else {
            throw .unsupported(
                subject: Self.subject,
                reason: "it is protected by a passphrase, which nobody can enter at night",
                advice:
                    "Take the passphrase off a copy with: ssh-keygen -p -N '' -f FILE, and guard the file itself."
            )
        }
        guard let count = outer.number(), count == 1 else {
            throw Self.malformed("it does not hold exactly one key")
        }
        guard let half = outer.string(), let part = outer.part(), outer.left == 0 else {
            throw Self.malformed("it is cut short or goes on after its end")
        }
        let expected = try VerifierKey(blob: half, subject: Self.subject)
        try self.init(bytes, part, expected)
    }

    /// Reads the part that would be encrypted.
    private init(_ bytes: [UInt8], _ part: Range<Int>, _ expected: VerifierKey) throws(EvidenceError) {
        var inner = WireReader(bytes, part)
        guard part.count % 8 == 0, let check = inner.number(), inner.number() == check else {
            throw Self.malformed("its check numbers differ")
        }
        guard inner.string() == Array(VerifierKey.algorithm.utf8), inner.string() == expected.bytes else {
            throw Self.malformed("its private and public halves are of different keys")
        }
        guard let halves = inner.part(), halves.count == 64, inner.part() != nil else {
            throw Self.malformed("its private half is not 64 bytes")
        }
        var pad: UInt8 = 0
        while let byte = inner.byte() {
            pad += 1
            guard byte == pad, pad < 8 else { throw Self.malformed("its padding is wrong") }
        }
        var seed = Array(bytes[halves.lowerBound..<(halves.lowerBound + 32)])
        defer { Wiping.wipe(&seed) }
        try self.init(seed: seed)
        guard publicKey == expected, bytes[halves].dropFirst(32).elementsEqual(expected.bytes) else {
            throw Self.malformed("its private and public halves are of different keys")
        }
    }

    /// The file that `ssh-keygen` would write without a passphrase. It is the secret itself: write it with mode 0600.
    package func openSSHFile(comment: String = "") -> String {
        // Two equal numbers show that decryption went well; without a passphrase they may be any.
        let check = Array(SHA2.sha256(publicKey.blob + Array(comment.utf8))[..<4])
        var inner = check + check
        inner.reserveCapacity(256 + comment.utf8.count)
        inner += Wire.string(VerifierKey.algorithm.utf8) + Wire.string(publicKey.bytes)
        inner += Wire.number(64)
        withExtendedLifetime(pair) { inner += pair.seed }
        inner += publicKey.bytes
        inner += Wire.string(comment.utf8)
        var pad: UInt8 = 0
        while inner.count % 8 != 0 {
            pad += 1
            inner.append(pad)
        }
        let none = Wire.string("none".utf8)
        var outer = Self.magic + none + none + Wire.string([]) + Wire.number(1) + Wire.string(publicKey.blob)
        outer.reserveCapacity(outer.count + inner.count + 4)
        outer += Wire.number(UInt32(truncatingIfNeeded: inner.count))
        outer += inner
        defer {
            Wiping.wipe(&inner)
            Wiping.wipe(&outer)
        }
        return Armour.write(outer, label: Self.label)
    }
}
