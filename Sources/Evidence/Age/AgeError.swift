/// Why an age file could not be written or read. None holds bytes of a key or of what is enclosed.
package enum AgeError: Error, Sendable, Hashable {
    /// A recipient, an identity or a passphrase that is none.
    case badKey(String)
    /// Not an age file, or one that was changed: what is wrong with it.
    case malformed(String)
    /// None of the keys that were given opens it.
    case wrongKey(recipients: Int)
    /// It needs a passphrase, and none was given.
    case needsPassphrase
    /// It needs an identity, and none was given.
    case needsIdentity
    /// It ends before its end.
    case truncated
    /// A part of 64 KiB, from 0, is not what was written.
    case damaged(part: Int)
    case fault(call: String)

    package var exitCode: Int32 {
        switch self {
        case .badKey: 64
        case .malformed, .truncated, .damaged: 65
        case .wrongKey, .needsPassphrase, .needsIdentity: 77
        case .fault: 70
        }
    }
}

extension AgeError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .badKey(let reason): reason
        case .malformed(let reason): "not an age file as it was written: \(reason)"
        case .wrongKey(let count): "none of the given keys opens it; it was made for \(count) others"
        case .needsPassphrase: "it is locked with a passphrase; give one"
        case .needsIdentity: "it is encrypted; give the identity that opens it"
        case .truncated: "it ends before its end: it was cut off"
        case .damaged(let part): "part \(part) of it (64 KiB each, from 0) is not what was written"
        case .fault(let call): "\(call) failed in libcrypto"
        }
    }
}
