import CCrypto

/// The primitives that age is made of, by libcrypto.
enum AgeCrypto {
    static func random(_ count: Int) throws(AgeError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        guard RAND_bytes(&bytes, Int32(count)) == 1 else { throw .fault(call: "RAND_bytes") }
        return bytes
    }

    static func authentication(_ message: [UInt8], key: [UInt8]) throws(AgeError) -> [UInt8] {
        var code = [UInt8](repeating: 0, count: 32)
        guard lw_hmac_sha256(key, Int32(key.count), message, message.count, &code) == 1 else {
            throw .fault(call: "HMAC")
        }
        return code
    }

    /// HKDF-SHA-256 (RFC 5869), 32 bytes.
    static func derive(_ secret: [UInt8], salt: [UInt8], _ info: String) throws(AgeError) -> [UInt8] {
        let salt = salt.isEmpty ? [UInt8](repeating: 0, count: 32) : salt
        let key = try authentication(secret, key: salt)
        return try authentication(Array(info.utf8) + [1], key: key)
    }

    static func publicKey(of secret: [UInt8]) throws(AgeError) -> [UInt8] {
        var key = [UInt8](repeating: 0, count: 32)
        guard secret.count == 32, lw_x25519_public(secret, &key) == 1 else { throw .fault(call: "X25519") }
        return key
    }

    /// Nil for a point whose secret everybody knows.
    static func shared(_ secret: [UInt8], with point: [UInt8]) -> [UInt8]? {
        var shared = [UInt8](repeating: 0, count: 32)
        guard secret.count == 32, point.count == 32, lw_x25519_shared(secret, point, &shared) == 1,
            shared.contains(where: { $0 != 0 })
        else { return nil }
        return shared
    }

    static func seal(_ plain: [UInt8], key: [UInt8], nonce: [UInt8]) throws(AgeError) -> [UInt8] {
        var sealed = [UInt8](repeating: 0, count: plain.count + 16)
        guard lw_chacha_seal(key, nonce, plain, Int32(plain.count), &sealed) == 1 else {
            throw .fault(call: "ChaCha20-Poly1305")
        }
        return sealed
    }

    /// Nil when it is not what was sealed with this key.
    static func open(_ sealed: ArraySlice<UInt8>, key: [UInt8], nonce: [UInt8]) -> [UInt8]? {
        guard sealed.count >= 16 else { return nil }
        // One byte more, for an empty part has no place to be written to.
        var plain = [UInt8](repeating: 0, count: sealed.count - 15)
        let isGood = sealed.withUnsafeBufferPointer {
            lw_chacha_open(key, nonce, $0.baseAddress, Int32($0.count), &plain) == 1
        }
        guard isGood else { return nil }
        plain.removeLast()
        return plain
    }

    static func scrypt(_ phrase: [UInt8], salt: [UInt8], log: Int) throws(AgeError) -> [UInt8] {
        var key = [UInt8](repeating: 0, count: 32)
        let isDone = phrase.withUnsafeBytes { phrase in
            lw_scrypt(
                phrase.bindMemory(to: CChar.self).baseAddress, phrase.count, salt, salt.count, UInt32(log),
                &key)
        }
        guard isDone == 1 else { throw .fault(call: "scrypt") }
        return key
    }
}
