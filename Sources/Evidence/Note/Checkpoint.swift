/// What a log says about itself: how many entries it has and the root over them (C2SP tlog-checkpoint).
package struct Checkpoint: Sendable {
    /// The log's name, one line. That of a log of ours is also the name of its key, and so has no blanks in it; those
    /// of others may have.
    package let origin: String
    package let size: Int
    package let root: LogHash
    /// Further lines, none of them empty.
    package let extensions: [String]

    /// Throws `malformed` when the origin or an extension could not be read back.
    package init(
        origin: String, size: Int, root: LogHash, extensions: [String] = []
    ) throws(EvidenceError) {
        self.origin = origin
        self.size = size
        self.root = root
        self.extensions = extensions
        guard Self.isLine(origin) else { throw Self.malformed(1, "\(origin.debugDescription) is no origin") }
        guard size >= 0 else { throw Self.malformed(2, "a log has no \(size) entries") }
        for (index, line) in extensions.enumerated() {
            guard Self.isLine(line) else {
                throw Self.malformed(4 + index, "an extension is one line that is not empty")
            }
        }
    }

    /// The text that is signed; every line ends with a line feed.
    package var text: String {
        ([origin, String(size), root.base64] + extensions).map { $0 + "\n" }.joined()
    }

    private static func isLine(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { $0 >= 0x20 }
    }

    static func malformed(_ line: Int?, _ reason: String) -> EvidenceError {
        .malformed(subject: "checkpoint", line: line, reason: reason)
    }
}

extension Checkpoint: Hashable {
    /// Byte by byte: `==` of strings takes different spellings of a character for the same.
    package static func == (a: Self, b: Self) -> Bool { a.text.utf8.elementsEqual(b.text.utf8) }
    package func hash(into hasher: inout Hasher) { for byte in text.utf8 { hasher.combine(byte) } }
}
