internal import CLibgit2
import Statute

/// The name of an object in the store: 20 bytes, shown as 40 hexadecimal digits.
package struct ObjectID: Sendable, Hashable, CustomStringConvertible {
    package let bytes: [UInt8]

    /// From 40 hexadecimal digits; nil when it is anything else.
    package init?(_ text: String) {
        guard let bytes = Hexadecimal.bytes(text), bytes.count == Int(GIT_OID_RAWSZ) else { return nil }
        self.bytes = bytes
    }

    init(_ raw: git_oid) {
        bytes = withUnsafeBytes(of: raw.id) { Array($0) }
    }

    var raw: git_oid {
        var raw = git_oid()
        withUnsafeMutableBytes(of: &raw.id) { $0.copyBytes(from: bytes.prefix(Int(GIT_OID_RAWSZ))) }
        return raw
    }

    package var description: String { Hexadecimal.string(bytes) }
}
