import Foundation
import GitStore
import TestSupport

/// A remote repository that the test writes with stock git, and the folder of our mirrors.
final class MirrorScene {
    let scratch: Scratch
    var remote: String { scratch.folder + "/remote.git" }
    var mirrors: String { scratch.folder + "/mirrors" }
    var address: String { "file://" + remote }

    init() throws {
        scratch = try Scratch()
        try git("init", "--quiet", "--bare", "--initial-branch=main", remote)
        try git("-C", remote, "config", "http.uploadpack", "true")
    }

    @discardableResult
    func git(_ arguments: String...) throws -> String {
        let identity = ["-c", "user.name=Test", "-c", "user.email=test@example.org"]
        let run = try scratch.run("git", identity + arguments)
        guard run.status == 0 else { throw SceneFault(text: run.output) }
        return run.output.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Writes a commit with exactly these files and moves a branch there; plumbing only, so that no name is refused.
    @discardableResult
    func commit(
        _ files: [(path: String, text: String)], parent: String? = nil, branch: String = "main"
    ) throws -> String {
        var lines =
            "commit refs/heads/\(branch)\ncommitter Test <test@example.org> 1700000000 +0000\ndata 4\ntest\n"
        if let parent { lines += "from \(parent)\n" }
        lines += "deleteall\n"
        for (path, text) in files {
            lines += "M 100644 inline \(path)\ndata \(text.utf8.count)\n\(text)\n"
        }
        return try fastImport(lines, branch: branch)
    }

    /// Runs a stream of git fast-import (`--force`: a branch may be rewritten).
    func fastImport(_ stream: String, branch: String = "main") throws -> String {
        let file = scratch.folder + "/stream"
        try Data(stream.utf8).write(to: URL(fileURLWithPath: file))
        let run = try scratch.run("sh", ["-c", "git -C '\(remote)' fast-import --quiet --force < '\(file)'"])
        guard run.status == 0 else { throw SceneFault(text: run.output) }
        return try git("-C", remote, "rev-parse", "refs/heads/\(branch)")
    }

    /// Writes a tree object by hand: mode, name, id of each entry. The names may be anything.
    func tree(_ entries: [(mode: String, name: [UInt8], id: String)]) throws -> String {
        var data = Data()
        for entry in entries {
            data += Data("\(entry.mode) ".utf8) + Data(entry.name) + [0]
            var rest = entry.id[...]
            while let byte = UInt8(rest.prefix(2), radix: 16) {
                data.append(byte)
                rest = rest.dropFirst(2)
            }
        }
        let file = scratch.folder + "/tree"
        try data.write(to: URL(fileURLWithPath: file))
        return try git("-C", remote, "hash-object", "-t", "tree", "-w", "--literally", file)
    }

    func blob(_ text: String) throws -> String {
        let file = scratch.folder + "/blob"
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
        return try git("-C", remote, "hash-object", "-w", file)
    }

    func commit(tree: String, branch: String = "main") throws -> String {
        let id = try git("-C", remote, "commit-tree", tree, "-m", "by hand")
        try git("-C", remote, "update-ref", "refs/heads/\(branch)", id)
        return id
    }

    func origin(_ url: String? = nil, branch: String? = nil) throws -> MirrorOrigin {
        try MirrorOrigin(
            url: url ?? address, branch: branch, schemes: [.file, .http], allowsAddress: { _, _ in true })
    }

    func mirror(_ url: String? = nil, branch: String? = nil) throws -> GitMirror {
        try GitMirror(folder: mirrors, origin: origin(url, branch: branch))
    }
}

struct SceneFault: Error { let text: String }

/// The error of a mirror that some work ends in; nil when it ends well or otherwise.
func mirrorError(_ work: () throws -> Void) -> MirrorError? {
    do {
        try work()
        return nil
    } catch {
        return error as? MirrorError
    }
}
