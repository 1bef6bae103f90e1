import CCrypto

/// What is sent to a time stamping authority (RFC 3161, 2.4.1): a SHA-256 digest, a number used once, and the wish to
/// get the authority's certificate with the answer.
package struct TimeStampRequest: Hashable, Sendable {
    /// DER, as `application/timestamp-query` carries it. Kept beside the answer: it proves that the answer is one to it.
    package let bytes: [UInt8]
    /// What is stamped, 32 bytes.
    package let digest: [UInt8]

    /// A request with a random number. Throws `malformed` unless the digest is 32 bytes.
    package init(digest: [UInt8]) throws(EvidenceError) {
        var nonce = [UInt8](repeating: 0, count: 8)
        guard RAND_bytes(&nonce, 8) == 1 else { throw Self.fault("RAND_bytes") }
        // Not zero and not negative, whatever chance says.
        nonce[0] = nonce[0] & 0x7F | 0x40
        try self.init(digest: digest, nonce: nonce)
    }

    init(digest: [UInt8], nonce: [UInt8]) throws(EvidenceError) {
        guard digest.count == 32 else {
            throw .malformed(subject: Self.subject, line: nil, reason: "\(digest.count) bytes are no SHA-256")
        }
        guard let request = TS_REQ_new() else { throw Self.fault("TS_REQ_new") }
        defer { TS_REQ_free(request) }
        let imprint = TS_MSG_IMPRINT_new()
        let algorithm = X509_ALGOR_new()
        let number = BN_bin2bn(nonce, Int32(nonce.count), nil)
        let integer = BN_to_ASN1_INTEGER(number, nil)
        defer {
            TS_MSG_IMPRINT_free(imprint)
            X509_ALGOR_free(algorithm)
            BN_free(number)
            ASN1_INTEGER_free(integer)
        }
        var bytes = digest
        guard imprint != nil, algorithm != nil, integer != nil,
            X509_ALGOR_set0(algorithm, OBJ_nid2obj(NID_sha256), V_ASN1_NULL, nil) == 1,
            TS_MSG_IMPRINT_set_algo(imprint, algorithm) == 1,
            TS_MSG_IMPRINT_set_msg(imprint, &bytes, 32) == 1,
            TS_REQ_set_version(request, 1) == 1, TS_REQ_set_msg_imprint(request, imprint) == 1,
            TS_REQ_set_nonce(request, integer) == 1, TS_REQ_set_cert_req(request, 1) == 1
        else { throw Self.fault("TS_REQ_set") }
        var written: UnsafeMutablePointer<UInt8>?
        let count = i2d_TS_REQ(request, &written)
        guard count > 0, let written else { throw Self.fault("i2d_TS_REQ") }
        self.bytes = Array(UnsafeBufferPointer(start: written, count: Int(count)))
        self.digest = digest
        lw_crypto_free(written)
    }

    /// Reads a request that was kept.
    package init(parsing bytes: [UInt8]) throws(EvidenceError) {
        func malformed(_ reason: String) -> EvidenceError {
            .malformed(subject: Self.subject, line: nil, reason: reason)
        }
        let request = try DER.read(bytes, subject: Self.subject, d2i_TS_REQ)
        defer { TS_REQ_free(request) }
        guard let imprint = TS_REQ_get_msg_imprint(request), let message = TS_MSG_IMPRINT_get_msg(imprint),
            let algorithm = TS_MSG_IMPRINT_get_algo(imprint)
        else { throw malformed("it has no imprint") }
        guard OBJ_obj2nid(algorithm.pointee.algorithm) == NID_sha256, ASN1_STRING_length(message) == 32 else {
            throw malformed("its imprint is no SHA-256")
        }
        guard TS_REQ_get_nonce(request) != nil else { throw malformed("it has no number used once") }
        digest = Array(UnsafeBufferPointer(start: ASN1_STRING_get0_data(message), count: 32))
        self.bytes = bytes
    }

    static let subject = "time stamp request"

    private static func fault(_ call: String) -> EvidenceError {
        .fault(call: call, reason: LibcryptoFault.last)
    }
}
