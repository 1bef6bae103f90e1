import Foundation
import Statute

/// Two canonical texts that are compared.
struct TextPair {
    let name: String
    let old: [UInt8]
    let new: [UInt8]

    init(old: String, new: String) throws {
        name = new
        self.old = try Self.bytes(old)
        self.new = try Self.bytes(new)
    }

    /// Reads lines of `OLD<TAB>NEW`: paths of canonical texts.
    static func all(in list: String) throws -> [TextPair] {
        try String(decoding: bytes(list), as: UTF8.self).split(separator: "\n").compactMap { line in
            let paths = line.split(separator: "\t")
            return paths.count == 2 ? try TextPair(old: String(paths[0]), new: String(paths[1])) : nil
        }
    }

    static func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(filePath: path)))
    }

    var language: Language { Self.language(of: new) }

    /// English where hardly any byte belongs to a character beyond ASCII.
    static func language(of bytes: [UInt8]) -> Language {
        bytes.count { $0 >= 0x80 } * 4 > bytes.count ? .zh : .en
    }
}
