/// Why a backup could not be written or put back: where, what, and what to do. Nothing half-made is left.
package struct BackupError: Error, Sendable, Hashable, CustomStringConvertible {
    package enum Kind: String, Sendable, Hashable {
        case usage, absent, cannotRead, cannotWrite, malformed, damaged, isThere, moving
    }

    package var kind: Kind
    package var message: String

    package init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }

    package var description: String { message }

    package var exitCode: Int32 {
        switch kind {
        case .usage: 64
        case .absent: 66
        case .cannotRead, .damaged: 74
        case .cannotWrite, .isThere: 73
        case .malformed: 65
        case .moving: 75
        }
    }
}
