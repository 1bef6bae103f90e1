/// Base64 between two lines that say what it is, as OpenSSH writes keys and signatures.
enum Armour {
    /// Lines of 70 characters.
    static func write(_ bytes: [UInt8], label: String) -> String {
        var lines = ["-----BEGIN \(label)-----"]
        var rest = Base64.encoded(bytes)[...]
        while !rest.isEmpty {
            lines.append(String(decoding: rest.prefix(70), as: UTF8.self))
            rest = rest.dropFirst(70)
        }
        return (lines + ["-----END \(label)-----"]).map { $0 + "\n" }.joined()
    }

    /// The bytes. Nothing may stand before or after it but one last line feed.
    static func read(_ text: [UInt8], label: String, subject: String) throws(EvidenceError) -> [UInt8] {
        func malformed(_ line: Int?, _ reason: String) -> EvidenceError {
            .malformed(subject: subject, line: line, reason: reason)
        }
        guard text.count <= longest else {
            throw malformed(nil, "\(text.count) bytes; at most \(longest) are read")
        }
        let body = text.last == 0x0A ? text.dropLast() : text[...]
        let lines = body.split(separator: 0x0A, omittingEmptySubsequences: false)
        guard lines.first?.elementsEqual("-----BEGIN \(label)-----".utf8) == true else {
            throw malformed(1, "it does not begin with -----BEGIN \(label)-----")
        }
        guard lines.count >= 2, lines.last?.elementsEqual("-----END \(label)-----".utf8) == true else {
            throw malformed(lines.count, "it does not end with -----END \(label)-----")
        }
        var joined: [UInt8] = []
        joined.reserveCapacity(text.count)
        defer { Wiping.wipe(&joined) }
        for (index, line) in lines.dropFirst().dropLast().enumerated() {
            guard !line.isEmpty, line.allSatisfy({ isBase64($0) }) else {
                throw malformed(index + 2, "a line that is not base64")
            }
            joined += line
        }
        guard let bytes = Base64.decode(joined) else {
            throw malformed(nil, "its base64 is cut short or is none")
        }
        return bytes
    }

    /// Keys and signatures are a few hundred bytes.
    private static let longest = 65_536

    private static func isBase64(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "="):
            true
        default: false
        }
    }
}
