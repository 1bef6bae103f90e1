internal import CLibgit2

/// The name of an object in 20 bytes without a heap of its own: a store holds millions.
struct ObjectKey: Hashable, Comparable, Sendable {
    private let high: UInt64
    private let middle: UInt64
    private let low: UInt32

    /// How many bytes there are.
    static let size = 20

    /// - Parameter bytes: at least 20 of them.
    init(_ bytes: UnsafeRawPointer) {
        high = UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self))
        middle = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        low = UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: 16, as: UInt32.self))
    }

    init(_ raw: git_oid) {
        self = withUnsafeBytes(of: raw.id) { bytes in
            // A git_oid has these 20 bytes and nothing else.
            bytes.baseAddress.map { ObjectKey($0) } ?? ObjectKey(0, 0, 0)
        }
    }

    private init(_ high: UInt64, _ middle: UInt64, _ low: UInt32) {
        (self.high, self.middle, self.low) = (high, middle, low)
    }

    init(_ id: ObjectID) { self.init(id.raw) }

    var id: ObjectID { ObjectID(raw) }

    var raw: git_oid {
        var raw = git_oid()
        withUnsafeMutableBytes(of: &raw.id) { target in
            target.storeBytes(of: high.bigEndian, as: UInt64.self)
            target.storeBytes(of: middle.bigEndian, toByteOffset: 8, as: UInt64.self)
            target.storeBytes(of: low.bigEndian, toByteOffset: 16, as: UInt32.self)
        }
        return raw
    }

    /// The first byte, by which indexes are cut into 256 parts.
    var first: Int { Int(high >> 56) }

    /// Adds the 20 bytes.
    func append(to bytes: inout [UInt8]) {
        for shift in stride(from: 56, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: high >> UInt64(shift)))
        }
        for shift in stride(from: 56, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: middle >> UInt64(shift)))
        }
        for shift in stride(from: 24, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: low >> UInt32(shift)))
        }
    }

    func hash(into hasher: inout Hasher) { hasher.combine(high) }

    static func < (left: ObjectKey, right: ObjectKey) -> Bool {
        (left.high, left.middle, left.low) < (right.high, right.middle, right.low)
    }
}
