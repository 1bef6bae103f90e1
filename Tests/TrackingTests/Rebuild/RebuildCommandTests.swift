import Foundation
import GitStore
import Statute
import TestSupport
import Testing

@testable import Tracking

@Suite(
    "lexwatch rebuild",
    .enabled(
        if: FileManager.default.isExecutableFile(atPath: CommandRun.lexwatch.path), "lexwatch is not built"))
struct RebuildCommandTests {
    private func run(_ bench: NightBench, _ arguments: String...) throws -> CommandRun {
        try CommandRun(
            ["rebuild", "--store", "store.git", "--laws", "laws", "--format", "json"] + arguments,
            in: bench.folder.url)
    }

    @Test("ends with 0 where every version could be made again, and a second one writes nothing")
    func done() throws {
        let bench = try NightBench()
        try bench.keep(NightBench.law(), source: "a", version: "2016-11-07.adopted", reading: 1)
        let first = try run(bench)
        #expect(first.status == 0, "\(first.errors)\(first.output)")
        #expect(first.json["versions"] as? Int == 1)
        let second = try run(bench, "cn/test-law")
        #expect(second.status == 0)
        #expect(second.json["commits"] as? Int == 0)
        #expect(second.json["same"] as? Int == 1)
    }

    @Test("ends with 1 and names what it left as it is")
    func left() throws {
        let bench = try NightBench()
        try bench.keep(NightBench.law(), source: "a", version: "2016-11-07.adopted", reading: 99)
        let report = try run(bench)
        #expect(report.status == 1)
        let unreadable = report.json["unreadable"] as? [[String: Any]]
        #expect(unreadable?.first?["version"] as? String == "cn/test-law@2016-11-07.adopted")
        #expect(unreadable?.first?["capture"] as? String == "a")
        #expect(
            try run(bench, "--quiet", "--format", "text").errors.contains("cn/test-law@2016-11-07.adopted"))
    }

    @Test("refuses instruments beside --into, a place that is taken, and a store that is not there")
    func refused() throws {
        let bench = try NightBench()
        #expect(try run(bench).status == 66)
        try bench.keep(NightBench.law(), source: "a", version: "2016-11-07.adopted", reading: 1)
        #expect(try run(bench, "cn/test-law", "--into", "new.git").status == 64)
        #expect(try run(bench, "--into", "laws").status == 65)
    }
}
