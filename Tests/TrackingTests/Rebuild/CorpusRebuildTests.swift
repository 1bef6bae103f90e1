import Foundation
import GitStore
import Statute
import TestSupport
import Testing

@testable import Tracking

@Suite("A rebuild of the real laws", .enabled(if: Corpus.isThere, "the corpus is not here"))
struct CorpusRebuildTests {
    @Test("fifty imported laws read as they are stored, in place and in a new store")
    func imported() throws {
        let bench = try NightBench()
        for path in Corpus.paths().prefix(50) {
            try bench.folder.write(try Corpus.law(path), to: "corpus/\(path)")
        }
        let ports = NightBench.ports()
        let folder = ImportFolder(path: bench.folder.url.appending(path: "corpus"), layout: .lawrefbook)
        var taken = 0
        do {
            let library = try bench.writable()
            var recorder = Recorder(library: library, now: NightBench.first)
            for file in folder.files() {
                let arrival = try folder.arrival(file, register: bench.register, decoder: ports.decoder)
                if case .added = try recorder.take(arrival) { taken += 1 }
            }
            _ = try recorder.commit()
            _ = try Timelines.rebuild(recorder.touched, library: library)
        }
        let tips = try bench.tips()
        let report = try bench.rebuild()
        #expect(taken > 40)
        #expect(report.same == report.texts && report.texts >= taken)
        #expect(report.upgraded.isEmpty && !report.needsPerson)
        #expect(try bench.tips() == tips)
        let copy = try bench.rebuild(into: "new.git")
        #expect(copy.isSameContent == true)
        #expect(try bench.tips("new.git")["captures"] == tips["captures"])
    }
}
