import Foundation
import GitStore
import Statute

/// Reads the references of a repository from their files.
struct ReferenceAudit {
    let path: String
    private(set) var problems: [Problem] = []
    /// Every reference by its full name.
    private(set) var names: [String: ObjectName] = [:]

    init(_ path: String) {
        self.path = path
        packed()
        loose()
        head()
        for name in names.keys.sorted() { judge(name) }
    }

    /// The tip of a branch; in a clone that has it only from its remote, that one.
    func tip(_ branch: StoreBranch) -> ObjectName? {
        names[branch.reference] ?? names["refs/remotes/origin/\(branch.rawValue)"]
    }

    /// Timelines by their reference.
    var timelines: [(name: String, tip: ObjectName)] {
        names.filter { Self.isTimeline($0.key) }.map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 }
    }

    private mutating func packed() {
        guard let data = FileManager.default.contents(atPath: path + "/packed-refs") else { return }
        let bytes = Array(data)
        func broken(_ line: Int) {
            problems.append(Problem(.damagedReference, "packed-refs, line \(line)", "it names no reference"))
        }
        guard bytes.isEmpty || bytes.last == 0x0a else { return broken(bytes.count { $0 == 0x0a } + 1) }
        var before = ""
        for (number, line) in bytes.split(separator: 0x0a, omittingEmptySubsequences: false).dropLast()
            .enumerated()
        {
            if number == 0, line.first == 0x23 {
                let known = [
                    "# pack-refs with: peeled fully-peeled sorted ",
                    "# pack-refs with: peeled fully-peeled sorted",
                    "# pack-refs with: peeled fully-peeled ", "# pack-refs with: peeled ",
                ]
                if !known.contains(String(decoding: line, as: UTF8.self)) { broken(1) }
                continue
            }
            guard line.count > 46, line[line.startIndex + 40] == 0x20,
                let name = ObjectName(hex: line.prefix(40)),
                let title = String(validating: line.dropFirst(41), as: UTF8.self), title.hasPrefix("refs/"),
                title > before
            else {
                broken(number + 1)
                continue
            }
            before = title
            names[title] = name
        }
    }

    private mutating func loose() {
        guard let walker = FileManager.default.enumerator(atPath: path + "/refs") else { return }
        for case let file as String in walker {
            let title = "refs/" + file
            var status = stat()
            guard lstat("\(path)/\(title)", &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
                continue
            }
            if title.hasSuffix(".lock") { continue }
            let bytes = FileManager.default.contents(atPath: "\(path)/\(title)").map(Array.init) ?? []
            if title == "refs/remotes/origin/HEAD" { continue }
            guard bytes.count == 41, bytes.last == 0x0a, let name = ObjectName(hex: bytes.prefix(40)) else {
                names[title] = nil
                problems.append(Problem(.damagedReference, title, "it holds no name of an object"))
                continue
            }
            names[title] = name
        }
    }

    private mutating func head() {
        let bytes = FileManager.default.contents(atPath: path + "/HEAD").map(Array.init) ?? []
        let text = String(decoding: bytes, as: UTF8.self)
        let isKnown =
            StoreBranch.allCases.contains { text == "ref: \($0.reference)\n" }
            || text == "ref: refs/heads/main\n"
            || text == "ref: refs/heads/master\n"
        if !isKnown { problems.append(Problem(.damagedReference, "HEAD", "it names no branch of ours")) }
    }

    private mutating func judge(_ name: String) {
        if name.hasPrefix("refs/replace/") {
            problems.append(
                Problem(
                    .replaceReferences, name, "git shows another object in place of \(name.dropFirst(13))"))
            return
        }
        let isKnown =
            StoreBranch.allCases.contains {
                $0.reference == name || "refs/remotes/origin/\($0.rawValue)" == name
            }
            || Self.isTimeline(name) || name.hasPrefix("refs/lexwatch/") || name == "refs/remotes/origin/HEAD"
        if !isKnown { problems.append(Problem(.foreignReference, name, "Lexwatch makes no such reference")) }
    }

    private static func isTimeline(_ name: String) -> Bool {
        for prefix in ["refs/heads/timeline/", "refs/remotes/origin/timeline/"] where name.hasPrefix(prefix) {
            return InstrumentID(String(name.dropFirst(prefix.count))) != nil
        }
        return false
    }
}
