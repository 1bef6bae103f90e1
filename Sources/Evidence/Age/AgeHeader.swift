/// The head of an age file (C2SP, age v1): for each of those who can open it, the file's key in a form that only they can
/// undo, and a code over all of it.
struct AgeHeader {
    struct Stanza {
        var words: [String]
        var body: [UInt8]
    }

    static let version = "age-encryption.org/v1"
    private static let wrapping = "age-encryption.org/v1/X25519"
    private static let locking = "age-encryption.org/v1/scrypt"
    private static let zero = [UInt8](repeating: 0, count: 12)

    private let stanzas: [Stanza]
    /// Up to and with the three hyphens.
    private let text: [UInt8]
    private let code: [UInt8]

    // MARK: Writing

    /// The head for a file key of 16 bytes.
    static func bytes(_ fileKey: [UInt8], _ lock: AgeLock) throws(AgeError) -> [UInt8] {
        var text = version + "\n"
        switch lock {
        case .recipients(let recipients):
            guard !recipients.isEmpty else {
                throw .badKey("an encrypted file is for somebody; name a recipient")
            }
            for recipient in recipients {
                let secret = try AgeCrypto.random(32)
                let share = try AgeCrypto.publicKey(of: secret)
                guard let shared = AgeCrypto.shared(secret, with: recipient.key) else {
                    throw .badKey("\(recipient) is a point that everybody knows the secret of")
                }
                let key = try AgeCrypto.derive(shared, salt: share + recipient.key, wrapping)
                text += stanza(
                    ["X25519", unpadded(share)], try AgeCrypto.seal(fileKey, key: key, nonce: zero))
            }
        case .passphrase(let phrase, let work):
            guard !phrase.isEmpty else { throw .badKey("a passphrase is not empty") }
            guard (1...20).contains(work) else { throw .badKey("the work for a passphrase is 1 to 20") }
            let salt = try AgeCrypto.random(16)
            let key = try AgeCrypto.scrypt(Array(phrase.utf8), salt: Array(locking.utf8) + salt, log: work)
            text += stanza(
                ["scrypt", unpadded(salt), "\(work)"], try AgeCrypto.seal(fileKey, key: key, nonce: zero))
        }
        text += "---"
        let code = try AgeCrypto.authentication(
            Array(text.utf8), key: AgeCrypto.derive(fileKey, salt: [], "header"))
        return Array("\(text) \(unpadded(code))\n".utf8)
    }

    private static func stanza(_ words: [String], _ body: [UInt8]) -> String {
        var text = "-> " + words.joined(separator: " ") + "\n"
        var rest = Array(unpadded(body).utf8)[...]
        while rest.count >= 64 {
            text += String(decoding: rest.prefix(64), as: UTF8.self) + "\n"
            rest = rest.dropFirst(64)
        }
        // The last line is shorter than the others, if need be empty: so its end is seen.
        return text + String(decoding: rest, as: UTF8.self) + "\n"
    }

    // MARK: Reading

    /// - Parameter line: gives the next line without its end; nil when there is none.
    init(_ line: () throws -> [UInt8]?) throws {
        guard try line() == Array(Self.version.utf8) else {
            throw AgeError.malformed("its first line is not \(Self.version)")
        }
        var stanzas: [Stanza] = []
        var text = Array((Self.version + "\n").utf8)
        var open = try Self.next(line)
        while !open.starts(with: "---".utf8) {
            text += open + [0x0a]
            guard open.starts(with: "-> ".utf8) else {
                throw AgeError.malformed("a line of its head begins with neither -> nor ---")
            }
            let words = open.dropFirst(3).split(separator: 0x20, omittingEmptySubsequences: false)
            guard words.allSatisfy({ !$0.isEmpty && $0.allSatisfy { (33...126).contains($0) } }) else {
                throw AgeError.malformed("a recipient in its head is not written in words")
            }
            var body: [UInt8] = []
            while true {
                let part = try Self.next(line)
                text += part + [0x0a]
                guard part.count <= 64 else { throw AgeError.malformed("a line of its head is too long") }
                body += part
                if part.count < 64 { break }
            }
            guard let bytes = Self.padded(body) else {
                throw AgeError.malformed("a key in its head is not base64")
            }
            stanzas.append(Stanza(words: words.map { String(decoding: $0, as: UTF8.self) }, body: bytes))
            open = try Self.next(line)
        }
        guard open.count > 4, open[3] == 0x20, let code = Self.padded(Array(open[4...])), code.count == 32
        else {
            throw AgeError.malformed("its head ends without a code")
        }
        self.stanzas = stanzas
        self.text = text + Array("---".utf8)
        self.code = code
    }

    private static func next(_ line: () throws -> [UInt8]?) throws -> [UInt8] {
        guard let found = try line() else { throw AgeError.truncated }
        return found
    }

    /// The key of the file.
    func fileKey(_ identities: [AgeIdentity], passphrase: String?) throws(AgeError) -> [UInt8] {
        guard !stanzas.isEmpty else { throw .malformed("it is for nobody") }
        let key: [UInt8]
        if stanzas.contains(where: { $0.words[0] == "scrypt" }) {
            key = try unlocked(passphrase)
        } else {
            key = try unwrapped(identities)
        }
        guard try AgeCrypto.authentication(text, key: AgeCrypto.derive(key, salt: [], "header")) == code
        else {
            throw .malformed("its head was changed")
        }
        return key
    }

    private func unlocked(_ passphrase: String?) throws(AgeError) -> [UInt8] {
        guard stanzas.count == 1, stanzas[0].words.count == 3,
            let salt = Self.padded(Array(stanzas[0].words[1].utf8)),
            salt.count == 16, let work = Int(stanzas[0].words[2]), "\(work)" == stanzas[0].words[2],
            (1...22).contains(work), stanzas[0].body.count == 32
        else { throw .malformed("its passphrase is not written as age writes it, or asks for too much work") }
        guard let passphrase else { throw .needsPassphrase }
        let key = try AgeCrypto.scrypt(
            Array(passphrase.utf8), salt: Array(Self.locking.utf8) + salt, log: work)
        guard let found = AgeCrypto.open(stanzas[0].body[...], key: key, nonce: Self.zero) else {
            throw .wrongKey(recipients: 1)
        }
        return found
    }

    private func unwrapped(_ identities: [AgeIdentity]) throws(AgeError) -> [UInt8] {
        guard !identities.isEmpty else { throw .needsIdentity }
        for stanza in stanzas where stanza.words[0] == "X25519" {
            guard stanza.words.count == 2, let share = Self.padded(Array(stanza.words[1].utf8)),
                share.count == 32,
                stanza.body.count == 32
            else { throw .malformed("a recipient of its head is not written as age writes it") }
            for identity in identities {
                guard let shared = AgeCrypto.shared(identity.secret, with: share) else {
                    throw .malformed("a recipient of its head is a point that everybody knows the secret of")
                }
                let key = try AgeCrypto.derive(shared, salt: share + identity.recipient.key, Self.wrapping)
                if let found = AgeCrypto.open(stanza.body[...], key: key, nonce: Self.zero) { return found }
            }
        }
        throw .wrongKey(recipients: stanzas.count)
    }

    // MARK: Base64 without padding

    private static func unpadded(_ bytes: [UInt8]) -> String {
        String(decoding: Base64.encode(bytes).utf8.filter { $0 != 0x3d }, as: UTF8.self)
    }

    private static func padded(_ text: [UInt8]) -> [UInt8]? {
        guard !text.contains(0x3d), text.count % 4 != 1 else { return nil }
        return Base64.decode(text + [UInt8](repeating: 0x3d, count: (4 - text.count % 4) % 4))
    }
}
