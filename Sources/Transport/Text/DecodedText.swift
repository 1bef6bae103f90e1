import Foundation

/// Bytes as text: the character set is decided before anything looks inside, and never by guessing with loss.
package struct DecodedText: Sendable, Hashable {
    package enum Encoding: String, Sendable, Hashable {
        case utf8 = "UTF-8"
        case utf16 = "UTF-16"
        case gb18030 = "GB18030"
    }

    package let string: String
    package let encoding: Encoding

    /// A sentence for the reader where the bytes were not UTF-8.
    package var notice: String? {
        encoding == .utf8 ? nil : "the bytes are not UTF-8; read as \(encoding.rawValue), without loss"
    }

    /// Decodes a document.
    ///
    /// Order: byte order mark, valid UTF-8, GB18030 (which holds GB 2312 and GBK) when it decodes without loss and
    /// the bytes are not merely damaged UTF-8.
    ///
    /// - Parameter name: how the document is called in errors.
    package init(_ bytes: [UInt8], name: String) throws(DocumentError) {
        guard bytes.contains(where: { !Self.isBlank($0) }) else { throw .empty(name) }
        if let kind = Self.magic(bytes) { throw .binary(name, looksLike: kind) }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            guard bytes.count % 2 == 0, let text = String(data: Data(bytes), encoding: .utf16) else {
                throw .unknownEncoding(name)
            }
            self.init(string: text, encoding: .utf16)
            return
        }
        if bytes.contains(0) { throw .binary(name, looksLike: "binary data (it holds NUL bytes)") }
        if let text = String(validating: bytes, as: UTF8.self) {
            self.init(string: text, encoding: .utf8)
            return
        }
        let survey = UTF8Survey(bytes)
        if survey.isDamagedUTF8 { throw .damagedUTF8(name, offset: survey.firstFault) }
        guard let text = Self.gb18030(bytes) else { throw .unknownEncoding(name) }
        self.init(string: text, encoding: .gb18030)
    }

    private init(string: String, encoding: Encoding) {
        self.string = string
        self.encoding = encoding
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x09...0x0D, 0x20: true
        default: false
        }
    }

    /// GB18030, but only if encoding the result gives the same bytes again.
    private static func gb18030(_ bytes: [UInt8]) -> String? {
        // kCFStringEncodingGB_18030_2000, seen by Foundation as 0x80000000 | 0x0632.
        let encoding = String.Encoding(rawValue: 0x8000_0632)
        guard let text = String(data: Data(bytes), encoding: encoding) else { return nil }
        guard text.data(using: encoding, allowLossyConversion: false) == Data(bytes) else { return nil }
        // Random bytes often decode; Chinese text is made of common ideographs and ASCII.
        var letters = 0
        var plausible = 0
        for scalar in text.unicodeScalars where scalar.value >= 0x80 {
            letters += 1
            switch scalar.value {
            case 0x4E00...0x9FA5, 0x3000...0x303F, 0xFF00...0xFFEF, 0x2010...0x2026, 0xB7, 0xD7:
                plausible += 1
            default: break
            }
        }
        let controls = text.unicodeScalars.count { $0.value < 0x20 && !isBlank(UInt8($0.value)) }
        return plausible * 10 >= letters * 9 && controls == 0 ? GB18030.modern(text) : nil
    }

    /// What the first bytes say the file is, where they say so.
    private static func magic(_ bytes: [UInt8]) -> String? {
        let known: [([UInt8], String)] = [
            (Array("%PDF-".utf8), "a PDF"), ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive (DOCX, OFD, ODT)"),
            ([0xD0, 0xCF, 0x11, 0xE0], "an old Word document"), ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"),
            ([0xFF, 0xD8, 0xFF], "a JPEG picture"), ([0x7F, 0x45, 0x4C, 0x46], "a program"),
            ([0x1F, 0x8B], "a gzip archive"), (Array("GIF8".utf8), "a GIF picture"),
        ]
        return known.first { bytes.starts(with: $0.0) }?.1
    }
}

/// Tells UTF-8 that was damaged from text that never was UTF-8: GB18030 decodes most damaged UTF-8 to nonsense.
struct UTF8Survey {
    /// Where the first malformed byte stands.
    private(set) var firstFault = -1
    private var sequences = 0
    private var faults = 0

    init(_ bytes: [UInt8]) {
        var index = 0
        while index < bytes.count {
            let length = Self.length(of: bytes, at: index)
            if length == 0 {
                if firstFault < 0 { firstFault = index }
                faults += 1
                index += 1
            } else {
                if length > 1 { sequences += 1 }
                index += length
            }
        }
    }

    /// Three-byte sequences hardly ever come about by chance: more of them than faults means UTF-8.
    var isDamagedUTF8: Bool { faults > 0 && sequences > faults }

    /// 1…4 for a well-formed sequence (Unicode 15, table 3-7, without the finer limits), 0 for a fault.
    private static func length(of bytes: [UInt8], at index: Int) -> Int {
        let expected: Int
        switch bytes[index] {
        case 0...0x7F: return 1
        case 0xC2...0xDF: expected = 2
        case 0xE0...0xEF: expected = 3
        case 0xF0...0xF4: expected = 4
        default: return 0
        }
        guard index + expected <= bytes.count else { return 0 }
        let isWhole = bytes[(index + 1)..<(index + expected)].allSatisfy { (0x80...0xBF).contains($0) }
        return isWhole ? expected : 0
    }
}
