/// An address by its parts (RFC 3986), each as written. Total: every text has parts.
package struct PageAddress: Sendable, Hashable {
    /// Lower case; nil for a relative reference.
    package var scheme: String?
    /// `user@host:port`; nil where no `//` stands.
    package var authority: String?
    package var path: String
    package var query: String?
    package var fragment: String?

    /// Splits an address. Blanks at the ends and line breaks inside are dropped, as browsers do (WHATWG URL 4.4);
    /// what may not stand in an address, such as Chinese characters, is escaped as UTF-8.
    package init(_ text: String) {
        var rest = Self.escaped(text)[...]
        if let hash = rest.firstIndex(of: 0x23) {
            fragment = Self.text(rest[(hash + 1)...])
            rest = rest[..<hash]
        }
        if let mark = rest.firstIndex(of: 0x3f) {
            query = Self.text(rest[(mark + 1)...])
            rest = rest[..<mark]
        }
        if let colon = rest.firstIndex(of: 0x3a), Self.isScheme(rest[..<colon]) {
            scheme = Self.text(rest[..<colon]).lowercased()
            rest = rest[(colon + 1)...]
        }
        if rest.starts(with: "//".utf8) {
            rest = rest.dropFirst(2)
            let end = rest.firstIndex(of: 0x2f) ?? rest.endIndex
            authority = Self.text(rest[..<end])
            rest = rest[end...]
        }
        path = Self.text(rest)
    }

    private init(scheme: String?, authority: String?, path: String, query: String?, fragment: String?) {
        self.scheme = scheme
        self.authority = authority
        self.path = path
        self.query = query
        self.fragment = fragment
    }

    /// The parts as one text (RFC 3986, 5.3).
    package var text: String {
        var text = ""
        if let scheme { text += scheme + ":" }
        if let authority { text += "//" + authority }
        text += path
        if let query { text += "?" + query }
        if let fragment { text += "#" + fragment }
        return text
    }

    /// What a reference on a page at this address means (RFC 3986, 5.2.2).
    package func resolving(_ reference: String) -> PageAddress {
        let reference = PageAddress(reference)
        if reference.scheme != nil {
            return with(
                reference.authority, Self.withoutDots(reference.path), of: reference, reference.scheme)
        }
        if reference.authority != nil {
            return with(reference.authority, Self.withoutDots(reference.path), of: reference, scheme)
        }
        if reference.path.isEmpty {
            return PageAddress(
                scheme: scheme, authority: authority, path: path, query: reference.query ?? query,
                fragment: reference.fragment)
        }
        let merged = reference.path.utf8.first == 0x2f ? reference.path : merged(with: reference.path)
        return with(authority, Self.withoutDots(merged), of: reference, scheme)
    }

    private func with(_ authority: String?, _ path: String, of other: PageAddress, _ scheme: String?)
        -> PageAddress
    {
        PageAddress(
            scheme: scheme, authority: authority, path: path, query: other.query, fragment: other.fragment)
    }

    private func merged(with other: String) -> String {
        if authority != nil, path.isEmpty { return "/" + other }
        guard let slash = path.utf8.lastIndex(of: 0x2f) else { return other }
        return String(path[...slash]) + other
    }

    /// Takes `.` and `..` out of a path (RFC 3986, 5.2.4).
    static func withoutDots(_ path: String) -> String {
        let parts = path.utf8.split(separator: 0x2f, omittingEmptySubsequences: false).map { Substring($0) }
        let isRooted = path.utf8.first == 0x2f
        var kept: [Substring] = []
        for (index, part) in parts.enumerated() {
            if isRooted, index == 0 { continue }
            let isLast = index == parts.count - 1
            switch part {
            case ".":
                if isLast { kept.append("") }
            case "..":
                if !kept.isEmpty { kept.removeLast() }
                if isLast { kept.append("") }
            default: kept.append(part)
            }
        }
        return (isRooted ? "/" : "") + kept.joined(separator: "/")
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

    private static func isScheme(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let first = bytes.first, isLetter(first) else { return false }
        return bytes.allSatisfy {
            isLetter($0) || (0x30...0x39).contains($0) || $0 == 0x2b || $0 == 0x2d || $0 == 0x2e
        }
    }

    static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte)
    }

    private static func escaped(_ text: String) -> [UInt8] {
        let bytes = Array(text.utf8)
        let start = bytes.firstIndex { $0 > 0x20 } ?? bytes.endIndex
        let end = bytes.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? start
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        for byte in bytes[start..<end] {
            switch byte {
            case 0x09, 0x0a, 0x0d: break
            case 0x00...0x20, 0x22, 0x3c, 0x3e, 0x5c, 0x5e, 0x60, 0x7b...0x7d, 0x7f...0xff:
                out += Self.percent(byte)
            default: out.append(byte)
            }
        }
        return out
    }

    static func percent(_ byte: UInt8) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        return [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
}
