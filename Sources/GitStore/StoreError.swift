import Statute

/// Why the store could not do what was asked: what happened, where, and (``advice``) what to do about it.
package enum StoreError: Error, Sendable, Hashable {
    /// There is nothing at the path, and it was to be read.
    case absent(path: String)
    /// Something stands at the path that Lexwatch did not make; `found` says what.
    case foreign(path: String, found: String)
    /// Made by a newer Lexwatch.
    case newerFormat(path: String, found: Int, known: Int)
    /// Another run holds the store; pid and start (Unix seconds) when it has written them down.
    case locked(path: String, pid: Int?, since: Int64?)
    /// The branch kept moving under our feet.
    case conflict(reference: String, attempts: Int)
    /// What the caller wants to store may not be stored: a path, a title, a date.
    case refused(subject: String, reason: String)
    case cannotWrite(path: String, reason: String)
    case cannotRead(path: String, reason: String)
    /// The store holds something it cannot have written: a lost object, a broken reference.
    case damaged(path: String, reason: String)
    /// libgit2 failed in a way that nobody foresaw.
    case fault(call: String, code: Int, reason: String)

    /// What `sysexits.h` calls it, as promised by the command line.
    package var exitCode: Int32 {
        switch self {
        case .absent: 66
        case .foreign, .newerFormat, .refused: 65
        case .locked, .conflict: 75
        case .cannotWrite: 73
        case .cannotRead, .damaged: 74
        case .fault: 70
        }
    }
}

extension StoreError: CustomStringConvertible {
    /// One line: where, then what.
    package var description: String {
        switch self {
        case .absent(let path):
            return "\(path): there is no store here"
        case .foreign(let path, let found):
            return "\(path): not a Lexwatch store: \(found)"
        case .newerFormat(let path, let found, let known):
            return "\(path): store of format \(found); this program knows formats up to \(known)"
        case .locked(let path, let pid, let since):
            var text = "\(path): another run holds the store"
            if let pid { text += " (pid \(pid)" + (since.map { ", since \(UTC.text($0))" } ?? "") + ")" }
            return text
        case .conflict(let reference, let attempts):
            return "\(reference): moved by somebody else \(attempts) times while we wrote"
        case .refused(let subject, let reason):
            return "\(subject): refused: \(reason)"
        case .cannotWrite(let path, let reason):
            return "\(path): cannot write: \(reason)"
        case .cannotRead(let path, let reason):
            return "\(path): cannot read: \(reason)"
        case .damaged(let path, let reason):
            return "\(path): damaged: \(reason)"
        case .fault(let call, let code, let reason):
            return "\(call): \(reason) (libgit2 code \(code))"
        }
    }

    /// What to do about it, in one sentence.
    package var advice: String {
        switch self {
        case .absent: "Run a snapshot or an import first, or name the store with --store."
        case .foreign: "Name another path with --store; Lexwatch writes only to a store that it made."
        case .newerFormat: "Use the newer Lexwatch that wrote it."
        case .locked: "Wait until that run has ended; the lock goes when its process does."
        case .conflict: "Run it again when nothing else writes to the store."
        case .refused: "Correct the declaration or the file it comes from."
        case .cannotWrite: "Check permissions and free space; nothing was recorded, so run it again."
        case .cannotRead: "Check permissions and the disk."
        case .damaged: "Run git fsck on the store and restore it from a mirror."
        case .fault: "Report it, with this line."
        }
    }
}
