import Evidence
import Foundation

/// Why a mail cannot be read as one of ours.
struct MailFault: Error {
    let place: String
    let reason: String
}

/// A mail as it was received, taken apart (RFC 5322, RFC 2045 to 2047): as strictly as ours are written, so that what a
/// reader's program might show in another way is named and not guessed.
struct MailReader {
    /// One part that is not made of others.
    struct Part {
        var type: String
        /// What the file is called; nil for a part that is read.
        var file: String?
        var bytes: [UInt8]
    }

    let headers: [(name: String, value: String)]
    private(set) var parts: [Part] = []

    /// - Throws: ``MailFault``.
    init(_ raw: [UInt8]) throws(MailFault) {
        let bytes = Self.withLineEnds(raw)
        let (headers, body) = try Self.split(bytes, "the mail")
        self.headers = headers
        try Self.collect(headers, body, depth: 0, &parts)
    }

    /// The one header of a name.
    func header(_ name: String) throws(MailFault) -> String {
        let found = headers.filter { $0.name.lowercased() == name.lowercased() }
        guard found.count == 1, let first = found.first else {
            throw MailFault(
                place: "header \(name)", reason: "it stands there \(found.count) times, and not once")
        }
        return first.value
    }

    /// The words of a header that may be encoded.
    func words(_ name: String) throws(MailFault) -> String {
        let value = try header(name)
        guard let words = EncodedWordsReader.decoded(value) else {
            throw MailFault(place: "header \(name)", reason: "its words are not encoded as ours are")
        }
        return words
    }

    /// The address of a header, without its name.
    func address(_ name: String) throws(MailFault) -> String {
        let value = try header(name)
        guard let open = value.lastIndex(of: "<"), value.hasSuffix(">") else { return value }
        return String(value[value.index(after: open)...].dropLast())
    }

    // MARK: Structure

    private static func collect(
        _ headers: [(name: String, value: String)], _ body: ArraySlice<UInt8>, depth: Int,
        _ parts: inout [Part]
    ) throws(MailFault) {
        let kinds = headers.filter { $0.name.lowercased() == "content-type" }
        guard kinds.count == 1, let kind = kinds.first?.value, depth < 5 else {
            throw MailFault(place: "Content-Type", reason: "a part has none, or more than one")
        }
        let fields = kind.split(separator: ";").map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
        let type = fields[0].lowercased()
        func field(_ name: String) -> String? {
            fields.dropFirst().first { $0.lowercased().hasPrefix("\(name)=") }.map {
                String($0.dropFirst(name.count + 1)).trimmingCharacters(in: ["\""])
            }
        }
        if type.hasPrefix("multipart/") {
            guard let boundary = field("boundary"), !boundary.isEmpty else {
                throw MailFault(place: "Content-Type", reason: "its parts have no boundary")
            }
            for part in try pieces(body, boundary) {
                let (headers, body) = try split(Array(part), "a part of the mail")
                try collect(headers, body, depth: depth + 1, &parts)
            }
            return
        }
        if type.hasPrefix("text/"), field("charset")?.lowercased() != "utf-8" {
            throw MailFault(place: "part \(type)", reason: "it is in another character set than UTF-8")
        }
        let encoding =
            headers.first { $0.name.lowercased() == "content-transfer-encoding" }?.value.lowercased()
            ?? "7bit"
        guard let bytes = TransferEncoding.decoded(body, encoding) else {
            throw MailFault(place: "part \(type)", reason: "its bytes are not \(encoding) as we write it")
        }
        parts.append(Part(type: type, file: field("name"), bytes: bytes))
    }

    private static func pieces(_ body: ArraySlice<UInt8>, _ boundary: String) throws(MailFault)
        -> [ArraySlice<UInt8>]
    {
        let sign = Array("--\(boundary)".utf8)
        var found: [ArraySlice<UInt8>] = []
        var start: Int?
        var at = body.startIndex
        while at < body.endIndex {
            let end = lineEnd(body, at)
            let line = body[at..<end]
            if line.starts(with: sign) {
                let rest = line.dropFirst(sign.count)
                guard rest.isEmpty || rest.elementsEqual("--".utf8) else {
                    throw MailFault(
                        place: "boundary", reason: "a line that ends a part is not as we write it")
                }
                if let start { found.append(body[start..<max(start, at - 2)]) }
                if !rest.isEmpty { return found }
                start = min(end + 2, body.endIndex)
            }
            at = end + 2
        }
        throw MailFault(place: "boundary", reason: "the mail ends before its last part does")
    }

    private static func split(_ bytes: [UInt8], _ place: String) throws(MailFault) -> (
        [(name: String, value: String)], ArraySlice<UInt8>
    ) {
        var headers: [(name: String, value: String)] = []
        var at = 0
        let whole = bytes[...]
        while at < bytes.count {
            let end = lineEnd(whole, at)
            let line = bytes[at..<end]
            at = end + 2
            if line.isEmpty { return (headers, whole[min(at, bytes.count)...]) }
            guard let words = String(validating: line, as: UTF8.self) else {
                throw MailFault(place: place, reason: "a header is not in UTF-8")
            }
            if line.first == 0x20 || line.first == 0x09, let last = headers.popLast() {
                headers.append((last.name, last.value + "\n" + words))
            } else if let colon = words.firstIndex(of: ":") {
                headers.append(
                    (
                        String(words[..<colon]),
                        words[words.index(after: colon)...].trimmingCharacters(in: .whitespaces)
                    ))
            } else {
                throw MailFault(place: place, reason: "a line of its head is no header")
            }
        }
        throw MailFault(place: place, reason: "it has no body")
    }

    private static func lineEnd(_ bytes: ArraySlice<UInt8>, _ start: Int) -> Int {
        var at = start
        while at + 1 < bytes.endIndex {
            if bytes[at] == 0x0d, bytes[at + 1] == 0x0a { return at }
            at += 1
        }
        return bytes.endIndex
    }

    /// Programs that keep a mail as a file give its lines their own ends.
    private static func withLineEnds(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count + bytes.count / 40)
        for byte in bytes {
            if byte == 0x0a, out.last != 0x0d { out.append(0x0d) }
            out.append(byte)
        }
        return out
    }
}

/// Quoted-printable and base64, in the one spelling that we write.
enum TransferEncoding {
    static func decoded(_ body: ArraySlice<UInt8>, _ name: String) -> [UInt8]? {
        switch name {
        case "quoted-printable": quoted(body)
        case "base64": base64(body)
        case "7bit": body.allSatisfy { $0 < 0x80 } ? Array(body) : nil
        case "8bit": Array(body)
        default: nil
        }
    }

    private static func base64(_ body: ArraySlice<UInt8>) -> [UInt8]? {
        Base64.decode(body.filter { $0 != 0x0d && $0 != 0x0a })
    }

    private static func quoted(_ body: ArraySlice<UInt8>) -> [UInt8]? {
        var out: [UInt8] = []
        var at = body.startIndex
        while at < body.endIndex {
            let byte = body[at]
            guard byte == 0x3d else {
                guard (0x20...0x7e).contains(byte) || byte == 0x0d || byte == 0x0a else { return nil }
                out.append(byte)
                at += 1
                continue
            }
            guard at + 2 < body.endIndex else { return nil }
            if body[at + 1] == 0x0d, body[at + 2] == 0x0a {
                at += 3
                continue
            }
            guard let high = digit(body[at + 1]), let low = digit(body[at + 2]) else { return nil }
            out.append(high << 4 | low)
            at += 3
        }
        return out
    }

    static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        default: nil
        }
    }
}

/// Encoded words of RFC 2047, in UTF-8.
enum EncodedWordsReader {
    /// The words of a header whose lines are joined by line feeds; nil for an encoded word that is broken.
    static func decoded(_ value: String) -> String? {
        let lines = value.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let isEncoded = lines.contains { $0.contains("=?") }
        guard isEncoded else {
            return ([lines[0]] + lines.dropFirst().map { String($0.drop { $0 == " " || $0 == "\t" }) })
                .joined(separator: " ")
        }
        var bytes: [UInt8] = []
        for word in lines.flatMap({ $0.split(whereSeparator: { $0 == " " || $0 == "\t" }) }) {
            let fields = word.split(separator: "?", omittingEmptySubsequences: false).map(String.init)
            guard fields.count == 5, fields[0] == "=", fields[4] == "=", fields[1].uppercased() == "UTF-8"
            else {
                return nil
            }
            switch fields[2] {
            case "B":
                guard let part = Base64.decode(fields[3]) else { return nil }
                bytes += part
            case "Q":
                guard let part = q(Array(fields[3].utf8)) else { return nil }
                bytes += part
            default: return nil
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func q(_ bytes: [UInt8]) -> [UInt8]? {
        var out: [UInt8] = []
        var at = 0
        while at < bytes.count {
            switch bytes[at] {
            case 0x5f: out.append(0x20)
            case 0x3d:
                guard at + 2 < bytes.count, let high = TransferEncoding.digit(bytes[at + 1]),
                    let low = TransferEncoding.digit(bytes[at + 2])
                else { return nil }
                out.append(high << 4 | low)
                at += 2
            default: out.append(bytes[at])
            }
            at += 1
        }
        return out
    }
}
