internal import CLibgit2

/// What a call of libgit2 was for: it decides what its failure means.
enum GitPurpose {
    case reading(String)
    case writing(String)
}

/// Turns the return code of a libgit2 call into an error.
enum GitCall {
    /// Throws when the code says failure. To be called at once after the call: the message is kept for each
    /// thread and overwritten by the next one.
    static func check(_ code: Int32, _ call: String, _ purpose: GitPurpose) throws(StoreError) {
        guard code < 0 else { return }
        var kind = GIT_ERROR_NONE.rawValue
        var reason = "no reason given"
        if let last = git_error_last(), let message = last.pointee.message {
            kind = UInt32(bitPattern: last.pointee.klass)
            reason = Printable.text(String(cString: message))
        }
        switch purpose {
        case .reading(let place):
            throw reading(code: code, kind: kind, reason: reason, call: call, place: place)
        case .writing(let place):
            throw writing(code: code, kind: kind, reason: reason, call: call, place: place)
        }
    }

    /// Whether the code says that a reference moved or is being moved by somebody else.
    static func isConflict(_ code: Int32) -> Bool {
        code == GIT_ELOCKED.rawValue || code == GIT_EMODIFIED.rawValue || code == GIT_EEXISTS.rawValue
    }

    private static func reading(code: Int32, kind: UInt32, reason: String, call: String, place: String)
        -> StoreError
    {
        switch kind {
        case GIT_ERROR_NOMEMORY.rawValue, GIT_ERROR_THREAD.rawValue, GIT_ERROR_INVALID.rawValue:
            .fault(call: call, code: Int(code), reason: reason)
        case GIT_ERROR_OS.rawValue where code != GIT_ENOTFOUND.rawValue,
            GIT_ERROR_FILESYSTEM.rawValue where code != GIT_ENOTFOUND.rawValue:
            .cannotRead(path: place, reason: reason)
        default:
            .damaged(path: place, reason: reason)
        }
    }

    private static func writing(code: Int32, kind: UInt32, reason: String, call: String, place: String)
        -> StoreError
    {
        switch kind {
        case GIT_ERROR_OS.rawValue, GIT_ERROR_FILESYSTEM.rawValue:
            .cannotWrite(path: place, reason: reason)
        case GIT_ERROR_ZLIB.rawValue, GIT_ERROR_ODB.rawValue:
            .damaged(path: place, reason: reason)
        default:
            .fault(call: call, code: Int(code), reason: reason)
        }
    }
}
