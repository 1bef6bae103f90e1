import GitStore
import Statute
import TestSupport
import Testing

@testable import Index

@Suite("what was known when")
struct HistoryTests {
    private let scene: IndexScene

    init() throws { scene = try IndexScene() }

    private func inForce(_ day: String, known: Int64? = nil) throws -> String {
        let answer = try scene.open().inForce(
            #require(InstrumentID("cn/sample-law")), on: #require(CalendarDate(day)), knownAt: known)
        switch answer {
        case nil: return "nothing"
        case .version(let name): return name.description
        case .cannotTell(let reason): return "? " + reason
        }
    }

    @Test("an effective date that is corrected later does not change what was known before")
    func corrected() throws {
        try scene.write([
            (1_000, .chinese("2016-11-07.adopted", effective: "2017-06-01", ["甲。"])),
            (2_000, .chinese("2025-10-28.amended", ["乙。"])),
            (3_000, .chinese("2025-10-28.amended", effective: "2026-01-01", ["乙。"])),
            (4_000, .chinese("2025-10-28.amended", effective: "2026-02-01", ["乙。"])),
        ])
        #expect(try inForce("2026-01-15", known: 999) == "nothing")
        #expect(try inForce("2026-01-15", known: 1_000) == "2016-11-07.adopted")
        #expect(
            try inForce("2026-01-15", known: 2_999)
                == "? the day on which 2025-10-28.amended took effect is not known")
        #expect(try inForce("2026-01-15", known: 3_000) == "2025-10-28.amended")
        #expect(try inForce("2026-01-15", known: 4_000) == "2016-11-07.adopted")
        #expect(try inForce("2026-01-15") == "2016-11-07.adopted")
    }

    @Test("a commit is found by time as a walk finds it, even where a clock was set back")
    func clock() throws {
        var random = SeededGenerator(seed: 3)
        var time: UInt32 = 1_000
        var drafts: [(UInt32, IndexScene.Draft)] = []
        for count in 0..<40 {
            time = count % 7 == 3 ? time - 150 : time + UInt32.random(in: 0...60, using: &random)
            drafts.append((time, .chinese("2016-11-07.adopted", ["第\(count)次。"])))
        }
        // Half of them night by night, half at once.
        try scene.write(Array(drafts.prefix(20)))
        _ = try scene.open()
        try scene.write(Array(drafts.dropFirst(20)))
        let store = try scene.reading()
        let index = try scene.open()
        for time in stride(from: Int64(600), through: 2_600, by: 7) {
            #expect(try index.commit(knownAt: time) == store.tip(.versions, knownAt: time), "\(time)")
        }
    }

    @Test("what is held is listed as the store lists it")
    func holdings() throws {
        try scene.write([
            (1_000, .chinese("2016-11-07.adopted", ["甲。"])), (1_001, .chinese("2015-07-06.draft-1", ["乙。"])),
            (1_002, .english("2020-01-02.adopted", title: "Rules", id: "us/rules", ["One."])),
        ])
        let store = try scene.reading()
        let found = try scene.open().holdings()
        #expect(try found.map(\.id) == store.instruments())
        for holding in found {
            #expect(try holding.versions == store.versions(of: holding.id).map(\.version))
        }
        #expect(found.map(\.title) == ["样本法", "Rules"])
    }

    @Test("a record that cannot be read is left to the store to name")
    func unreadable() throws {
        try scene.write([(1_000, .chinese("2016-11-07.adopted", effective: "2017-06-01", ["甲。"]))])
        let key = VersionKey(
            instrument: try #require(InstrumentID("cn/sample-law")),
            version: try #require(VersionName("2017-01-01.amended")))
        do {
            let store = try GitStore(path: scene.path, access: .writing)
            var batch = StoreBatch()
            batch.add(
                try .version(
                    key, texts: ["zh": Array("# 甲\n".utf8)], metadata: Array("{".utf8), title: "x",
                    time: 1_100),
                to: .versions)
            _ = try store.write(batch)
        }
        #expect(try inForce("2018-01-01") == "nothing")
        #expect(try scene.open().holdings().first?.versions.count == 2)
    }
}
