import GitStore
import Material
import Statute
import Testing

@testable import Tracking

@Suite("The rules by which captures of earlier days are read")
struct ReadingRulesTests {
    @Test("each capture is read by the rules and the XPath of its day, whatever is declared today")
    func ofTheirDay() throws {
        let bench = try NightBench()
        try bench.keep(
            NightBench.law(), source: "a", version: "2016-11-07.adopted", reading: nil, xpath: "//old")
        try bench.keep(
            NightBench.law(), source: "b", version: "2018-01-01.amended", reading: 2, xpath: "//new")
        try bench.keep(NightBench.law(), source: "c", version: "2020-01-01.amended", reading: 9)
        let rules = ReadingRules([
            1: { request, read in
                guard request.xpath == "//old" else { return .failure(ReadingFault(.empty, "rules 1")) }
                return read(request)
            },
            2: { request, read in
                guard request.xpath == "//new" else { return .failure(ReadingFault(.empty, "rules 2")) }
                return read(request).map { readout in
                    var readout = readout
                    readout.text += "第十三条　网络经营单位应当备案。\n"
                    return readout
                }
            },
        ])
        let report = try bench.rebuild(NightBench.ports(rules: rules))
        #expect(report.same == 1)
        #expect(report.upgraded.map(\.line.version) == ["cn/test-law@2018-01-01.amended"])
        #expect(
            report.unreadable.map(\.reason) == [
                "http://law.example/c: was read by rules 9; this program knows rules up to 2"
            ])
    }

    @Test("the program knows the rules by which it captures today")
    func today() {
        let request = ReadingRequest(bytes: Array("甲".utf8), name: "a")
        for number in [nil, 1, SourceDeclaration.readingVersion] {
            let result = ReadingRules.known.read(request, by: number, with: NightBench.reader())
            #expect(throws: Never.self) { try result.get() }
        }
    }
}
