/// The small grammars of names in the store, all lower-case ASCII.
enum Grammar {
    /// Names that Windows keeps for devices, whatever follows their first dot.
    static let devices: Set<String> = Set(
        ["con", "prn", "aux", "nul"] + (0...9).flatMap { ["com\($0)", "lpt\($0)"] })

    static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7a).contains(byte) }

    static func isLetterOrDigit(_ byte: UInt8) -> Bool { isLetter(byte) || (0x30...0x39).contains(byte) }

    /// `[a-z0-9][a-z0-9._-]*`, at most 100 bytes: source ids.
    static func isSource(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard let first = bytes.first, let last = bytes.last, bytes.count <= 100 else { return false }
        guard isLetterOrDigit(first), last != 0x2e else { return false }
        return bytes.allSatisfy { isLetterOrDigit($0) || $0 == 0x2d || $0 == 0x2e || $0 == 0x5f }
    }

    /// `[a-z]{2,3}(-[a-z0-9]+)*`, at most 20 bytes: `zh`, `en`, `zh-hant`.
    static func isLanguage(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: 0x2d, omittingEmptySubsequences: false)
        guard let first = parts.first, text.utf8.count <= 20 else { return false }
        guard (2...3).contains(first.count), first.allSatisfy(isLetter) else { return false }
        return parts.dropFirst().allSatisfy { !$0.isEmpty && $0.allSatisfy(isLetterOrDigit) }
    }

    /// `[a-z0-9]{1,10}`: a file name's ending.
    static func isExtension(_ text: String) -> Bool {
        (1...10).contains(text.utf8.count) && text.utf8.allSatisfy(isLetterOrDigit)
    }
}
