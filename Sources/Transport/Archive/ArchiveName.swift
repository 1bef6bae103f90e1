/// The name of an entry of an archive, told safe or not by its bytes.
enum ArchiveName {
    /// Whether a name stays inside the archive when somebody takes it for a path, on any system.
    static func staysInside(_ name: [UInt8]) -> Bool {
        guard let first = name.first, first != UInt8(ascii: "/") else { return false }
        for byte in name {
            switch byte {
            case 0..<0x20, 0x7F, UInt8(ascii: "\\"): return false
            default: break
            }
        }
        if name.count >= 2, name[1] == UInt8(ascii: ":"), isLetter(first) { return false }
        return !name.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            .contains { $0.elementsEqual("..".utf8) }
    }

    /// As packages of Office compare the names of their parts: ASCII letters are the same in both cases.
    static func folded(_ name: [UInt8]) -> [UInt8] {
        name.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    }

    /// A name as messages may show it: at most 80 bytes, without control characters.
    static func shown(_ name: [UInt8]) -> String {
        let printable = name.prefix(80).map { $0 < 0x20 || $0 == 0x7F ? UInt8(ascii: "?") : $0 }
        return String(decoding: printable, as: UTF8.self)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
}
