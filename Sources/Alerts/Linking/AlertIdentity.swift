import Statute

/// The name of an alert: 32 hexadecimal digits that depend only on what it says.
///
/// The first half of their SHA-256.
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
        return String(SHA256.hex(of: bytes).prefix(32))
    }
}
