import Material

/// What an old document is by its bytes, and the name of the filter by which LibreOffice reads that and nothing else.
struct LegacyKind: Equatable {
    let filter: String
    let ending: String

    /// - Throws: `unknownFormat` for what no filter of ours reads, `malformed` for RTF that was cut off.
    init(_ bytes: [UInt8], name: String) throws(ReadingFault) {
        if bytes.starts(with: "{\\rtf".utf8) {
            let last = bytes.last { $0 > 0x20 }
            guard last == UInt8(ascii: "}") else {
                throw ReadingFault(.malformed, "\(name): the RTF document has no end; it was cut off")
            }
            (filter, ending) = ("Rich Text Format", "rtf")
        } else if DocumentFormat.isCompound(bytes) {
            switch Self.mainStream(of: bytes) {
            case [0xEC, 0xA5]?: (filter, ending) = ("MS Word 97", "doc")
            case [0xDC, 0xA5]?: (filter, ending) = ("MS Word 95", "doc")
            default: (filter, ending) = ("MS_Works", "wps")
            }
        } else if DocumentFormat.sniff(bytes) == .doc {
            (filter, ending) = ("MS Word 2003 XML", "xml")
        } else {
            throw ReadingFault(.unknownFormat, "\(name): not a document of Word or WPS by its bytes")
        }
    }

    /// Whether the text is encrypted or obfuscated, by the flags at the start of its main stream (MS-DOC, 2.5.1); or
    /// whether it is a new document in an encrypted wrapper.
    static func isEncrypted(_ bytes: [UInt8]) -> Bool {
        guard DocumentFormat.isCompound(bytes) else { return false }
        if let place = place(ofMainStream: bytes) { return bytes[place + 11] & 1 != 0 }
        return DocumentFormat.sniff(bytes) == .docx
    }

    private static func mainStream(of bytes: [UInt8]) -> [UInt8]? {
        place(ofMainStream: bytes).map { Array(bytes[$0..<($0 + 2)]) }
    }

    /// Streams begin at sectors of 512 bytes.
    private static func place(ofMainStream bytes: [UInt8]) -> Int? {
        stride(from: 512, to: bytes.count - 12, by: 512).first {
            (bytes[$0] == 0xEC || bytes[$0] == 0xDC) && bytes[$0 + 1] == 0xA5
        }
    }
}
