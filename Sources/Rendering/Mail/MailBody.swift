/// One part of a message in whichever transfer encoding is shorter.
struct MailBody {
    let headers: String
    /// Lines of at most 76 bytes with CRLF.
    let encoded: [UInt8]

    private init(headers: String, encoded: [UInt8]) {
        self.headers = headers
        self.encoded = encoded
    }

    /// Parts one after the other.
    static func multipart(_ kind: String, _ parts: [MailBody], boundary: String) -> MailBody {
        var out: [UInt8] = []
        for part in parts {
            out.append(contentsOf: "--\(boundary)\r\n\(part.headers)\r\n".utf8)
            out.append(contentsOf: part.encoded)
            if !out.suffix(2).elementsEqual([0x0D, 0x0A]) || !part.isMultipart {
                out.append(contentsOf: "\r\n".utf8)
            }
        }
        out.append(contentsOf: "--\(boundary)--\r\n".utf8)
        return MailBody(
            headers: "Content-Type: multipart/\(kind);\r\n boundary=\"\(boundary)\"\r\n", encoded: out)
    }

    private var isMultipart: Bool { headers.utf8.starts(with: "Content-Type: multipart/".utf8) }

    /// - Parameters:
    ///   - text: line ends of any kind become CRLF.
    ///   - type: such as `text/plain`.
    ///   - name: of a part that is a file; nil for one that is read.
    init(_ text: String, type: String, name: String? = nil) {
        let bytes = Self.canonical(text)
        let quoted = QuotedPrintable.encode(bytes)
        let base64 = Base64.lines(bytes)
        let usesQuoted = quoted.count <= base64.count
        let kind =
            name.map { "\(type); name=\"\($0)\"\r\nContent-Disposition: attachment; filename=\"\($0)\"" }
            ?? "\(type); charset=utf-8"
        headers =
            "Content-Type: \(kind)\r\n"
            + "Content-Transfer-Encoding: \(usesQuoted ? "quoted-printable" : "base64")\r\n"
        encoded = usesQuoted ? quoted : base64
    }

    /// Its bytes with CRLF line ends.
    static func canonical(_ text: String) -> [UInt8] {
        var out: [UInt8] = []
        var afterReturn = false
        for byte in text.utf8 {
            if byte == 0x0A, afterReturn {
                afterReturn = false
                continue
            }
            afterReturn = byte == 0x0D
            if byte == 0x0A || byte == 0x0D {
                out.append(contentsOf: [0x0D, 0x0A])
            } else {
                out.append(byte)
            }
        }
        return out
    }
}

/// RFC 2045, section 6.7.
enum QuotedPrintable {
    private static let longestLine = 76
    private static let digits = Array("0123456789ABCDEF".utf8)

    static func escape(_ byte: UInt8) -> String { String(decoding: code(byte), as: UTF8.self) }

    /// `bytes` with CRLF line ends; lone ones are encoded.
    static func encode(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        var column = 0
        for (index, byte) in bytes.enumerated() {
            let next = index + 1 < bytes.count ? bytes[index + 1] : nil
            if byte == 0x0D, next == 0x0A { continue }
            if byte == 0x0A, index > 0, bytes[index - 1] == 0x0D {
                out.append(contentsOf: [0x0D, 0x0A])
                column = 0
                continue
            }
            let endsLine = next == nil || next == 0x0D
            // A full stop that begins a line would be doubled on the way by SMTP, and "From " quoted by mbox.
            let isRisky = column == 0 && (byte == 0x2E || byte == 0x46)
            let isPlain =
                !isRisky && ((0x21...0x7E).contains(byte) && byte != 0x3D || (byte == 0x20 && !endsLine))
            let piece = isPlain ? [byte] : code(byte)
            if column + piece.count > longestLine - (endsLine ? 0 : 1) {
                out.append(contentsOf: [0x3D, 0x0D, 0x0A])
                column = 0
            }
            out.append(contentsOf: piece)
            column += piece.count
        }
        return out
    }

    private static func code(_ byte: UInt8) -> [UInt8] {
        [0x3D, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
}

/// RFC 4648, section 4.
enum Base64 {
    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    static func text(_ bytes: [UInt8]) -> String { String(decoding: encode(bytes[...]), as: UTF8.self) }

    /// Lines of 76 with CRLF between them.
    static func lines(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            if !out.isEmpty { out.append(contentsOf: [0x0D, 0x0A]) }
            out.append(contentsOf: encode(rest.prefix(57)))
            rest = rest.dropFirst(57)
        }
        return out
    }

    private static func encode(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        var rest = bytes
        while let first = rest.popFirst() {
            let second = rest.popFirst()
            let third = rest.popFirst()
            let bits = UInt32(first) << 16 | UInt32(second ?? 0) << 8 | UInt32(third ?? 0)
            out.append(alphabet[Int(bits >> 18 & 63)])
            out.append(alphabet[Int(bits >> 12 & 63)])
            out.append(second == nil ? 0x3D : alphabet[Int(bits >> 6 & 63)])
            out.append(third == nil ? 0x3D : alphabet[Int(bits & 63)])
        }
        return out
    }
}
