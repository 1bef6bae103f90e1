import Foundation
import Statute
import Testing

@testable import GitStore

@Suite struct UpkeepCrashTests {
    private func nights(_ scratch: Scratch) throws {
        let store = try scratch.open()
        for night in 0..<8 {
            _ = try store.write(
                batch(.versions, draft("cn/law-\(night)", "2010-01-01.adopted", "第一条 第\(night)夜\n")))
        }
    }

    @Test
    func
        `a run that stops before any of its steps loses nothing, and the next one ends as one that never stopped`()
        throws
    {
        let whole = try Scratch()
        try nights(whole)
        var steps: [String] = []
        _ = try whole.open().maintain(UpkeepOptions()) { steps.append($0) }
        #expect(steps.count > 16)
        let refs = try whole.git("for-each-ref").output
        for stop in steps.indices {
            let scratch = try Scratch()
            try nights(scratch)
            var count = 0
            let error = storeError {
                _ = try scratch.open().maintain(UpkeepOptions()) { _ throws(StoreError) in
                    count += 1
                    if count > stop { throw .cannotWrite(path: "", reason: "stopped") }
                }
            }
            #expect(error?.exitCode == 73)
            #expect(
                try scratch.git("fsck", "--full", "--strict", "--no-progress").output.isEmpty,
                "\(steps[stop])")
            #expect(try scratch.open(.reading).instruments().count == 8)
            let report = try scratch.open().maintain()
            #expect(report.after.packs == 1)
            #expect(report.left.isEmpty)
            #expect(try scratch.git("for-each-ref").output == refs)
            #expect(try scratch.git("fsck", "--full", "--strict", "--no-progress").output.isEmpty)
            #expect(try scratch.git("count-objects", "-v").output.contains("garbage: 0"))
        }
    }

    @Test
    func
        `what upkeep and others left half-way is taken away, and what may be all there is of something stays`()
        throws
    {
        let scratch = try Scratch()
        try nights(scratch)
        let pack = scratch.store + "/objects/pack"
        let names = Folder.names(pack)
        let index = try #require(names.first { $0.hasSuffix(".idx") })
        try FileManager.default.copyItem(atPath: "\(pack)/\(index)", toPath: "\(pack)/pack-orphan.idx")
        try FileManager.default.createDirectory(
            atPath: scratch.store + "/objects/tmp_maintain", withIntermediateDirectories: true)
        scratch.touch(scratch.store + "/objects/tmp_maintain/pack_git2_x")
        try FileManager.default.createDirectory(
            atPath: scratch.store + "/objects/info", withIntermediateDirectories: true)
        scratch.touch(scratch.store + "/objects/info/commit-graph.lock")
        scratch.touch(pack + "/.tmp-1-pack-old")
        scratch.touch(pack + "/.tmp-1-pack-new")
        scratch.touch(pack + "/pack-lonely.pack")
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSinceNow: -200_000)], ofItemAtPath: pack + "/.tmp-1-pack-old"
        )
        let store = try scratch.open()
        #expect(
            store.recovered.map { String($0.dropFirst(scratch.store.count + 1)) } == [
                "objects/info/commit-graph.lock", "objects/tmp_maintain",
                "objects/tmp_maintain/pack_git2_x",
            ])
        let report = try store.maintain()
        let gone = report.pruned.map(\.path)
        #expect(gone.contains("objects/pack/pack-orphan.idx"))
        #expect(gone.contains("objects/pack/.tmp-1-pack-old"))
        #expect(!gone.contains("objects/pack/.tmp-1-pack-new"))
        #expect(
            report.left == [
                "objects/pack/pack-lonely.pack: a pack without its index, and not whole; it was left alone"
            ])
        #expect(FileManager.default.fileExists(atPath: pack + "/pack-lonely.pack"))
        #expect(report.after.packs == 2)
    }

    @Test func `a pack that lost its index is read and taken in`() throws {
        let scratch = try Scratch()
        try nights(scratch)
        let folder = scratch.store + "/objects/pack"
        let objects = try scratch.git("cat-file", "--batch-all-objects", "--batch-check", "--unordered")
            .output.count
        for name in Folder.names(folder).filter({ $0.hasSuffix(".idx") }).prefix(3) {
            unlink("\(folder)/\(name)")
        }
        #expect(try scratch.git("fsck", "--full", "--no-progress").status != 0)
        let report = try scratch.open().maintain()
        #expect(report.left.isEmpty)
        #expect(report.after.packs == 1)
        #expect(try scratch.git("fsck", "--full", "--strict", "--no-progress").output.isEmpty)
        let after = try scratch.git("cat-file", "--batch-all-objects", "--batch-check", "--unordered").output
            .count
        #expect(after == objects)
    }

    @Test func `an index that names what is nowhere else stays`() throws {
        let scratch = try Scratch()
        let other = try Scratch()
        try nights(scratch)
        _ = try other.open().write(batch(.versions, draft("cn/other", "2010-01-01.adopted", "第一条 别的\n")))
        let folder = other.store + "/objects/pack"
        let index = try #require(Folder.names(folder).first { $0.hasSuffix(".idx") })
        let place = scratch.store + "/objects/pack/" + index
        try FileManager.default.copyItem(atPath: "\(folder)/\(index)", toPath: place)
        #expect(try !scratch.open().maintain().pruned.contains { $0.path.hasSuffix(index) })
        #expect(FileManager.default.fileExists(atPath: place))
    }

    @Test func `what no reference reaches stays until somebody says otherwise`() throws {
        let scratch = try Scratch()
        try nights(scratch)
        let lost = try #require(try scratch.open(.reading).tip(.versions))
        try scratch.git("update-ref", "refs/heads/versions", "versions~1")
        let kept = try scratch.open().maintain()
        #expect(kept.strays.map(\.id) == [lost])
        #expect(kept.strays.first?.title == "cn/law-7: 2010-01-01.adopted")
        #expect(!kept.dropped)
        #expect(try scratch.git("cat-file", "-t", lost.description).output == "commit\n")
        let dropped = try scratch.open().maintain(UpkeepOptions(dropsUnreachable: true))
        #expect(dropped.dropped)
        #expect(dropped.strays.map(\.id) == [lost])
        #expect(try scratch.git("cat-file", "-t", lost.description).status != 0)
        #expect(try scratch.git("fsck", "--full", "--strict", "--no-progress").output.isEmpty)
        #expect(try scratch.open().maintain().strayObjects == 0)
    }

    @Test func `a commit that the log of evidence names is never dropped`() throws {
        let scratch = try Scratch()
        try nights(scratch)
        let lost = try #require(try scratch.open(.reading).tip(.versions))
        let entry = "{\"branch\":\"versions\",\"commit\":\"\(lost)\",\"schema\":1}"
        let script = """
            cd \(scratch.folder) && git init -q log && cd log && mkdir -p tile/entries && printf '%s' '\(entry)' > tile/entries/000 &&
            git add . && git -c user.name=x -c user.email=x@example.org commit -qm log &&
            git push -q \(scratch.store) HEAD:refs/heads/log
            """
        #expect(try scratch.run("sh", ["-c", script]).status == 0)
        try scratch.git("update-ref", "refs/heads/versions", "versions~1")
        let error = storeError {
            _ = try scratch.open().maintain(UpkeepOptions(dropsUnreachable: true))
        }
        #expect(error?.exitCode == 65)
        let report = try scratch.open().maintain()
        #expect(report.strays == [.init(id: lost, title: "cn/law-7: 2010-01-01.adopted", isLogged: true)])
        #expect(try scratch.git("cat-file", "-t", lost.description).output == "commit\n")
    }
}
