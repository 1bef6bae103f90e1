internal import CLibgit2
import Statute

/// The name of an object in the store: 20 bytes, shown as 40 hexadecimal digits.
package struct ObjectID: Sendable, Hashable, Comparable, CustomStringConvertible {
    // In three words and not in an array: a bulk write makes millions of them.
    private let high: UInt64
    private let middle: UInt64
    private let low: UInt32

    /// From 40 hexadecimal digits; nil when it is anything else.
    package init?(_ text: String) {
        guard let bytes = Hexadecimal.bytes(text), bytes.count == Int(GIT_OID_RAWSZ) else { return nil }
        self = bytes.withUnsafeBytes { ObjectID(raw: $0) }
    }

    /// From 20 bytes, which must be there.
    init(raw bytes: UnsafeRawBufferPointer) {
        high = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self))
        middle = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        low = UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: 16, as: UInt32.self))
    }

    init(_ raw: git_oid) {
        self = withUnsafeBytes(of: raw.id) { ObjectID(raw: $0) }
    }

    var raw: git_oid {
        var raw = git_oid()
        withUnsafeMutableBytes(of: &raw.id) { id in
            id.storeBytes(of: high.bigEndian, as: UInt64.self)
            id.storeBytes(of: middle.bigEndian, toByteOffset: 8, as: UInt64.self)
            id.storeBytes(of: low.bigEndian, toByteOffset: 16, as: UInt32.self)
        }
        return raw
    }

    package var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Int(GIT_OID_RAWSZ))
        append(to: &bytes)
        return bytes
    }

    var firstByte: UInt8 { UInt8(truncatingIfNeeded: high >> 56) }

    func append(to bytes: inout [UInt8]) {
        withUnsafeBytes(of: high.bigEndian) { bytes += $0 }
        withUnsafeBytes(of: middle.bigEndian) { bytes += $0 }
        withUnsafeBytes(of: low.bigEndian) { bytes += $0 }
    }

    /// In the order of their bytes.
    package static func < (one: ObjectID, other: ObjectID) -> Bool {
        (one.high, one.middle, one.low) < (other.high, other.middle, other.low)
    }

    package var description: String { Hexadecimal.string(bytes) }
}
