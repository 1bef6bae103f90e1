import Material

/// The field lines of a request (RFC 9110, 10.1 and 12.5).
enum RequestFields {
    /// Ours, which a request may replace, and the request's own. Throws where one of these may not be set or would
    /// break the request apart.
    static func all(_ request: FetchRequest, userAgent: String) throws(WebURL.Fault) -> [Exchange.Field] {
        var fields = [
            Exchange.Field("User-Agent", userAgent),
            Exchange.Field(
                "Accept",
                "text/html,application/xhtml+xml,application/xml;q=0.9,application/pdf;q=0.9,*/*;q=0.8"),
            Exchange.Field("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.7"),
        ]
        if let etag = request.validators?.etag { fields.append(Exchange.Field("If-None-Match", etag)) }
        if let date = request.validators?.lastModified {
            fields.append(Exchange.Field("If-Modified-Since", date))
        }
        // What a server once sent comes back as it was, and that may be anything.
        fields.removeAll { !isClean($0.value) }
        for field in request.fields {
            let name = field.name.lowercased()
            guard !field.name.isEmpty, field.name.utf8.allSatisfy(isToken), isClean(field.value),
                !ours.contains(name)
            else {
                throw WebURL.Fault(reason: "cannot be asked with the field \(field.name.debugDescription)")
            }
            fields.removeAll { $0.name.lowercased() == name }
            fields.append(field)
        }
        return fields + [
            Exchange.Field("Accept-Encoding", "gzip, deflate, br"), Exchange.Field("Connection", "close"),
        ]
    }

    /// Framing and connection are the client's affair; cookies and authentication are not used.
    private static let ours: Set<String> = [
        "accept-encoding", "authorization", "connection", "content-length", "cookie", "expect", "host",
        "proxy-authorization", "te", "transfer-encoding", "upgrade",
    ]

    /// RFC 9110, 5.6.2.
    private static func isToken(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }

    /// No control characters (RFC 9110, 5.5): a line break would begin another field.
    private static func isClean(_ value: String) -> Bool {
        value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }
    }
}
