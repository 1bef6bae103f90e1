internal import Glibc

/// Where a copy of the store is: a folder, or a repository behind http, https or ssh. Holds no password.
package struct CopyAddress: Sendable, Hashable, CustomStringConvertible {
    package enum Way: Sendable, Hashable {
        case folder(String)
        case http, https
        case ssh(user: String?, host: String, port: Int)
    }

    /// As libgit2 wants it.
    package let text: String
    package let way: Way
    /// The host, without its port; nil for a folder.
    package let host: String?

    /// - Parameter text: `/srv/laws.git`, `file:///srv/laws.git`, `https://host/laws.git`, `ssh://git@host:22/laws.git`,
    ///   `git@host:laws.git`.
    /// - Throws: ``CopyError`` of kind `address`.
    package init(_ text: String) throws(CopyError) {
        let shown = Printable.text(Self.withoutPassword(text))
        func bad(_ reason: String) -> CopyError { CopyError(.address, "\(shown): \(reason)") }
        guard !text.isEmpty, !text.unicodeScalars.contains(where: Printable.steers) else {
            throw bad("an address is not empty and holds no control characters")
        }
        let bytes = Array(text.utf8)
        if let end = Self.schemeEnd(bytes) {
            let scheme = String(decoding: bytes[..<end], as: UTF8.self).lowercased()
            let rest = bytes[(end + 3)...]
            if scheme == "file" {
                guard rest.first == 0x2f, let path = Self.unescaped(rest) else {
                    throw bad("file:// is followed by a path that begins with a slash")
                }
                self.init(folder: path)
                return
            }
            let authority = rest.prefix { $0 != 0x2f }
            let path = rest.dropFirst(authority.count)
            guard let place = Authority(authority) else { throw bad("names no host") }
            guard !place.hasPassword else {
                throw bad("a password in an address ends up in logs; set LEXWATCH_TOKEN_… instead")
            }
            guard path.count > 1, !text.contains(" ") else { throw bad("names no repository") }
            switch scheme {
            case "https", "http":
                guard place.user == nil else {
                    throw bad("a user in an address of http is not used; set LEXWATCH_TOKEN_… to user:token")
                }
                self.init(text, scheme == "https" ? .https : .http, place.host)
            case "ssh":
                guard !path.contains(0x27) else { throw bad("a path on an ssh host holds no quotation mark") }
                self.init(text, .ssh(user: place.user, host: place.host, port: place.port ?? 22), place.host)
            default: throw bad("\(scheme) is none of file, https, ssh and http")
            }
            return
        }
        // host:path, as ssh writes it; a colon after a slash belongs to a file's name.
        let first = bytes.prefix { $0 != 0x2f }
        if let colon = first.firstIndex(of: 0x3a) {
            guard let place = Authority(bytes[..<colon]), place.port == nil, !place.hasPassword,
                colon + 1 < bytes.count, !text.contains(" "), !text.contains("'")
            else { throw bad("should be host:path, with or without a user before it") }
            self.init(text, .ssh(user: place.user, host: place.host, port: 22), place.host)
            return
        }
        self.init(folder: text)
    }

    private init(folder: String) { self.init(folder, .folder(folder), nil) }

    private init(_ text: String, _ way: Way, _ host: String?) {
        self.text = text
        self.way = way
        self.host = host
    }

    package var description: String { Printable.text(text) }

    /// The environment variable that holds the token for a host.
    package static func tokenVariable(_ host: String) -> String {
        let name = host.uppercased().utf8.map { Grammar.isLetterOrDigit($0 | 0x20) ? $0 : 0x5f }
        return "LEXWATCH_TOKEN_" + String(decoding: name, as: UTF8.self)
    }

    /// Whether the host is this machine.
    var isLoopback: Bool {
        guard let host else { return true }
        return host == "localhost" || host == "::1" || host.hasPrefix("127.")
    }

    private static func schemeEnd(_ bytes: [UInt8]) -> Int? {
        guard let colon = bytes.firstIndex(of: 0x3a), bytes[colon...].starts(with: "://".utf8), colon > 0
        else {
            return nil
        }
        return bytes[..<colon].allSatisfy { Grammar.isLetterOrDigit($0 | 0x20) || $0 == 0x2b } ? colon : nil
    }

    private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String? {
        var out: [UInt8] = []
        var rest = bytes
        while let byte = rest.popFirst() {
            guard byte == 0x25 else {
                out.append(byte)
                continue
            }
            guard let digits = String(validating: rest.prefix(2), as: UTF8.self), digits.utf8.count == 2,
                let value = UInt8(digits, radix: 16), value > 0x1f
            else { return nil }
            out.append(value)
            rest = rest.dropFirst(2)
        }
        return String(validating: out, as: UTF8.self)
    }

    /// What may be shown of an address that is refused.
    private static func withoutPassword(_ text: String) -> String {
        let bytes = Array(text.utf8)
        guard let end = schemeEnd(bytes) else { return text }
        let authority = bytes[(end + 3)...].prefix { $0 != 0x2f }
        guard let at = authority.lastIndex(of: 0x40), authority[..<at].contains(0x3a) else { return text }
        return String(decoding: bytes[..<(end + 3)], as: UTF8.self) + "…"
            + String(decoding: bytes[at...], as: UTF8.self)
    }
}

/// `user@host:port`.
private struct Authority {
    var user: String?
    var host: String
    var port: Int?
    var hasPassword = false

    init?(_ bytes: ArraySlice<UInt8>) {
        var rest = bytes
        if let at = rest.lastIndex(of: 0x40) {
            let name = rest[..<at]
            hasPassword = name.contains(0x3a)
            guard !name.isEmpty, name.first != 0x2d else { return nil }
            user = String(decoding: name.prefix { $0 != 0x3a }, as: UTF8.self)
            rest = rest[(at + 1)...]
        }
        if rest.first == 0x5b, let end = rest.firstIndex(of: 0x5d) {
            host = String(decoding: rest[(rest.startIndex + 1)..<end], as: UTF8.self)
            rest = rest[(end + 1)...]
        } else {
            let name = rest.prefix { $0 != 0x3a }
            host = String(decoding: name, as: UTF8.self)
            rest = rest.dropFirst(name.count)
        }
        guard !host.isEmpty, !host.hasPrefix("-") else { return nil }
        if rest.first == 0x3a {
            guard let number = Int(String(decoding: rest.dropFirst(), as: UTF8.self)),
                (1...65_535).contains(number)
            else { return nil }
            port = number
        } else if !rest.isEmpty {
            return nil
        }
    }
}
