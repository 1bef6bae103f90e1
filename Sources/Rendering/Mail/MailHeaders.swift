/// The header block of a message being put together: checked, encoded and folded.
struct MailHeaders {
    private(set) var text = ""

    private static let longestLine = 998

    /// A value that this program made itself.
    mutating func plain(_ name: String, _ value: String) { text += "\(name): \(value)\r\n" }

    /// Words for a person.
    mutating func words(_ name: String, _ value: String) throws(MailError) {
        try Self.check(value, name)
        text += "\(name): \(EncodedWords.text(value, column: name.utf8.count + 2))\r\n"
    }

    mutating func addresses(_ name: String, _ addresses: [MailAddress]) throws(MailError) {
        var lines: [String] = []
        for address in addresses {
            try Self.check(address.name, name)
            let parts = address.address.utf8.split(separator: 0x40, omittingEmptySubsequences: false)
            guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(Self.isAtom) }) else {
                throw .malformed(header: name, value: address.address)
            }
            if address.name.isEmpty {
                lines.append(address.address)
            } else {
                lines.append("\(EncodedWords.phrase(address.name, column: 2))\r\n <\(address.address)>")
            }
        }
        try add(name, lines.joined(separator: ",\r\n "))
    }

    mutating func identifiers(_ name: String, _ ids: [String]) throws(MailError) {
        for id in ids {
            let parts = id.utf8.split(separator: 0x40, omittingEmptySubsequences: false)
            guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(Self.isAtom) }) else {
                throw .malformed(header: name, value: id)
            }
        }
        try add(name, ids.map { "<\($0)>" }.joined(separator: "\r\n "))
    }

    mutating func list(_ id: String, name: String) throws(MailError) {
        try Self.check(name, "List-Id")
        guard !id.isEmpty, id.utf8.allSatisfy(Self.isAtom) else {
            throw .malformed(header: "List-Id", value: id)
        }
        let phrase = name.isEmpty ? "" : "\(EncodedWords.phrase(name, column: 9))\r\n "
        try add("List-Id", "\(phrase)<\(id)>")
    }

    mutating func unsubscribe(_ addresses: [String]) throws(MailError) {
        for address in addresses {
            let isLink =
                address.utf8.starts(with: "https://".utf8) || address.utf8.starts(with: "mailto:".utf8)
            let isClean = address.utf8.allSatisfy {
                (0x21...0x7E).contains($0) && $0 != 0x3C && $0 != 0x3E && $0 != 0x2C
            }
            guard isLink, isClean else { throw .malformed(header: "List-Unsubscribe", value: address) }
        }
        try add("List-Unsubscribe", addresses.map { "<\($0)>" }.joined(separator: ",\r\n "))
        if addresses.contains(where: { $0.utf8.starts(with: "https://".utf8) }) {
            plain("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
        }
    }

    private mutating func add(_ name: String, _ value: String) throws(MailError) {
        let line = "\(name): \(value)"
        var length = 0
        for byte in line.utf8 {
            length = byte == 0x0A ? 0 : length + 1
            if length > Self.longestLine { throw .lineTooLong(header: name) }
        }
        text += "\(line)\r\n"
    }

    /// Line ends of every kind, other controls, and what hides or turns words.
    private static func check(_ value: String, _ header: String) throws(MailError) {
        for scalar in value.unicodeScalars where VisibleText.form(of: scalar) != nil {
            throw .controlCharacter(header: header, codePoint: scalar.value)
        }
    }

    /// RFC 5322 `atext`, and the full stop.
    private static func isAtom(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case 0x21, 0x23...0x27, 0x2A, 0x2B, 0x2D...0x2F, 0x3D, 0x3F, 0x5E...0x60, 0x7B...0x7E: true
        default: false
        }
    }
}
