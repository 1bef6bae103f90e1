import CCurl

/// An absolute `http` or `https` URL (RFC 3986), read by the same parser that connects to it: two parsers that
/// disagree on where the host ends are how guards are walked around.
package struct WebURL: Sendable, Hashable, CustomStringConvertible {
    /// Why a text is no such URL: a sentence without the URL.
    package struct Fault: Error, Sendable, Hashable {
        package let reason: String
        /// The scheme where it is one that we do not speak.
        package var isForeignScheme = false
    }

    /// Longer ones are refused.
    package static let maximumLength = 8_192

    /// Without a fragment, host as the parser writes it (`127.1` comes out as `127.0.0.1`).
    package let string: String
    package let scheme: String
    /// Lower case, no brackets, no dot at the end.
    package let host: String
    package let port: Int
    /// Path and query as sent, from the first `/`.
    package let target: String

    package init(_ text: String) throws(Fault) {
        try self.init(bytes: Array(text.utf8), base: nil)
    }

    /// Resolves the value of a `Location` field (RFC 9110, 10.2.2).
    package func resolved(_ reference: [UInt8]) throws(Fault) -> WebURL {
        // An empty reference is the URL itself (RFC 3986, 5.2.2); the parser thinks otherwise.
        if reference.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { return self }
        return try WebURL(bytes: reference, base: string)
    }

    package var isSecure: Bool { scheme == "https" }

    /// Host and port: what one server is, for queues and for robots.txt.
    package var authority: String { (host.contains(":") ? "[\(host)]" : host) + ":\(port)" }

    /// Scheme and authority, in the form that ``init(_:)`` reads.
    package var origin: String { "\(scheme)://\(authority)" }

    package var description: String { string }

    private init(bytes: [UInt8], base: String?) throws(Fault) {
        guard bytes.count <= Self.maximumLength else { throw Fault(reason: "is too long") }
        guard let url = curl_url() else { throw Fault(reason: "cannot be read for want of memory") }
        defer { curl_url_cleanup(url) }
        if let base, curl_url_set(url, CURLUPART_URL, base, 0) != CURLUE_OK {
            throw Fault(reason: "has no base")
        }
        let code = curl_url_set(url, CURLUPART_URL, Self.escaped(bytes), UInt32(CURLU_NON_SUPPORT_SCHEME))
        guard code == CURLUE_OK else {
            throw Fault(reason: "is no URL: \(String(cString: curl_url_strerror(code)))")
        }
        guard let scheme = Self.part(url, CURLUPART_SCHEME), ["http", "https"].contains(scheme) else {
            throw Fault(reason: "is neither http nor https", isForeignScheme: true)
        }
        guard Self.part(url, CURLUPART_USER) == nil, Self.part(url, CURLUPART_PASSWORD) == nil else {
            throw Fault(reason: "holds a user name")
        }
        var host = Self.part(url, CURLUPART_HOST)?.lowercased() ?? ""
        if host.hasPrefix("["), host.hasSuffix("]") { host = String(host.dropFirst().dropLast()) }
        while host.hasSuffix(".") { host.removeLast() }
        guard !host.isEmpty else { throw Fault(reason: "names no host") }
        let port = Self.part(url, CURLUPART_PORT, UInt32(CURLU_DEFAULT_PORT)).flatMap { Int($0) }
        guard let port, port > 0 else { throw Fault(reason: "names no port that exists") }
        _ = curl_url_set(url, CURLUPART_FRAGMENT, nil, 0)
        guard let string = Self.part(url, CURLUPART_URL) else { throw Fault(reason: "is no URL") }
        let path = Self.part(url, CURLUPART_PATH) ?? "/"
        let query = Self.part(url, CURLUPART_QUERY).map { "?\($0)" } ?? ""
        self.string = string
        self.scheme = scheme
        self.host = host
        self.port = port
        self.target = path + query
    }

    private static func part(_ url: OpaquePointer, _ what: CURLUPart, _ flags: UInt32 = 0) -> String? {
        var text: UnsafeMutablePointer<CChar>?
        guard curl_url_get(url, what, &text, flags) == CURLUE_OK, let text else { return nil }
        defer { curl_free(text) }
        return String(cString: text)
    }

    /// Blanks and bytes beyond ASCII percent-encoded as they came (servers write `Location` in GBK, too); those of the
    /// host left as they are, for they are a name in Unicode. Blanks at both ends fall away.
    private static func escaped(_ bytes: [UInt8]) -> String {
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
        let start = bytes.firstIndex { !isBlank($0) } ?? bytes.count
        let end = (bytes.lastIndex { !isBlank($0) } ?? -1) + 1
        let text = start < end ? Array(bytes[start..<end]) : []
        var escaped: [UInt8] = []
        let hostEnd = Self.hostEnd(of: text)
        let digits = Array("0123456789ABCDEF".utf8)
        for (place, byte) in text.enumerated() {
            let isPlain = (0x21...0x7E).contains(byte) || (place < hostEnd && byte >= 0x80) || byte < 0x20
            if isPlain {
                escaped.append(byte)
            } else {
                escaped += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        // A control character ends the text or is refused by the parser: NUL would hide what follows it.
        return String(decoding: escaped.map { $0 == 0 ? 0x01 : $0 }, as: UTF8.self)
    }

    /// Where the authority ends; 0 for a reference that has none.
    private static func hostEnd(of text: [UInt8]) -> Int {
        let stops = Array("/?#\\".utf8)
        guard let first = text.firstIndex(where: stops.contains), first + 1 < text.count else { return 0 }
        guard text[first] == 0x2F, text[first + 1] == 0x2F, first == 0 || text[first - 1] == 0x3A else {
            return 0
        }
        let rest = text[(first + 2)...]
        return rest.firstIndex(where: stops.contains) ?? text.count
    }
}
