/// Resolves an address against the `<base>` of its page (RFC 3986, 5.2), without changing how it is written.
enum WebReference {
    static func resolve(_ reference: String, against base: String) -> String {
        if scheme(of: reference) != nil { return reference }
        guard let scheme = scheme(of: base) else { return reference }
        let rest = base.dropFirst(scheme.count + 1)
        if reference.hasPrefix("//") { return scheme + ":" + reference }
        let authority = rest.hasPrefix("//") ? "//" + rest.dropFirst(2).prefix { !"/?#".contains($0) } : ""
        let tail = rest.dropFirst(authority.count)
        let path = String(tail.prefix { $0 != "?" && $0 != "#" })
        let origin = scheme + ":" + authority
        if reference.hasPrefix("#") { return origin + tail.prefix { $0 != "#" } + reference }
        if reference.hasPrefix("?") { return origin + path + reference }
        let mark = reference.firstIndex { $0 == "?" || $0 == "#" } ?? reference.endIndex
        let merged =
            reference.hasPrefix("/")
            ? String(reference[..<mark])
            : path.prefix(through: path.lastIndex(of: "/") ?? path.startIndex, orAll: path.isEmpty)
                + reference[..<mark]
        return origin + withoutDots(merged) + reference[mark...]
    }

    /// `http` of `http://…`; nil for a relative reference.
    private static func scheme(of address: String) -> String? {
        let name = address.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
        guard let first = name.first, first.isLetter, address.dropFirst(name.count).first == ":" else {
            return nil
        }
        return String(name)
    }

    /// RFC 3986, 5.2.4.
    private static func withoutDots(_ path: String) -> String {
        var kept: [Substring] = []
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        for (index, part) in parts.enumerated() {
            let isLast = index == parts.count - 1
            switch part {
            case ".": if isLast { kept.append("") }
            case "..":
                _ = kept.popLast()
                if isLast { kept.append("") }
            default: kept.append(part)
            }
        }
        return "/" + kept.joined(separator: "/")
    }
}

extension String {
    /// Up to and with an index; "/" for an empty path.
    fileprivate func prefix(through index: Index, orAll isEmpty: Bool) -> String {
        isEmpty ? "/" : String(self[...index])
    }
}
