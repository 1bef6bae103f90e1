/// Who can open an age file: the public half of a key, `age1…`.
package struct AgeRecipient: Sendable, Hashable, CustomStringConvertible {
    let key: [UInt8]

    init(key: [UInt8]) { self.key = key }

    /// - Throws: ``AgeError/badKey(_:)``.
    package init(_ text: String) throws(AgeError) {
        guard let found = Bech32.bytes(text), found.prefix == "age", found.bytes.count == 32,
            text.utf8.starts(with: "age1".utf8)
        else {
            throw .badKey(
                "“\(text.prefix(80))” is no recipient of age; one looks like age1…, as age-keygen -y prints it"
            )
        }
        key = found.bytes
    }

    package var description: String { Bech32.text("age", key) }
}

/// What opens an age file: the secret half of a key, `AGE-SECRET-KEY-1…`. Never shown.
package struct AgeIdentity: Sendable {
    let secret: [UInt8]
    package let recipient: AgeRecipient

    private init(secret: [UInt8]) throws(AgeError) {
        self.secret = secret
        recipient = AgeRecipient(key: try AgeCrypto.publicKey(of: secret))
    }

    package static func generate() throws(AgeError) -> AgeIdentity {
        try AgeIdentity(secret: AgeCrypto.random(32))
    }

    /// - Throws: ``AgeError/badKey(_:)``.
    package init(_ text: String) throws(AgeError) {
        guard let found = Bech32.bytes(text), found.prefix == "age-secret-key-", found.bytes.count == 32,
            text.utf8.starts(with: "AGE-SECRET-KEY-1".utf8)
        else { throw .badKey("an identity of age looks like AGE-SECRET-KEY-1…, as age-keygen writes it") }
        try self.init(secret: found.bytes)
    }

    /// A file as age-keygen writes it: identities, empty lines and comments.
    ///
    /// - Throws: ``AgeError/badKey(_:)`` with the line; also when it holds none.
    package static func file(_ text: String, name: String) throws(AgeError) -> [AgeIdentity] {
        var found: [AgeIdentity] = []
        for (number, line) in text.utf8.split(separator: 0x0a, omittingEmptySubsequences: false).enumerated()
        {
            var words = line[...]
            if words.last == 0x0d { words = words.dropLast() }
            if words.isEmpty || words.first == 0x23 { continue }
            do throws(AgeError) {
                found.append(try AgeIdentity(String(decoding: words, as: UTF8.self)))
            } catch {
                throw .badKey("\(name):\(number + 1): \(error)")
            }
        }
        guard !found.isEmpty else { throw .badKey("\(name): holds no identity of age") }
        return found
    }

    /// For a file of its own, which nobody else may read.
    package var secretText: String {
        String(
            decoding: Bech32.text("age-secret-key-", secret).utf8.map {
                (0x61...0x7a).contains($0) ? $0 & 0xdf : $0
            }, as: UTF8.self)
    }
}

/// By what an age file is locked.
package enum AgeLock: Sendable {
    case recipients([AgeRecipient])
    /// - Parameter work: the logarithm of what trying a phrase costs; 18 is a second and 256 MB.
    case passphrase(String, work: Int = 18)
}
