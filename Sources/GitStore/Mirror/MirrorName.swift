/// Names in a foreign tree. Nothing is ever checked out, but a path is shown to people, compared and made into
/// the name of a file elsewhere.
package enum MirrorName {
    /// Why a name is not taken; nil when it is.
    package static func objection(to name: String, isPath: Bool = false) -> String? {
        if isPath {
            for part in name.utf8.split(separator: 0x2f, omittingEmptySubsequences: false) {
                if let reason = objection(to: String(decoding: part, as: UTF8.self)) { return reason }
            }
            return nil
        }
        let bytes = Array(name.utf8)
        guard !bytes.isEmpty else { return "an empty name" }
        guard bytes.count <= 255 else { return "a name of more than 255 bytes" }
        guard name != ".", name != ".." else { return "a name that leads out of its folder" }
        guard !bytes.contains(0x2f), !bytes.contains(0x5c) else { return "a name that holds a path" }
        for scalar in name.unicodeScalars where Printable.steers(scalar) || isUnseen(scalar) {
            return "a name with control or invisible characters"
        }
        return isGit(bytes) ? "a name that git keeps for itself" : nil
    }

    /// Zero-width characters and the byte order mark: two names that look the same.
    private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xad, 0x200b...0x200d, 0x2060...0x2064, 0x206a...0x206f, 0xfeff, 0xfe00...0xfe0f: true
        default: false
        }
    }

    /// `.git` and how Windows may spell it.
    private static func isGit(_ bytes: [UInt8]) -> Bool {
        let lower = bytes.map { (0x41...0x5a).contains($0) ? $0 + 0x20 : $0 }
        let stem = lower.prefix { $0 != 0x3a }
        let trimmed = stem.reversed().drop { $0 == 0x20 || $0 == 0x2e }.reversed()
        return trimmed.elementsEqual(".git".utf8) || trimmed.elementsEqual("git~1".utf8)
    }
}
