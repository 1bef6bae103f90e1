import Foundation
package import Material

/// A folder into which people put files that they got: what is in it, and what is not ready.
///
/// ```
/// for file in dropBox.look(now: now).files { use(file.name, try dropBox.bytes(of: file)) }
/// ```
package struct DropBox: Sendable, Hashable {
    /// The kinds of files that are read, by their endings.
    package static let endings = ["txt", "md", "html", "htm", "docx", "doc", "wps", "pdf", "ofd"]

    package let folder: String
    /// Bytes of one file.
    package let limit: Int
    /// Seconds for which a file must not have changed: before, somebody may still be writing it.
    package let settling: Int64

    package init(folder: String, limit: Int = 32 << 20, settling: Int64 = 10) {
        self.folder = folder
        self.limit = limit
        self.settling = settling
    }

    package struct File: Sendable, Hashable {
        package var name: String
        /// Bytes.
        package var size: Int
        package var modified: Instant
    }

    /// A file that is left for later, and why.
    package struct Left: Sendable, Hashable {
        /// Fit to be printed.
        package var name: String
        package var reason: String
    }

    package struct Content: Sendable, Hashable {
        /// Sorted by the bytes of their names.
        package var files: [File] = []
        package var left: [Left] = []
    }

    /// Looks at the folder itself, not at those inside it.
    ///
    /// - Throws: ``DropBoxFault`` of kind `absent` or `unreadable`.
    package func look(now: Instant) throws(DropBoxFault) -> Content {
        let names = try names()
        var content = Content()
        for raw in names.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            guard let name = String(validating: raw, as: UTF8.self) else {
                content.left.append(Left(name: Self.shown(raw), reason: "its name is not UTF-8; rename it"))
                continue
            }
            switch judge(name, now: now) {
            case .success(let file): content.files.append(file)
            case .failure(let why): content.left.append(Left(name: Self.shown(raw), reason: why.reason))
            }
        }
        return content
    }

    /// The bytes of a file.
    ///
    /// - Throws: ``DropBoxFault``; `changed` when it is no longer what was looked at.
    package func bytes(of file: File) throws(DropBoxFault) -> [UInt8] {
        let (descriptor, found) = try open(file.name)
        defer { close(descriptor) }
        guard Int(found.st_size) == file.size, Self.modified(found) == file.modified else {
            throw DropBoxFault(.changed, "\(Self.shown(Array(file.name.utf8))): changed while it was read")
        }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw unreadable(file.name) }
            if count == 0 { break }
            bytes += buffer[..<count]
            guard bytes.count <= limit else { throw tooLarge(file.name) }
        }
        guard bytes.count == file.size else {
            throw DropBoxFault(.changed, "\(Self.shown(Array(file.name.utf8))): changed while it was read")
        }
        return bytes
    }

    private struct Why: Error { let reason: String }

    private func judge(_ name: String, now: Instant) -> Result<File, Why> {
        if let reason = Self.objection(to: name) { return .failure(Why(reason: reason)) }
        do throws(DropBoxFault) {
            let (descriptor, found) = try open(name)
            close(descriptor)
            guard found.st_size > 0 else {
                return .failure(Why(reason: "it is empty; perhaps it is still being copied"))
            }
            guard Int(found.st_size) <= limit else { throw tooLarge(name) }
            let modified = Self.modified(found)
            let age = now.seconds(since: modified)
            guard age >= settling || age < -settling else {
                return .failure(
                    Why(reason: "it changed less than \(settling) seconds ago; the next run takes it"))
            }
            return .success(File(name: name, size: Int(found.st_size), modified: modified))
        } catch {
            return .failure(Why(reason: error.reason))
        }
    }

    /// Opens a file that lies in the folder in truth, a link in it followed no further.
    private func open(_ name: String) throws(DropBoxFault) -> (Int32, stat) {
        let shown = Self.shown(Array(name.utf8))
        guard let home = Self.real(folder) else { throw DropBoxFault(.absent, "\(folder): no such folder") }
        guard let path = Self.real(folder + "/" + name) else {
            throw DropBoxFault(.unreadable, "\(shown): leads nowhere")
        }
        guard path.utf8.starts(with: (home == "/" ? home : home + "/").utf8) else {
            throw DropBoxFault(.outside, "\(shown): leads out of the folder")
        }
        // A pipe would wait for a writer for ever.
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { throw unreadable(name) }
        var found = stat()
        guard fstat(descriptor, &found) == 0, found.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw DropBoxFault(.notAFile, "\(shown): is no file; only files are read, not folders")
        }
        return (descriptor, found)
    }

    private func names() throws(DropBoxFault) -> [[UInt8]] {
        guard let handle = opendir(folder) else {
            throw errno == ENOENT
                ? DropBoxFault(
                    .absent, "\(folder): no such folder; make it, or correct path in the declaration")
                : DropBoxFault(.unreadable, "\(folder): cannot be read: \(String(cString: strerror(errno)))")
        }
        defer { closedir(handle) }
        var names: [[UInt8]] = []
        while let entry = readdir(handle) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            if name != [0x2e], name != [0x2e, 0x2e] { names.append(name) }
        }
        return names
    }

    /// Why a name alone says that a file is not to be read; nil otherwise.
    private static func objection(to name: String) -> String? {
        let bytes = Array(name.utf8)
        if bytes.first == 0x2e { return "it is hidden" }
        if bytes.starts(with: "~$".utf8) { return "it is a lock of a word processor" }
        if bytes.last == 0x7e { return "it is a spare copy" }
        if name.unicodeScalars.contains(where: { $0.value < 0x20 || (0x7f...0x9f).contains($0.value) }) {
            return "its name holds control characters; rename it"
        }
        guard let dot = bytes.lastIndex(of: 0x2e) else {
            return "its name has no ending that says what it is"
        }
        let ending = String(decoding: bytes[(dot + 1)...], as: UTF8.self).lowercased()
        if ["part", "crdownload", "partial", "download", "tmp", "temp", "swp"].contains(ending) {
            return "it is still being fetched"
        }
        return endings.contains(ending)
            ? nil : "files of its kind are not read; \(endings.joined(separator: ", ")) are"
    }

    private static func real(_ path: String) -> String? {
        guard let found = realpath(path, nil) else { return nil }
        defer { free(found) }
        return String(cString: found)
    }

    private static func modified(_ found: stat) -> Instant {
        Instant(secondsSince1970: Int64(found.st_mtim.tv_sec))
    }

    private static func shown(_ name: [UInt8]) -> String {
        var shown = ""
        for scalar in String(decoding: name, as: UTF8.self).unicodeScalars.prefix(120) {
            let steers =
                scalar.value < 0x20 || (0x7f...0x9f).contains(scalar.value)
                || (0x200e...0x202e).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
            shown.unicodeScalars.append(steers ? "\u{fffd}" : scalar)
        }
        return shown
    }

    private func tooLarge(_ name: String) -> DropBoxFault {
        DropBoxFault(
            .tooLarge, "\(Self.shown(Array(name.utf8))): has more than the \(limit) bytes that are read")
    }

    /// The error of the last call of the operating system.
    private func unreadable(_ name: String) -> DropBoxFault {
        let reason = String(cString: strerror(errno))
        return DropBoxFault(.unreadable, "\(Self.shown(Array(name.utf8))): cannot be read: \(reason)")
    }
}
