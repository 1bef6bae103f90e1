import Foundation
import Material

/// Which character set a feed is read as, where its own word for it does not do.
enum FeedEncoding {
    /// The bytes for the reader, and whether they are UTF-8 whatever the XML declaration says. If not, the
    /// declaration decides (XML 1.0, appendix F).
    static func decoded(_ request: ReadingRequest) throws(ReadingFault) -> (bytes: [UInt8], isUTF8: Bool) {
        let bytes = request.bytes
        guard bytes.contains(where: { $0 >= 0x80 }), !bytes.starts(with: [0xff, 0xfe]),
            !bytes.starts(with: [0xfe, 0xff])
        else { return (bytes, false) }
        // Bytes that are UTF-8 are hardly ever anything else, whatever is said of them.
        if String(validating: bytes, as: UTF8.self) != nil { return (bytes, true) }
        guard let named = declared(bytes) ?? request.charset, isChinese(named) else { return (bytes, false) }
        // kCFStringEncodingGB_18030_2000, seen by Foundation as 0x80000000 | 0x0632.
        guard let text = String(data: Data(bytes), encoding: String.Encoding(rawValue: 0x8000_0632)) else {
            throw ReadingFault(
                .lossy, "\(request.name): is said to be \(named.prefix(20)) and holds bytes that are none")
        }
        return (Array(text.utf8), true)
    }

    /// GB 2312 and GBK are parts of GB18030, and sites that name the small set use the large one.
    private static func isChinese(_ name: String) -> Bool {
        switch name.lowercased() {
        case "gb2312", "gbk", "gb18030", "gb_2312-80", "gb_2312", "x-gbk", "cp936", "euc-cn": true
        default: false
        }
    }

    /// The encoding of the XML declaration.
    private static func declared(_ bytes: [UInt8]) -> String? {
        let head = bytes.prefix(200)
        guard head.starts(with: "<?xml".utf8), let end = head.firstIndex(of: 0x3e) else { return nil }
        let parts = head[..<end].split { $0 == 0x22 || $0 == 0x27 }.map {
            String(decoding: $0, as: UTF8.self)
        }
        guard let index = parts.firstIndex(where: { $0.contains("encoding") }), index + 1 < parts.count else {
            return nil
        }
        return parts[index + 1]
    }
}
