import Foundation
import GitStore
import Statute
import Testing

/// A store with a little history, and places for its copies.
struct CopyScene {
    let scratch: Scratch

    /// - Parameter commits: on each of captures and versions.
    init(scratch: Scratch) { self.scratch = scratch }

    init(commits: Int = 4) throws {
        scratch = try Scratch()
        let store = try scratch.open()
        for index in 0..<commits { try add(index, to: store) }
    }

    func add(_ index: Int, to store: GitStore) throws {
        let name = "\(1990 + index)-03-01.adopted"
        var batch = StoreBatch()
        batch.add(try capture("cn/law", "page", "<html>第\(index)版</html>"), to: .captures)
        batch.add(
            try draft("cn/law", name, "第一条　第\(index)版。\n" + String(repeating: "条文。", count: 50)),
            to: .versions)
        _ = try store.write(batch)
        try store.rebuild([timeline(through: index)])
    }

    /// - Parameter first: dates before it are left out, so that the history begins elsewhere.
    func timeline(from first: Int = 0, through last: Int) throws -> Timeline {
        Timeline(
            instrument: try instrument("cn/law"),
            entries: (first...last).map { index in
                Timeline.Entry(
                    date: CalendarDate("\(1990 + index)-03-01"), texts: ["zh": bytes("第\(index)版")],
                    title: "version \(index)")
            })
    }

    /// A bare repository as a host would keep it, strict with what it is sent.
    @discardableResult
    func remote(_ name: String = "copy.git", strict: Bool = true) throws -> String {
        let path = scratch.folder + "/" + name
        try git("init", "-q", "--bare", path)
        try git("-C", path, "config", "http.receivepack", "true")
        if strict {
            try git("-C", path, "config", "receive.fsckObjects", "true")
            try git("-C", path, "config", "receive.denyNonFastForwards", "true")
        }
        return path
    }

    @discardableResult
    func git(_ arguments: String...) throws -> String {
        let (status, output) = try scratch.run("git", arguments)
        #expect(status == 0, "git \(arguments.joined(separator: " ")): \(output)")
        return output
    }

    func store() throws -> GitStore { try scratch.open(.reading) }

    @discardableResult
    func push(
        _ address: String, access: CopyAccess = CopyAccess(), limits: PushLimits = PushLimits()
    ) throws -> PushReport {
        try store().push(to: CopyAddress(address), access: access, limits: limits)
    }

    /// Every reference below refs/heads of a repository and where it stands.
    func heads(_ path: String) throws -> String {
        try git("-C", path, "for-each-ref", "--format=%(refname) %(objectname)", "refs/heads")
    }

    /// Whether a repository holds what the store does, and stock git finds nothing wrong with it.
    func isWhole(_ path: String) throws -> Bool {
        let (status, output) = try scratch.run("git", ["-C", path, "fsck", "--full", "--strict"])
        guard status == 0, !output.contains("missing"), !output.contains("broken") else { return false }
        return try heads(path) == heads(scratch.store)
    }
}

/// The copy error that some work ends in; nil when it ends well or otherwise.
func copyError(_ work: () throws -> Void) -> CopyError? {
    do {
        try work()
        return nil
    } catch {
        return error as? CopyError
    }
}
