internal import Glibc

/// Room on the file system below a path.
enum FreeSpace {
    /// - Throws: ``StoreError/cannotWrite(path:reason:)`` when there is less than asked for.
    static func require(bytes: Int, files: Int, at path: String) throws(StoreError) {
        var found = statvfs()
        // A file system that does not say has to be tried.
        guard statvfs(path, &found) == 0, found.f_blocks > 0 else { return }
        let (room, overflow) = UInt64(found.f_bavail).multipliedReportingOverflow(by: UInt64(found.f_frsize))
        guard overflow || room >= UInt64(max(0, bytes)) else {
            throw .cannotWrite(path: path, reason: "the disk is full: \(room) bytes left, \(bytes) needed")
        }
        guard found.f_files == 0 || UInt64(found.f_favail) >= UInt64(max(0, files)) else {
            throw .cannotWrite(path: path, reason: "the disk has no room for another file")
        }
    }
}
