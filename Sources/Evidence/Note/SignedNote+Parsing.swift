extension SignedNote {
    /// Larger notes are refused unread, as the reference implementation does.
    package static let longest = 1_000_000
    package static let mostSignatures = 100

    package init(parsing string: String) throws(EvidenceError) { try self.init(parsing: Array(string.utf8)) }

    /// Reads a note with at least one signature, none of which is verified yet.
    package init(parsing bytes: [UInt8]) throws(EvidenceError) {
        guard bytes.count <= Self.longest else {
            throw Self.malformed(nil, "\(bytes.count) bytes; at most \(Self.longest) are read")
        }
        guard let end = Self.lastBlankLine(bytes) else {
            throw Self.malformed(nil, "no empty line ends the text")
        }
        let head = Array(bytes[...end])
        try Self.check(head)
        var line = head.count(where: { $0 == 0x0A }) + 2
        let tail = bytes[(end + 2)...]
        guard tail.last == 0x0A else {
            throw Self.malformed(
                line, tail.isEmpty ? "no signature" : "the last line does not end with a line feed")
        }
        var signatures: [Signature] = []
        for text in tail.dropLast().split(separator: 0x0A, omittingEmptySubsequences: false) {
            guard signatures.count < Self.mostSignatures else {
                throw Self.malformed(line, "more than \(Self.mostSignatures) signatures")
            }
            signatures.append(try Self.signature(text, line))
            line += 1
        }
        self.init(text: String(decoding: head, as: UTF8.self), signatures: signatures)
    }

    /// What a text must be: not empty, UTF-8, whole lines, no control characters but line feeds.
    static func check(_ text: [UInt8]) throws(EvidenceError) {
        guard text.last == 0x0A else { throw malformed(nil, "the text does not end with a line feed") }
        guard String(validating: text, as: UTF8.self) != nil else {
            throw malformed(nil, "the text is not UTF-8")
        }
        var line = 1
        for byte in text {
            if byte == 0x0A {
                line += 1
            } else if byte < 0x20 {
                throw malformed(line, "a control character (\(byte))")
            }
        }
    }

    /// Where the text's last line feed stands, which another one follows.
    private static func lastBlankLine(_ bytes: [UInt8]) -> Int? {
        guard bytes.count >= 2 else { return nil }
        return (0..<(bytes.count - 1)).last { bytes[$0] == 0x0A && bytes[$0 + 1] == 0x0A }
    }

    /// A dash (U+2014), a name and base64 of the hash and the signature, with single blanks between them.
    private static func signature(_ line: ArraySlice<UInt8>, _ number: Int) throws(EvidenceError) -> Signature
    {
        let dash = Array("\u{2014} ".utf8)
        guard line.starts(with: dash) else {
            throw malformed(number, "a signature begins with a dash and a blank")
        }
        let parts = line.dropFirst(dash.count).split(separator: 0x20, omittingEmptySubsequences: false)
        guard parts.count == 2 else { throw malformed(number, "a signature is a name and base64") }
        guard let name = String(validating: parts[0], as: UTF8.self), NoteName.isValid(name) else {
            throw malformed(number, "no name of a key")
        }
        guard let bytes = Base64.decode(parts[1]), bytes.count > 4 else {
            throw malformed(number, "no base64 of a key hash and a signature")
        }
        let hash = bytes[..<4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        return Signature(name: name, keyHash: hash, bytes: Array(bytes[4...]))
    }

    private static func malformed(_ line: Int?, _ reason: String) -> EvidenceError {
        .malformed(subject: "note", line: line, reason: reason)
    }
}
