import Material

/// Where the answer came from (reliability.md, A3 row 13).
enum HostCheck {
    static func signals(_ view: GateView) -> [Signal] {
        guard let exchange = view.input.exchange, let final = exchange.finalURL, let last = WebAddress(final)
        else {
            return []
        }
        let first = exchange.hops.first.flatMap { WebAddress($0.url) }
        if last.leadsToLogin, first?.leadsToLogin != true || exchange.hops.count > 1 {
            return [
                Signal(
                    .host, "the answer came from a login page, \(PlainWords.short(final, 100))",
                    release: .reviewer)
            ]
        }
        var declared = WebAddress.host(view.input.subject.host)
        // A web archive was asked for the declared address: then the archive has to answer (RFC 7089).
        if let first, !WebAddress.isSame(declared, first.host), first.isOfArchive(holding: declared) {
            declared = first.host
        }
        if !declared.isEmpty, !WebAddress.isSame(declared, last.host) {
            let isNear = WebAddress.domain(declared) == WebAddress.domain(last.host)
            return [
                Signal(
                    .host, "the answer came from \(last.host), and \(declared) is declared",
                    release: isNear ? .secondCapture : .reviewer)
            ]
        }
        if let first, first.scheme == "https", last.scheme == "http" {
            return [
                Signal(
                    .host, "the answer came without TLS, from \(PlainWords.short(final, 100))",
                    release: .reviewer)
            ]
        }
        if let first, exchange.hops.count > 1, last.isFrontOrError, !first.isFrontOrError {
            return [
                Signal(
                    .host,
                    "we were sent on to \(PlainWords.short(final, 100)), which is no page of a document",
                    release: .reviewer)
            ]
        }
        return []
    }
}

/// The parts of an absolute URL that the gate reads (RFC 3986, 3); not for connecting.
struct WebAddress {
    let scheme: String
    let host: String
    /// Segments that are not empty, folded.
    let path: [String]

    init?(_ url: String) {
        let bytes = Array(url.utf8)
        guard let colon = bytes.firstIndex(of: 0x3A), bytes[(colon + 1)...].starts(with: [0x2F, 0x2F]) else {
            return nil
        }
        scheme = PlainWords.folded(String(decoding: bytes[..<colon], as: UTF8.self))
        let rest = bytes[(colon + 3)...]
        let authority = rest.prefix { $0 != 0x2F && $0 != 0x3F && $0 != 0x23 }
        host = Self.host(String(decoding: authority, as: UTF8.self))
        let path = rest.dropFirst(authority.count).prefix { $0 != 0x3F && $0 != 0x23 }
        self.path = path.split(separator: 0x2F).map { PlainWords.folded(String(decoding: $0, as: UTF8.self)) }
    }

    /// Lower case, without user, port and final dot.
    static func host(_ authority: String) -> String {
        var bytes = Array(PlainWords.folded(authority).utf8)[...]
        if let at = bytes.lastIndex(of: 0x40) { bytes = bytes[(at + 1)...] }
        if bytes.first == 0x5B {
            bytes = bytes.prefix { $0 != 0x5D }.dropFirst()
        } else if let colon = bytes.firstIndex(of: 0x3A) {
            bytes = bytes[..<colon]
        }
        if bytes.last == 0x2E { bytes = bytes.dropLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Equal, or but for `www.`.
    static func isSame(_ a: String, _ b: String) -> Bool {
        func bare(_ host: String) -> Substring {
            host.utf8.starts(with: "www.".utf8) ? host.dropFirst(4) : host[...]
        }
        return bare(a).utf8.elementsEqual(bare(b).utf8)
    }

    /// The last two labels, three below second levels such as gov.cn; a number address whole. A simple rule, not
    /// the Public Suffix List.
    static func domain(_ host: String) -> String {
        let labels = host.utf8.split(separator: 0x2E).map { String(decoding: $0, as: UTF8.self) }
        guard labels.count > 2, let last = labels.last, last.utf8.contains(where: { $0 >= 0x61 }) else {
            return host
        }
        let second = labels[labels.count - 2]
        let isSecondLevel =
            last.utf8.count == 2 && ["gov", "com", "org", "net", "edu", "ac", "co", "mil"].contains(second)
        return labels.suffix(isSecondLevel ? 3 : 2).joined(separator: ".")
    }

    /// The path holds an absolute URL of a host, as those of web archives do: `/web/2015/http://www.npc.gov.cn/a`.
    func isOfArchive(holding host: String) -> Bool {
        guard !host.isEmpty else { return false }
        return zip(path, path.dropFirst()).contains { scheme, authority in
            (scheme == "http:" || scheme == "https:") && Self.isSame(Self.host(authority), host)
        }
    }

    /// The last segment, or the one above it, is named as login pages are.
    var leadsToLogin: Bool {
        let names = path.suffix(2).map { segment in
            PlainWords.letters(
                String(decoding: segment.utf8.prefix { $0 != 0x2E && $0 != 0x3B }, as: UTF8.self))
        }
        let doors = ["passport", "sso", "cas", "oauth", "auth", "authorize"]
        return names.contains {
            $0 == "signin" || $0 == "logon" || $0.utf8.suffix(5).elementsEqual("login".utf8)
        }
            || names.last.map { doors.contains($0) } == true
    }

    /// The front page of a site, or a page for errors.
    var isFrontOrError: Bool {
        guard let last = path.last else { return true }
        let name = String(decoding: last.utf8.prefix { $0 != 0x2E }, as: UTF8.self)
        if path.count == 1, ["index", "default", "home", "main"].contains(name) { return true }
        return ["404", "error", "notfound", "errorpage", "403", "500", "maintenance", "weihu"].contains(
            PlainWords.letters(name))
    }
}
