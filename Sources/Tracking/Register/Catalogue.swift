import Foundation
import Statute
import Yams

/// Which concepts and commitments there were: a digest of what their files say, and of the program that reads them.
///
/// Comments, blanks, quotation marks and the order of keys do not count: a file that says the same is the same file.
package struct Catalogue: Sendable, Hashable {
    /// Raised when the same texts and the same files give other alerts.
    package static let engine = 2

    /// SHA-256 over all files, hexadecimal.
    package let digest: String
    /// What each concept's file says: its id and 16 hexadecimal digits.
    package let concepts: [String: String]
    /// What each commitment says, together with what its agreement says of all of them.
    package let commitments: [String: String]

    /// `4f1c9a2b7d8e0f31-engine-1-parser-1`
    package var version: String {
        "\(digest.prefix(16))-engine-\(Self.engine)-parser-\(Recorder.parserVersion)"
    }

    init(concepts: [Node], agreements: [Node], weights: [Data] = []) {
        var all = SHA256()
        var ownConcepts: [String: String] = [:]
        var ownCommitments: [String: String] = [:]
        for root in concepts {
            let bytes = Self.bytes(of: root)
            all.update(bytes)
            ownConcepts[root.word("id") ?? ""] = Self.short(bytes)
        }
        for root in agreements {
            all.update(Self.bytes(of: root))
            let frame = Self.bytes(of: root, without: "commitments")
            for commitment in root.entries("commitments") {
                ownCommitments[commitment.word("id") ?? ""] = Self.short(frame + Self.bytes(of: commitment))
            }
        }
        for file in weights { all.update(Array(file)) }
        digest = Hexadecimal.string(all.digest())
        self.concepts = ownConcepts
        self.commitments = ownCommitments
    }

    private static func short(_ bytes: [UInt8]) -> String { String(SHA256.hex(of: bytes).prefix(16)) }

    /// A form in which equal content is equal bytes: each scalar with its length, keys sorted.
    ///
    /// - Parameter key: left out of the outermost mapping.
    static func bytes(of root: Node, without key: String? = nil) -> [UInt8] {
        var out: [UInt8] = []
        write(root, leaving: key, to: &out)
        return out
    }

    /// As deep as the document, which its reader has bounded.
    private static func write(_ node: Node, leaving left: String?, to out: inout [UInt8]) {
        switch node {
        case .mapping(let mapping):
            let pairs = mapping.map { (key: $0.key.string ?? "", value: $0.value) }
                .filter { $0.key != left }
                .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            out.append(contentsOf: "{\(pairs.count)\n".utf8)
            for pair in pairs {
                word(pair.key, "k", to: &out)
                write(pair.value, leaving: nil, to: &out)
            }
        case .sequence(let sequence):
            out.append(contentsOf: "[\(sequence.count)\n".utf8)
            for entry in sequence { write(entry, leaving: nil, to: &out) }
        default:
            word(node.string ?? "", DeclaredKind(node) == .null ? "n" : "s", to: &out)
        }
    }

    private static func word(_ word: String, _ kind: String, to out: inout [UInt8]) {
        out.append(contentsOf: "\(kind)\(word.utf8.count):".utf8)
        out.append(contentsOf: word.utf8)
        out.append(0x0A)
    }
}
