internal import Glibc

/// The few things the store needs from the file system itself.
enum Folder {
    enum Kind { case folder, file, other, nothing }

    /// What stands at a path; links are not followed unless asked for.
    static func kind(_ path: String, following: Bool = false) -> Kind {
        var found = stat()
        guard (following ? stat(path, &found) : lstat(path, &found)) == 0 else { return .nothing }
        switch found.st_mode & S_IFMT {
        case S_IFDIR: return .folder
        case S_IFREG: return .file
        default: return .other
        }
    }

    /// Names in a folder, sorted, without `.` and `..`; empty when it cannot be read.
    static func names(_ path: String) -> [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let length = MemoryLayout.size(ofValue: entry.pointee.d_name)
            let name = withUnsafePointer(to: &entry.pointee.d_name) { start in
                start.withMemoryRebound(to: CChar.self, capacity: length) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// Every file and folder below a path, folders after what they hold; links are named and not followed.
    static func everything(below path: String) -> [(path: String, kind: Kind)] {
        var found: [(path: String, kind: Kind)] = []
        var open = [path]
        while let folder = open.popLast() {
            for name in names(folder) {
                let path = "\(folder)/\(name)"
                let kind = kind(path)
                found.append((path, kind))
                if kind == .folder { open.append(path) }
            }
        }
        return found.reversed()
    }

    /// Makes a folder and those above it that are missing.
    static func make(_ path: String) throws(StoreError) {
        var missing: [String] = []
        var current = path
        while kind(current, following: true) == .nothing {
            missing.append(current)
            let above = parent(current)
            guard above != current else { break }
            current = above
        }
        for folder in missing.reversed() {
            guard mkdir(folder, 0o777) == 0 || errno == EEXIST else { throw cannotWrite(folder) }
            synchronise(parent(folder))
        }
    }

    /// Takes a folder away with everything below it; links are not followed.
    static func remove(_ path: String) throws(StoreError) {
        for entry in everything(below: path) {
            guard (entry.kind == .folder ? rmdir(entry.path) : unlink(entry.path)) == 0 else {
                throw cannotWrite(entry.path)
            }
        }
        guard rmdir(path) == 0 else { throw cannotWrite(path) }
    }

    /// The folder that holds a path.
    static func parent(_ path: String) -> String {
        let bytes = Array(path.utf8)
        guard let slash = bytes.lastIndex(of: 0x2f) else { return "." }
        return slash == 0 ? "/" : String(decoding: bytes[..<slash], as: UTF8.self)
    }

    /// Asks the disk to keep what a file or folder holds. A file system that cannot is no reason to stop.
    static func synchronise(_ path: String) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }

    /// Asks the disk to keep the names in a folder.
    ///
    /// - Throws: ``StoreError/cannotWrite(path:reason:)`` when it says that it cannot.
    static func keep(_ path: String) throws(StoreError) {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw cannotWrite(path) }
        defer { close(descriptor) }
        while fsync(descriptor) != 0 {
            // Some file systems know no fsync of a folder and say EINVAL.
            if errno == EINVAL { return }
            guard errno == EINTR else { throw cannotWrite(path) }
        }
    }

    /// The error of the last call of the operating system.
    static func cannotWrite(_ path: String) -> StoreError {
        .cannotWrite(path: path, reason: String(cString: strerror(errno)))
    }
}
