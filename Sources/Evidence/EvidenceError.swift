/// Why something that claims to prove a thing does not: what was looked at, and what is wrong with it.
///
/// No error holds bytes of a secret key.
package enum EvidenceError: Error, Sendable, Hashable {
    /// It is not what it claims to be: `subject` says what was read, `line` (from 1, where it has lines) where.
    case malformed(subject: String, line: Int?, reason: String)
    /// Whole, but of a kind that Lexwatch does not take: another algorithm, a key with a passphrase.
    case unsupported(subject: String, reason: String, advice: String)
    /// Whole, and it proves something else than it should: a signature by these bytes over others, another namespace.
    case refuted(subject: String, reason: String)
    /// libcrypto failed in a way that nobody foresaw.
    case fault(call: String, reason: String)

    /// What `sysexits.h` calls it, as promised by the command line.
    package var exitCode: Int32 {
        switch self {
        case .malformed, .unsupported, .refuted: 65
        case .fault: 70
        }
    }
}

extension EvidenceError: CustomStringConvertible {
    /// One line: where, then what.
    package var description: String {
        switch self {
        case .malformed(let subject, let line, let reason):
            return subject + (line.map { ":\($0)" } ?? "") + ": " + reason
        case .unsupported(let subject, let reason, _): return "\(subject): \(reason)"
        case .refuted(let subject, let reason): return "\(subject): \(reason)"
        case .fault(let call, let reason): return "\(call): \(reason) (libcrypto)"
        }
    }

    /// What to do about it, in one sentence.
    package var advice: String {
        switch self {
        case .malformed: "Get it anew from where it came from; it is damaged or was never what its name says."
        case .unsupported(_, _, let advice): advice
        case .refuted: "Do not rely on it before you know who made it and how it came here."
        case .fault: "Report it, with this line."
        }
    }
}
