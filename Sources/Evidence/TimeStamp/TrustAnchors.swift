import CCrypto

/// Certificates that are trusted, and the time at which others are judged by them.
final class TrustAnchors {
    let store: OpaquePointer

    /// Each certificate of a PEM file. Throws `malformed` where there is none or one that cannot be read.
    init(pem: [UInt8], at time: Int64) throws(EvidenceError) {
        let subject = "time stamp anchors"
        guard pem.count <= DER.longest, let count = Int32(exactly: pem.count) else {
            throw .malformed(subject: subject, line: nil, reason: "\(pem.count) bytes are too many")
        }
        guard let store = X509_STORE_new() else {
            throw .fault(call: "X509_STORE_new", reason: LibcryptoFault.last)
        }
        self.store = store
        let found = pem.withUnsafeBytes { Self.fill(store, $0.baseAddress, count) }
        let isWhole = ERR_GET_REASON(ERR_peek_last_error()) == PEM_R_NO_START_LINE
        let complaint = LibcryptoFault.last
        guard found > 0 else {
            throw .malformed(subject: subject, line: nil, reason: "no PEM certificate in it")
        }
        guard isWhole else {
            throw .malformed(
                subject: subject, line: nil, reason: "certificate \(found + 1) cannot be read: \(complaint)")
        }
        // What the operator names is trusted for itself, be it a root or not.
        X509_STORE_set_flags(store, UInt(X509_V_FLAG_PARTIAL_CHAIN))
        guard let rules = X509_STORE_get0_param(store) else {
            throw .fault(call: "X509_STORE_get0_param", reason: complaint)
        }
        X509_VERIFY_PARAM_set_time(rules, time_t(time))
    }

    deinit { X509_STORE_free(store) }

    /// Reads until nothing is left that begins like a certificate; the last error says why it stopped.
    private static func fill(_ store: OpaquePointer, _ bytes: UnsafeRawPointer?, _ count: Int32) -> Int {
        guard let source = BIO_new_mem_buf(bytes, count) else { return 0 }
        defer { BIO_free(source) }
        ERR_clear_error()
        var found = 0
        // Without a callback libcrypto would ask the terminal for the passphrase of a certificate that says it has one.
        while let certificate = PEM_read_bio_X509(source, nil, { _, _, _, _ in 0 }, nil) {
            X509_STORE_add_cert(store, certificate)
            X509_free(certificate)
            found += 1
        }
        return found
    }
}
