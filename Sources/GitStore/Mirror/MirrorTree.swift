internal import CLibgit2
internal import Glibc

/// One entry of a foreign tree, its name looked at before anybody uses it.
struct MirrorEntry {
    enum Kind { case file, folder, link, repository }

    /// Bytes of the name as the tree has them.
    let name: [UInt8]
    let kind: Kind
    let id: ObjectID

    init?(_ raw: OpaquePointer?) {
        guard let raw, let name = git_tree_entry_name(raw), let id = git_tree_entry_id(raw) else {
            return nil
        }
        self.name = Array(UnsafeRawBufferPointer(start: name, count: strlen(name)))
        self.id = ObjectID(id.pointee)
        switch git_tree_entry_filemode(raw) {
        case GIT_FILEMODE_TREE: kind = .folder
        case GIT_FILEMODE_LINK: kind = .link
        case GIT_FILEMODE_COMMIT: kind = .repository
        default: kind = .file
        }
    }

    /// The path of this entry; nil with a reason in the notices when it is not taken.
    func path(below folder: String, _ notices: inout MirrorNotices) -> String? {
        guard let text = String(validating: name, as: UTF8.self) else {
            notices.add("\(folder)\(String(decoding: name, as: UTF8.self))", "a name that is not UTF-8")
            return nil
        }
        if let reason = MirrorName.objection(to: text) {
            notices.add(folder + text, reason)
            return nil
        }
        switch kind {
        case .link: notices.add(folder + text, "a symbolic link")
        case .repository: notices.add(folder + text, "another repository (submodule)")
        case .file, .folder: return folder + text
        }
        return nil
    }
}

/// Sentences on what is left out, not more of them than somebody reads.
struct MirrorNotices {
    private(set) var lines: [String] = []
    private var more = 0

    mutating func add(_ path: String, _ reason: String) {
        if lines.count < 100 {
            lines.append("\(Printable.text(path)): left out: \(reason)")
        } else {
            more += 1
        }
    }

    var all: [String] { more == 0 ? lines : lines + ["\(more) further entries were left out"] }
}
