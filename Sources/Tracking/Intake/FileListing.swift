import Foundation
import GitStore
import Glibc

/// The files of a folder that have one of some endings, by their names alone: some 150 bytes a file.
///
/// Names are bytes to the operating system. One that is not UTF-8, that steers a terminal or cannot be seen, and whatever
/// is no plain file, is refused by name. Hidden files and folders are passed over.
struct FileListing {
    struct File {
        /// Relative to the folder, `/` between.
        var name: String
        /// Bytes.
        var size: Int
    }

    private(set) var files: [File] = []
    private(set) var refusals: [Refusal] = []

    private let root: String
    private let endings: Set<String>

    /// Not a text of the folder but about it.
    private static let passedOver: Set<String> = ["README.md", "_index.md"]

    /// - Parameters:
    ///   - root: A folder; a link to one is followed.
    ///   - endings: In lower case.
    init(_ root: String, endings: Set<String>) {
        self.root = root
        self.endings = endings
        var open = [""]
        while let folder = open.popLast() { read(folder, &open) }
        files.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        refusals.sort { $0.origin.utf8.lexicographicallyPrecedes($1.origin.utf8) }
    }

    /// Whether a path is one of a text: no part hidden, one of the endings, not about the folder.
    static func isText(_ path: String, endings: Set<String>) -> Bool {
        let parts = path.utf8.split(separator: 0x2f)
        guard let last = parts.last, !parts.contains(where: { $0.first == 0x2e }),
            let dot = last.lastIndex(of: 0x2e), dot > last.startIndex,
            endings.contains(String(decoding: last[dot...].dropFirst(), as: UTF8.self).lowercased())
        else { return false }
        return !parts.contains { passedOver.contains(String(decoding: $0, as: UTF8.self)) }
    }

    private mutating func read(_ folder: String, _ open: inout [String]) {
        guard let handle = opendir(folder.isEmpty ? root : root + "/" + folder) else {
            refuse(folder.isEmpty ? "." : folder, "cannot be read: \(String(cString: strerror(errno)))")
            return
        }
        defer { closedir(handle) }
        while let entry = readdir(handle) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            guard name.first != 0x2e else { continue }
            guard let text = String(validating: name, as: UTF8.self) else {
                let isFolder = entry.pointee.d_type == UInt8(DT_DIR)
                guard isFolder || Self.isText(String(decoding: name, as: UTF8.self), endings: endings) else {
                    continue
                }
                let shown = folder + (folder.isEmpty ? "" : "/") + String(decoding: name, as: UTF8.self)
                refuse(shown, "its name is not UTF-8; rename it")
                continue
            }
            look(at: folder + (folder.isEmpty ? "" : "/") + text, text, &open)
        }
    }

    private mutating func look(at path: String, _ name: String, _ open: inout [String]) {
        var found = stat()
        guard lstat(root + "/" + path, &found) == 0 else {
            refuse(path, "cannot be read: \(String(cString: strerror(errno)))")
            return
        }
        let kind = found.st_mode & S_IFMT
        let isText = Self.isText(path, endings: endings)
        guard kind == S_IFDIR || kind == S_IFLNK || isText else { return }
        if let objection = MirrorName.objection(to: name) {
            refuse(path, "it has \(objection); rename it")
            return
        }
        switch kind {
        case S_IFDIR: if !Self.passedOver.contains(name) { open.append(path) }
        case S_IFREG: files.append(File(name: path, size: Int(found.st_size)))
        // It may lead anywhere; what it leads to can be named itself.
        case S_IFLNK:
            if isText || leadsToFolder(path) { refuse(path, "a symbolic link; links are not followed") }
        default: refuse(path, "is no file")
        }
    }

    private func leadsToFolder(_ path: String) -> Bool {
        var found = stat()
        return stat(root + "/" + path, &found) == 0 && found.st_mode & S_IFMT == S_IFDIR
    }

    private mutating func refuse(_ path: String, _ reason: String) {
        refusals.append(Refusal(origin: Printable.text(path), reason: reason))
    }
}
