import Foundation
import GitStore
import Statute
import TestSupport
import Testing

@testable import Tracking

@Suite("Importing a folder")
struct ImportRunTests {
    @Test(
        "gives the commits of an import by one hand in one batch, however many work and wherever batches end")
    func sameAsSerial() throws {
        let scene = try ImportBench()
        try scene.fill(40)
        let serial = try serial(scene)
        #expect(serial["refs/heads/captures"] != nil && serial.count > 20)
        for (number, way) in [(1, 2_000, 32 << 20), (2, 7, 32 << 20), (4, 2_000, 900), (3, 1, 1)].enumerated()
        {
            let store = "parallel\(number).git"
            let report = try scene.run(
                scene.input(), store: store, workers: way.0, arrivals: way.1, bytes: way.2, window: 3)
            #expect(report.batches > (way.1 == 2_000 && way.2 > 900 ? 0 : 5))
            #expect(try scene.tips(store) == serial, "\(way)")
        }
    }

    /// File by file, and everything written at the end.
    private func serial(_ scene: ImportBench) throws -> [String: String] {
        let store = try GitStore(path: scene.bench.storePath("serial.git"), access: .writing)
        let library = Library(register: try scene.bench.register, store: store)
        var recorder = Recorder(library: library, now: ImportBench.now)
        for file in scene.input().files() {
            let arrival = try scene.input().arrival(
                file, register: library.register, decoder: scene.bench.decoder)
            _ = try recorder.take(arrival)
        }
        _ = try recorder.commit()
        try Timelines.follow(library)
        return try scene.tips("serial.git")
    }

    @Test("a second run makes no commit, whatever the clock says, and finds everything unchanged")
    func idempotent() throws {
        let scene = try ImportBench()
        try scene.fill(12)
        let first = try scene.run(scene.input())
        let tips = try scene.tips()
        let second = try scene.run(scene.input(), at: ImportBench.now + 1_000, arrivals: 3)
        #expect(second.commits == 0 && second.batches == 0 && second.timelines == 0)
        #expect(try scene.tips() == tips)
        #expect(second.files == first.files)
        #expect(Set(second.counted.map(\.kind)) == [.unchanged, .second, .quarantined])
    }

    @Test("captures of a batch whose versions were not written are completed, commit for commit")
    func versionsLost() throws {
        let scene = try ImportBench()
        try scene.fill(20)
        try scene.run(scene.input(), arrivals: 5)
        let whole = try scene.tips()
        let store = scene.bench.storePath()
        for back in [1, 4, 17] {
            try ImportBench.git("-C", store, "update-ref", "refs/heads/versions", "versions~\(back)")
            try scene.run(scene.input(), arrivals: 5)
            #expect(try scene.tips() == whole)
        }
    }

    @Test("an end that is asked for comes after the batch, and the next run goes on")
    func stopped() throws {
        let scene = try ImportBench()
        try scene.fill(20)
        try scene.run(scene.input(), store: "whole.git")
        let store = try GitStore(path: scene.bench.storePath(), access: .writing)
        var asked = 0
        let run = ImportRun(
            library: Library(register: try scene.bench.register, store: store), decoder: scene.bench.decoder,
            now: ImportBench.now,
            stopped: {
                asked += 1
                return asked == 9 ? 15 : nil
            })
        try run.run([scene.input()])
        #expect(run.report.stopped == 15 && run.report.files == 9 && run.report.timelines == 0)
        #expect(run.report.commits > 0)
        withExtendedLifetime(store) {}
    }

    @Test("a text that two declared versions share, and one in two files, are captures of their own")
    func twoFiles() throws {
        let scene = try ImportBench()
        let law = ImportBench.law("试行办法", ["甲。"])
        try scene.folder.write(law, to: "texts/a/试行办法(2011-01-01).md")
        try scene.folder.write(law, to: "texts/b/试行办法(2011-01-01).md")
        try scene.folder.write(ImportBench.law("试行办法", ["乙。"]), to: "texts/c/试行办法(2011-01-01).md")
        let report = try scene.run(scene.input())
        #expect(report.counted.map(\.kind) == [.added, .second])
        #expect(report.notes.count == 1)
        let store = try scene.bench.library().store
        let id = try #require(TitleSlug.id(for: "试行办法"))
        #expect(try store.sources(of: id).count == 3)
    }
}
