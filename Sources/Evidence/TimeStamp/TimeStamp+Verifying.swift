import CCrypto
import Statute

extension TimeStamp {
    private static let subject = "time stamp"

    /// Checks the whole answer of an authority against the request it answers.
    ///
    /// - Parameters:
    ///   - response: DER, as `application/timestamp-reply` carries it.
    ///   - anchors: PEM certificates that are trusted, with those between them and the authority's where the answer
    ///     does not bring them. Each certificate is trusted for itself.
    ///
    /// The authority's certificate is judged at the time that the stamp names, so that a stamp outlives it; whether its
    /// key was given up meanwhile cannot be seen here. Throws `malformed` for what is no answer, and `refuted` for a
    /// refusal, another digest or number, and a signature or chain that does not hold.
    package init(verifying response: [UInt8], against request: TimeStampRequest, anchors: [UInt8])
        throws(EvidenceError)
    {
        ERR_clear_error()
        let answer = try DER.read(response, subject: Self.subject, d2i_TS_RESP)
        defer { TS_RESP_free(answer) }
        try Self.checkStatus(answer)
        guard let info = TS_RESP_get_tst_info(answer), let token = TS_RESP_get_token(answer) else {
            throw .malformed(subject: Self.subject, line: nil, reason: "there is no token in it")
        }
        let time = try Self.seconds(TS_TST_INFO_get_time(info))
        try Self.verify(answer, request, try TrustAnchors(pem: anchors, at: time))
        self.time = time
        accuracy = Self.accuracy(TS_TST_INFO_get_accuracy(info))
        serial = Self.hexadecimal(TS_TST_INFO_get_serial(info))
        policy = Self.dotted(TS_TST_INFO_get_policy_id(info))
        guard let name = lw_ts_signer(token) else {
            throw .refuted(subject: Self.subject, reason: "it has not exactly one signer")
        }
        authority = String(cString: name)
        lw_crypto_free(name)
    }

    /// 0 and 1 say that there is a token (RFC 3161, 2.4.2).
    private static func checkStatus(_ answer: OpaquePointer) throws(EvidenceError) {
        guard let info = TS_RESP_get_status_info(answer), let status = TS_STATUS_INFO_get0_status(info) else {
            throw .malformed(subject: subject, line: nil, reason: "it has no status")
        }
        let number = ASN1_INTEGER_get(status)
        guard number != 0, number != 1 else { return }
        var reason = "the authority refused it with status \(number)"
        if let words = lw_ts_words(info), let bytes = ASN1_STRING_get0_data(words) {
            let said = UnsafeBufferPointer(start: bytes, count: min(200, Int(ASN1_STRING_length(words))))
            reason += ": " + String(decoding: said, as: UTF8.self).debugDescription
        }
        throw .refuted(subject: subject, reason: reason)
    }

    private static func verify(
        _ answer: OpaquePointer, _ request: TimeStampRequest, _ anchors: TrustAnchors
    ) throws(EvidenceError) {
        let asked = try DER.read(request.bytes, subject: TimeStampRequest.subject, d2i_TS_REQ)
        defer { TS_REQ_free(asked) }
        guard let context = TS_REQ_to_TS_VERIFY_CTX(asked, nil) else {
            throw .fault(call: "TS_REQ_to_TS_VERIFY_CTX", reason: LibcryptoFault.last)
        }
        defer { TS_VERIFY_CTX_free(context) }
        TS_VERIFY_CTX_add_flags(context, Int32(TS_VFY_SIGNATURE))
        // The context frees the store it is given.
        guard X509_STORE_up_ref(anchors.store) == 1 else {
            throw .fault(call: "X509_STORE_up_ref", reason: LibcryptoFault.last)
        }
        TS_VERIFY_CTX_set_store(context, anchors.store)
        let isGood = TS_RESP_verify_response(context, answer) == 1
        withExtendedLifetime(anchors) {}
        guard isGood else {
            throw .refuted(subject: subject, reason: "it does not hold: \(LibcryptoFault.all)")
        }
    }

    private static func seconds(_ time: UnsafePointer<ASN1_GENERALIZEDTIME>?) throws(EvidenceError) -> Int64 {
        guard let epoch = ASN1_TIME_set(nil, 0) else {
            throw .fault(call: "ASN1_TIME_set", reason: LibcryptoFault.last)
        }
        defer { ASN1_TIME_free(epoch) }
        var days: Int32 = 0
        var rest: Int32 = 0
        guard let time, ASN1_TIME_diff(&days, &rest, epoch, time) == 1 else {
            throw .malformed(subject: subject, line: nil, reason: "its time is none")
        }
        return Int64(days) * 86_400 + Int64(rest)
    }

    private static func accuracy(_ accuracy: OpaquePointer?) -> Int64? {
        guard let accuracy else { return nil }
        func value(_ number: UnsafePointer<ASN1_INTEGER>?) -> Int64 {
            // A number beyond what is sensible is as good as none.
            number.map { min(max(Int64(ASN1_INTEGER_get($0)), 0), 1_000_000_000) } ?? 0
        }
        return value(TS_ACCURACY_get_seconds(accuracy)) * 1_000_000
            + value(TS_ACCURACY_get_millis(accuracy)) * 1_000 + value(TS_ACCURACY_get_micros(accuracy))
    }

    private static func hexadecimal(_ number: UnsafePointer<ASN1_INTEGER>?) -> String {
        guard let number, let bytes = ASN1_STRING_get0_data(number) else { return "" }
        return Hexadecimal.string(UnsafeBufferPointer(start: bytes, count: Int(ASN1_STRING_length(number))))
    }

    private static func dotted(_ object: OpaquePointer?) -> String {
        var text = [CChar](repeating: 0, count: 128)
        let count = OBJ_obj2txt(&text, Int32(text.count), object, 1)
        guard count > 0 else { return "" }
        return String(decoding: text.prefix(while: { $0 != 0 }).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
