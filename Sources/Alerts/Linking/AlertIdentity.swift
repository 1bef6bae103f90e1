import Statute

/// The name of an alert: 32 hexadecimal digits that depend only on what it says.
///
/// Two FNV-1a hashes of 64 bits over the same bytes, from different offsets. It is a fingerprint to tell alerts
/// apart, and no protection against somebody who wants two to collide.
enum AlertIdentity {
    static func id(
        instrument: String, from: String, to: String, before: [ProvisionPath], after: [ProvisionPath],
        concept: String, commitment: String
    ) -> String {
        var bytes: [UInt8] = []
        // A unit separator ends each part, a group separator each list, so that no two lists of parts read alike.
        func add(_ parts: [String]) {
            for part in parts {
                bytes.append(contentsOf: part.utf8)
                bytes.append(0x1F)
            }
            bytes.append(0x1D)
        }
        add([instrument, from, to])
        add(before.sorted().map(\.rawValue))
        add(after.sorted().map(\.rawValue))
        add([concept, commitment])
        return hex(fnv1a(bytes, offset: 0xCBF2_9CE4_8422_2325))
            + hex(fnv1a(bytes, offset: 0x6C62_272E_07BB_0142))
    }

    private static func fnv1a(_ bytes: [UInt8], offset: UInt64) -> UInt64 {
        var hash = offset
        for byte in bytes {
            hash ^= UInt64(byte)
            hash = hash &* 0x0000_0100_0000_01B3
        }
        return hash
    }

    private static func hex(_ value: UInt64) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}
