/// The links of a document of type `application/link-format`, or of a Link field.
///
/// Total and linear: what cannot be read is stepped over to the next comma and counted.
package struct LinkFormat: Sendable, Hashable {
    package var links: [WebLink] = []
    /// Pieces that are no links.
    package var faults = 0
    /// Whether there was more than was read.
    package var isCut = false

    /// - Parameter limit: links that are read.
    package init(_ text: String, limit: Int = 100_000) {
        self.init(Array(text.utf8), limit: limit)
    }

    package init(_ bytes: [UInt8], limit: Int = 100_000) {
        var reader = LinkReader(bytes: bytes)
        while reader.skipToLink() {
            guard links.count < limit else {
                isCut = true
                return
            }
            if let link = reader.link() {
                links.append(link)
            } else {
                faults += 1
                reader.skipPiece()
            }
        }
    }

    /// Those with a relation.
    package func links(_ relation: String) -> [WebLink] { links.filter { $0.relations.contains(relation) } }
}

/// Goes through the bytes once.
private struct LinkReader {
    let bytes: [UInt8]
    var at = 0

    var byte: UInt8? { at < bytes.count ? bytes[at] : nil }

    mutating func skipBlanks() {
        while let byte, Self.isBlank(byte) { at += 1 }
    }

    /// Goes past blanks and empty pieces; false at the end.
    mutating func skipToLink() -> Bool {
        while let byte, Self.isBlank(byte) || byte == 0x2c { at += 1 }
        return byte != nil
    }

    /// Goes to the comma that ends this piece; one in quotes does not.
    mutating func skipPiece() {
        while let byte, byte != 0x2c {
            if byte == 0x22 { _ = quoted() } else { at += 1 }
        }
    }

    /// `<target>; name=value; name="value"`, up to the comma or the end; nil when it is something else.
    mutating func link() -> WebLink? {
        guard byte == 0x3c else { return nil }
        at += 1
        let start = at
        while let byte, byte != 0x3e { at += 1 }
        guard byte == 0x3e else { return nil }
        let target = text(bytes[start..<at])
        at += 1
        var parameters: [(name: String, value: String)] = []
        while true {
            skipBlanks()
            guard let byte, byte != 0x2c else { break }
            guard byte == 0x3b else { return nil }
            at += 1
            if let parameter = parameter(), parameters.count < 64 { parameters.append(parameter) }
        }
        let relations = parameters.first { $0.name == "rel" }?.value.lowercased() ?? ""
        return WebLink(
            target: target,
            relations: relations.utf8.split(whereSeparator: Self.isBlank).map { String($0) ?? "" },
            parameters: parameters)
    }

    /// Nil for nothing between two semicolons.
    private mutating func parameter() -> (name: String, value: String)? {
        skipBlanks()
        let name = token(endedBy: [0x3b, 0x2c, 0x3d]).lowercased()
        skipBlanks()
        guard byte == 0x3d else { return name.isEmpty ? nil : (name, "") }
        at += 1
        skipBlanks()
        let value = byte == 0x22 ? quoted() : token(endedBy: [0x3b, 0x2c])
        return name.isEmpty ? nil : (name, value)
    }

    private mutating func token(endedBy ends: [UInt8]) -> String {
        let start = at
        while let byte, !Self.isBlank(byte), !ends.contains(byte) { at += 1 }
        return text(bytes[start..<at])
    }

    /// A quoted string (RFC 9110, 5.6.4); one that is never closed ends with the bytes.
    private mutating func quoted() -> String {
        at += 1
        var content: [UInt8] = []
        while let byte, byte != 0x22 {
            at += 1
            if byte == 0x5c, let next = self.byte {
                content.append(next)
                at += 1
            } else {
                content.append(byte)
            }
        }
        at += 1
        return String(decoding: content, as: UTF8.self)
    }

    private func text(_ slice: ArraySlice<UInt8>) -> String {
        String(decoding: slice, as: UTF8.self)
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0d).contains(byte)
    }
}
