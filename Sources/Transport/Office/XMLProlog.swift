import Foundation
import Material

/// Looks at the bytes of an XML part before a parser does: no document type, and a character set that we name.
///
/// A document type is refused outright. Entities can unfold while a document type is still being read (a default
/// of an attribute), before a parser tells anybody that there is one.
enum XMLProlog {
    /// - Returns: the part in UTF-8 or in a character set whose ASCII is ASCII, and the name to force on the
    ///   parser; nil leaves it to the declaration.
    /// - Throws: `entity` for a document type, `malformed` for a character set that hides ASCII.
    static func checked(_ bytes: [UInt8]) throws(ReadingFault) -> (bytes: [UInt8], encoding: String?) {
        var part = bytes
        var encoding: String?
        if let utf16 = utf16(bytes) {
            guard let text = String(data: Data(bytes), encoding: utf16) else {
                throw ReadingFault(.lossy, "an XML part says that it is UTF-16 and is not")
            }
            part = Array(text.utf8)
            encoding = "UTF-8"
        }
        var rest = part[...]
        if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
        while true {
            rest = rest.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
            if rest.starts(with: "<?".utf8) {
                guard let end = end(of: "?>", in: rest) else { break }
                if encoding == nil, rest.starts(with: "<?xml".utf8) { try checkDeclared(rest[..<end]) }
                rest = rest[end...]
            } else if rest.starts(with: "<!--".utf8) {
                guard let end = end(of: "-->", in: rest.dropFirst(4)) else { break }
                rest = rest[end...]
            } else {
                break
            }
        }
        if rest.starts(with: "<!".utf8) {
            throw ReadingFault(
                .entity, "an XML part has a document type, which documents of this kind never have")
        }
        return (part, encoding)
    }

    private static func utf16(_ bytes: [UInt8]) -> String.Encoding? {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return .utf16 }
        if bytes.starts(with: [0x3C, 0x00]) { return .utf16LittleEndian }
        if bytes.starts(with: [0x00, 0x3C]) { return .utf16BigEndian }
        return nil
    }

    private static func end(of mark: String, in bytes: ArraySlice<UInt8>) -> Int? {
        let mark = Array(mark.utf8)
        var at = bytes.startIndex
        while at + mark.count <= bytes.endIndex {
            if bytes[at] == mark[0], bytes[at..<(at + mark.count)].elementsEqual(mark) {
                return at + mark.count
            }
            at += 1
        }
        return nil
    }

    /// Character sets in which `<!DOCTYPE` is written otherwise would hide it.
    private static func checkDeclared(_ declaration: ArraySlice<UInt8>) throws(ReadingFault) {
        let words = String(decoding: declaration, as: UTF8.self).lowercased()
        guard let found = words.range(of: "encoding") else { return }
        let label = words[found.upperBound...].drop { !$0.isLetter }
            .prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
        switch label {
        case "utf-8", "utf8", "us-ascii", "ascii", "gb2312", "gbk", "gb18030", "iso-8859-1": return
        default:
            throw ReadingFault(.malformed, "an XML part is in \(label.prefix(20)), which is not read")
        }
    }
}
