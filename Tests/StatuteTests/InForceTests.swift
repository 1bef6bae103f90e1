import Statute
import Testing

@Suite("which version was in force on a day")
struct InForceTests {
    /// A version as the tests write it: `2016-11-07.adopted effective 2017-06-01 status repealed`.
    private func dates(_ line: String) throws -> VersionDates {
        let words = line.split(separator: " ").map(String.init)
        var read = VersionDates(name: try #require(VersionName(words[0])))
        for (key, value) in zip(words.dropFirst(), words.dropFirst(2)) {
            switch key {
            case "signed": read.signed = CalendarDate(value)
            case "published": read.published = CalendarDate(value)
            case "effective": read.effective = CalendarDate(value)
            case "status": read.status = value
            default: break
            }
        }
        return read
    }

    private func answer(_ day: String, _ lines: [String]) throws -> String {
        switch InForce(on: try #require(CalendarDate(day)), among: try lines.map(dates)) {
        case .version(let name): name.description
        case .cannotTell(let reason): "? " + reason
        }
    }

    private static let law = [
        "2015-07-06.draft-1", "2016-11-07.adopted effective 2017-06-01",
        "2025-10-28.amended effective 2026-01-01",
    ]

    @Test(
        "the version that took effect last, from its day on",
        arguments: [
            ("2017-06-01", "2016-11-07.adopted"), ("2025-12-31", "2016-11-07.adopted"),
            ("2026-01-01", "2025-10-28.amended"),
            ("2017-05-31", "? no version that is held was in force on 2017-05-31"),
            ("2015-08-01", "? no version that is held was in force on 2015-08-01"),
        ])
    func ordinary(_ day: String, _ expected: String) throws {
        #expect(try answer(day, Self.law) == expected)
        #expect(try answer(day, Self.law.reversed()) == expected)
    }

    @Test("an adopted version whose day of effect is not known stops the answer from its adoption on")
    func unknown() throws {
        let law = Self.law.dropLast() + ["2025-10-28.amended"]
        #expect(try answer("2025-10-27", Array(law)) == "2016-11-07.adopted")
        #expect(
            try answer("2025-10-28", Array(law))
                == "? the day on which 2025-10-28.amended took effect is not known")
        #expect(try answer("2024-01-01", law + ["undated.undated"]).hasPrefix("? the day on which undated"))
    }

    @Test("an older version of an unknown day cannot come after a later one that is in force")
    func older() throws {
        let law = ["2009-08-27.amended", "2016-11-07.adopted effective 2017-06-01"]
        #expect(try answer("2018-01-01", law) == "2016-11-07.adopted")
        #expect(
            try answer("2017-01-01", law) == "? the day on which 2009-08-27.amended took effect is not known")
    }

    @Test("two that took effect on one day: the one adopted later, and none where they were adopted together")
    func together() throws {
        let later = ["2016-01-02.adopted effective 2017-01-01", "2016-06-02.amended effective 2017-01-01"]
        #expect(try answer("2018-01-01", later) == "2016-06-02.amended")
        let same = ["2016-01-02.adopted effective 2017-01-01", "2016-01-02.amended effective 2017-01-01"]
        #expect(
            try answer("2018-01-01", same)
                == "? 2016-01-02.adopted and 2016-01-02.amended were adopted and took effect on the same days"
        )
    }

    @Test("one adopted later that was in force earlier leaves it open which holds")
    func crossed() throws {
        let crossed = ["2016-01-02.adopted effective 2020-01-01", "2017-01-02.amended effective 2018-01-01"]
        #expect(try answer("2019-01-01", crossed) == "2017-01-02.amended")
        #expect(try answer("2021-01-01", crossed).hasPrefix("? 2016-01-02.adopted took effect last, but"))
    }

    @Test(
        "a version declared repealed or suspended without a day gives no answer",
        arguments: ["repealed", "suspended"])
    func repealed(_ status: String) throws {
        #expect(
            try answer("2018-01-01", ["2016-01-02.adopted effective 2017-01-01 status \(status)"])
                == "? 2016-01-02.adopted is declared \(status), and since when is not known")
    }

    @Test("a draft is never in force, whatever day it names")
    func draft() throws {
        #expect(
            try answer("2018-01-01", ["2016-01-02.adopted effective 2017-01-01 status draft"])
                .hasPrefix("? no version"))
    }
}
