extension PageAddress {
    /// The one spelling of an address of the web, by which two are compared: scheme and host in lower case, no
    /// default port, no dots in the path, escapes only where they are needed and in upper case, no fragment
    /// (RFC 3986, 6.2.2 and 6.2.3). Nil for what is not `http` or `https`, names no host, or names a user.
    package var normal: String? {
        guard let scheme, scheme == "http" || scheme == "https", let authority else { return nil }
        guard !authority.isEmpty, !authority.utf8.contains(0x40), !authority.utf8.contains(0x25) else {
            return nil
        }
        var host = authority.lowercased()
        for ending in [":", scheme == "http" ? ":80" : ":443"] where host.utf8.count > ending.utf8.count {
            if host.utf8.suffix(ending.utf8.count).elementsEqual(ending.utf8) {
                host = String(decoding: host.utf8.dropLast(ending.utf8.count), as: UTF8.self)
            }
        }
        guard !host.isEmpty, host.utf8.first != 0x3a else { return nil }
        let path = Self.withoutDots(Self.plain(path))
        let question = query.map { "?" + Self.plain($0) } ?? ""
        return "\(scheme)://\(host)\(path.isEmpty ? "/" : path)\(question)"
    }

    /// Escapes of characters that need none are undone, all others are written in upper case.
    private static func plain(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if bytes[index] == 0x25, index + 2 < bytes.count, let high = digit(bytes[index + 1]),
                let low = digit(bytes[index + 2])
            {
                let byte = high << 4 | low
                if isUnreserved(byte) { out.append(byte) } else { out += percent(byte) }
                index += 3
            } else {
                out.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x2d, 0x2e, 0x5f, 0x7e, 0x30...0x39: true
        default: isLetter(byte)
        }
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }
}
