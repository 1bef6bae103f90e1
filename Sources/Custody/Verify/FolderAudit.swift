import Foundation

/// Looks at the files of a repository beside its objects: what could show another history, or run a program.
struct FolderAudit {
    /// The folder that holds `objects`.
    let path: String
    private(set) var problems: [Problem] = []

    init(_ path: String) {
        self.path = path
        links()
        hooks()
        settings()
        packFolder()
        top()
    }

    // MARK: Other histories

    private mutating func links() {
        if let grafts = file("info/grafts"), !grafts.isEmpty {
            problems.append(Problem(.grafts, "info/grafts", "git takes the parents of commits from it"))
        }
        if file("shallow") != nil {
            problems.append(
                Problem(.shallow, "shallow", "git takes the history to begin at the commits in it"))
        }
        for name in ["objects/info/alternates", "objects/info/http-alternates"] where file(name) != nil {
            problems.append(Problem(.alternates, name, "git takes objects from other places that it names"))
        }
    }

    // MARK: Programs

    private mutating func hooks() {
        for name in names("hooks") where !name.hasSuffix(".sample") {
            // libgit2 leaves a note there.
            if name == "README.sample" { continue }
            problems.append(Problem(.runsCode, "hooks/\(name)", "git may run it"))
        }
        guard let walker = FileManager.default.enumerator(atPath: path) else { return }
        for case let name as String in walker {
            if name == "hooks" || name.hasPrefix("hooks/") { continue }
            var status = stat()
            guard lstat("\(path)/\(name)", &status) == 0 else { continue }
            switch status.st_mode & S_IFMT {
            case S_IFREG:
                if status.st_mode & 0o111 != 0 {
                    problems.append(Problem(.runsCode, name, "the file may be executed"))
                }
            case S_IFDIR: break
            default: problems.append(Problem(.foreignFile, name, "it is a link or a device, and no file"))
            }
        }
    }

    /// Settings that a store or a copy of one has; anything else changes what git does.
    private mutating func settings() {
        guard let bytes = file("config") else {
            problems.append(Problem(.damagedFile, "config", "it is not there"))
            return
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            problems.append(Problem(.damagedFile, "config", "it is no text"))
            return
        }
        var section = ""
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let words = line.trimmingCharacters(in: .whitespaces)
            if words.isEmpty { continue }
            if words.hasPrefix("[") {
                guard words.hasSuffix("]") else {
                    problems.append(Problem(.damagedFile, "config", "“\(words)” is no section"))
                    continue
                }
                section = String(words.dropFirst().dropLast())
                continue
            }
            let parts = words.split(separator: "=", maxSplits: 1).map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            judge("\(section).\(parts[0])", parts.count > 1 ? parts[1] : "")
        }
    }

    private mutating func judge(_ name: String, _ value: String) {
        let fixed: [String: Set<String>] = [
            "core.bare": ["true", "false"], "core.repositoryformatversion": ["0"],
            "core.filemode": ["true", "false"], "core.protecthfs": ["true"], "core.protectntfs": ["true"],
            "core.protectHFS": ["true"], "core.protectNTFS": ["true"], "core.logallrefupdates": ["true"],
            "core.ignorecase": ["true", "false"], "core.symlinks": ["false"],
            "core.precomposeunicode": ["true"],
            "gc.auto": ["0"], "maintenance.auto": ["false"], "receive.autogc": ["false"],
            "lexwatch.format": ["1"],
        ]
        if let known = fixed[name] {
            if !known.contains(value) {
                problems.append(Problem(.foreignSetting, "config", "\(name) is “\(value)”"))
            }
            return
        }
        if name == "user.name" || name == "user.email" || name.hasPrefix("lexwatch.") { return }
        let last = name.split(separator: ".").last.map(String.init) ?? ""
        if name.hasPrefix("remote "), ["url", "fetch", "pushurl", "mirror", "tagOpt"].contains(last) {
            if value.hasPrefix("ext::") {
                problems.append(Problem(.runsCode, "config", "\(name) runs a program: “\(value)”"))
            }
            return
        }
        if name.hasPrefix("branch "), ["remote", "merge"].contains(last) { return }
        let running: Set<String> = [
            "fsmonitor", "hookspath", "pager", "editor", "sshcommand", "gitproxy", "askpass", "external",
            "program",
            "textconv", "command", "clean", "smudge", "process", "driver", "path", "helper", "cmd",
            "packobjectshook",
            "uploadpack", "receivepack", "vcs", "tool", "browser", "sendmail", "attributesfile",
            "excludesfile",
        ]
        let runs =
            running.contains(last.lowercased()) || name.hasPrefix("alias.") || name.hasPrefix("include")
            || name.hasPrefix("filter") || name.hasPrefix("credential")
        problems.append(
            Problem(
                runs ? .runsCode : .foreignSetting, "config",
                runs ? "\(name) can make git run a program: “\(value)”" : "\(name) is “\(value)”"))
    }

    // MARK: Files

    /// Helper files of packs end in a hash of themselves.
    private mutating func packFolder() {
        let folder = "objects/pack"
        for name in names(folder) {
            let isOurs =
                name.hasPrefix("pack-")
                && [".pack", ".idx", ".rev", ".bitmap", ".keep", ".mtimes", ".promisor"].contains {
                    name.hasSuffix($0)
                }
            if name.hasSuffix(".promisor") {
                problems.append(
                    Problem(
                        .alternates, "\(folder)/\(name)", "git takes objects that are missing from elsewhere")
                )
            } else if name.hasSuffix(".rev") || name.hasSuffix(".bitmap")
                || name.hasPrefix("multi-pack-index")
            {
                hashed("\(folder)/\(name)")
            } else if !isOurs, !name.hasPrefix("tmp_"), !name.contains("_git2_"), !name.hasSuffix(".lock") {
                problems.append(Problem(.foreignFile, "\(folder)/\(name)", "git knows no such file"))
            }
        }
        if file("objects/info/commit-graph") != nil { hashed("objects/info/commit-graph") }
        for name in names("objects/info/commit-graphs") where name.hasSuffix(".graph") {
            hashed("objects/info/commit-graphs/\(name)")
        }
    }

    private mutating func hashed(_ name: String) {
        guard let mapped = MappedFile("\(path)/\(name)"), mapped.endsInItsHash else {
            problems.append(Problem(.damagedFile, name, "its bytes give another hash than it ends in"))
            return
        }
    }

    /// What stands at the top: a bare repository's names, and those of a clone.
    private mutating func top() {
        let known: Set<String> = [
            "HEAD", "config", "description", "hooks", "info", "objects", "refs", "packed-refs", "logs",
            "branches",
            "index", "FETCH_HEAD", "ORIG_HEAD", "shallow", "gc.log", "gc.pid", "lfs", "COMMIT_EDITMSG",
            "worktrees",
        ]
        for name in names("")
        where !known.contains(name) && !name.hasSuffix(".lock") && !name.hasPrefix("index") {
            problems.append(Problem(.foreignFile, name, "no repository of ours holds it"))
        }
        for name in names("info")
        where !["exclude", "grafts", "refs", "attributes", "sparse-checkout"].contains(name) {
            problems.append(Problem(.foreignFile, "info/\(name)", "no repository of ours holds it"))
        }
        if let bytes = file("info/attributes"), !bytes.isEmpty {
            problems.append(
                Problem(.runsCode, "info/attributes", "it can make git run programs on what it shows"))
        }
    }

    private func names(_ folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? path : "\(path)/\(folder)"))
            ?? [])
            .sorted()
    }

    private func file(_ name: String) -> [UInt8]? {
        FileManager.default.contents(atPath: "\(path)/\(name)").map(Array.init)
    }
}
