import Foundation
import GitStore
import Testing

@Suite struct OpeningTests {
    @Test func `a store is made once and opened again`() throws {
        let scratch = try Scratch()
        do {
            let store = try scratch.open()
            #expect(store.recovered.isEmpty)
            #expect(try store.tip(.versions) == nil)
        }
        #expect(try scratch.open(.reading).instruments().isEmpty)
        #expect(try scratch.git("config", "lexwatch.format").output == "1\n")
        #expect(try scratch.git("config", "gc.auto").output == "0\n")
        #expect(try scratch.git("config", "core.protectHFS").output == "true\n")
        #expect(try scratch.git("config", "core.protectNTFS").output == "true\n")
        #expect(try scratch.git("rev-parse", "--is-bare-repository").output == "true\n")
        #expect(!FileManager.default.fileExists(atPath: scratch.store + ".new"))
    }

    @Test func `what a run left behind that died while making the store is used up`() throws {
        let scratch = try Scratch()
        try FileManager.default.createDirectory(
            atPath: scratch.store + ".new/objects", withIntermediateDirectories: true)
        scratch.touch(scratch.store + ".new/config.lock")
        let store = try scratch.open()
        #expect(try store.write(batch(.versions, draft("cn/x", "undated.a", "第一条"))).written == 1)
        #expect(!FileManager.default.fileExists(atPath: scratch.store + ".new"))
    }

    @Test func `nothing to read is an error of its own`() throws {
        let scratch = try Scratch()
        #expect(storeError { _ = try scratch.open(.reading) } == .absent(path: scratch.store))
        #expect(scratch.picture().isEmpty)
    }

    @Test("what is not ours is refused and left as it is", arguments: ["repository", "folder", "file"])
    func foreign(kind: String) throws {
        let scratch = try Scratch()
        switch kind {
        case "repository": try scratch.run("git", ["init", "--quiet", "--bare", scratch.store])
        case "folder":
            try FileManager.default.createDirectory(
                atPath: scratch.store + "/x", withIntermediateDirectories: true)
        default: scratch.touch(scratch.store)
        }
        let before = scratch.picture()
        for access in [GitStore.Access.reading, .writing] {
            let error = storeError { _ = try scratch.open(access) }
            guard case .foreign(let path, _) = error else {
                Issue.record("\(String(describing: error))")
                continue
            }
            #expect(path == scratch.store)
            #expect(error?.exitCode == 65)
        }
        #expect(scratch.picture() == before)
    }

    @Test func `a newer format is refused`() throws {
        let scratch = try Scratch()
        _ = try scratch.open()
        try scratch.git("config", "lexwatch.format", "2")
        let error = storeError { _ = try scratch.open(.reading) }
        #expect(error == .newerFormat(path: scratch.store, found: 2, known: 1))
        #expect(error?.exitCode == 65)
    }

    @Test func `a second writer is told at once who holds the store`() throws {
        let scratch = try Scratch()
        let first = try scratch.open()
        let error = storeError { _ = try scratch.open() }
        guard case .locked(_, let pid, let since?) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(pid == Int(ProcessInfo.processInfo.processIdentifier))
        #expect(abs(since - Int64(Date().timeIntervalSince1970)) < 3_600)
        #expect(error?.exitCode == 75)
        #expect(try scratch.open(.reading).tip(.captures) == nil)
        withExtendedLifetime(first) {}
    }

    @Test func `a lock goes with the process that held it, whatever its file says`() throws {
        let scratch = try Scratch()
        let holder = Process()
        holder.executableURL = URL(fileURLWithPath: "/usr/bin/flock")
        let script = "echo ready; exec sleep 60"
        holder.arguments = ["--no-fork", "-x", scratch.store + ".lock", "sh", "-c", script]
        let pipe = Pipe()
        holder.standardOutput = pipe
        try holder.run()
        _ = pipe.fileHandleForReading.availableData
        #expect(storeError { _ = try scratch.open() }?.exitCode == 75)
        kill(holder.processIdentifier, SIGKILL)
        holder.waitUntilExit()
        try Data("pid 1\nsince 0\n".utf8).write(to: URL(fileURLWithPath: scratch.store + ".lock"))
        #expect(try scratch.open().recovered.isEmpty)
    }

    @Test func `locks and half-written files of a killed run are removed and named`() throws {
        let scratch = try Scratch()
        _ = try scratch.open().write(batch(.versions, draft("cn/x", "undated.a", "第一条")))
        let left = [
            "objects/pack/pack_git2_a1b2c3", "objects/tmp_object_git2_x", "refs/heads/timeline.lock",
            "refs/heads/versions.lock",
        ]
        for name in left { scratch.touch(scratch.store + "/" + name) }
        let store = try scratch.open()
        #expect(store.recovered == left.map { scratch.store + "/" + $0 })
        #expect(try store.write(batch(.versions, draft("cn/x", "undated.b", "第二条"))).written == 1)
    }

    @Test func `a path that cannot be made is said so`() throws {
        let scratch = try Scratch()
        scratch.touch(scratch.folder + "/file")
        let before = scratch.picture()
        let error = storeError {
            _ = try GitStore(path: scratch.folder + "/file/store.git", access: .writing)
        }
        #expect(error?.exitCode == 73)
        let reading = storeError {
            _ = try GitStore(path: scratch.folder + "/file/store.git", access: .reading)
        }
        #expect(reading?.exitCode == 66)
        #expect(scratch.picture() == before)
    }

    @Test func `missing folders above the store are made`() throws {
        let scratch = try Scratch()
        _ = try GitStore(path: scratch.folder + "/a/b/store.git/", access: .writing)
        #expect(try GitStore(path: scratch.folder + "/a/b/store.git", access: .reading).tip(.versions) == nil)
    }
}
