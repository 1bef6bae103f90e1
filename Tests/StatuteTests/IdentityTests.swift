import Statute
import Testing

@Suite("Names of instruments, versions and days")
struct IdentityTests {
    @Test(
        "instruments that are no country and slug are refused",
        arguments: [
            "cn", "cn/", "/x", "CN/x", "cn/X", "cn/x/y", "c/x", "cn/-x", "cn/a.b", "cn/法", "cn/../x",
            "cn/" + String(repeating: "a", count: 101),
        ])
    func refusedInstrument(id: String) {
        #expect(InstrumentID(id) == nil)
    }

    @Test(
        "dates that are no day of the calendar are refused",
        arguments: [
            "2015-02-29", "2015-13-01", "2015-00-01", "2015-01-00", "1900-02-29", "0000-01-01", "2015-1-01",
            "15-01-01", "2015/01/01", "2015-01-01 ", "", "Undated", "２０１５-01-01", "2015-7-06",
        ])
    func refusedDate(text: String) {
        #expect(CalendarDate(text) == nil)
        #expect(VersionName("\(text).adopted") == nil)
    }

    @Test(
        "days are counted from 1970 in both directions, leap years included",
        arguments: [
            ("1970-01-01", 0), ("1949-10-01", -639_100_800), ("2000-02-29", 951_782_400),
            ("2106-02-07", 4_294_944_000),
            ("0001-01-01", -62_135_596_800), ("9999-12-31", 253_402_214_400),
        ] as [(String, Int64)])
    func daySeconds(text: String, seconds: Int64) {
        #expect(CalendarDate(text)?.unixTime == seconds)
        #expect(CalendarDate(unixTime: seconds).description == text)
        #expect(UTC.text(seconds) == text + "T00:00:00Z")
        #expect(UTC.text(seconds + 86_399) == text + "T23:59:59Z")
    }

    @Test("every day has its number and every number its day")
    func bothWays() {
        let days = stride(from: UTC.range.lowerBound, through: UTC.range.upperBound, by: 86_400 * 97)
        #expect(days.allSatisfy { CalendarDate(unixTime: $0).unixTime == $0 })
    }

    @Test("moments outside the years 1 to 9999 are written as the ends of that range")
    func outOfRange() {
        #expect(UTC.text(.min) == "0001-01-01T00:00:00Z")
        #expect(UTC.text(.max) == "9999-12-31T23:59:59Z")
    }

    @Test("stages have the grammar of slugs")
    func stages() {
        #expect(VersionName("2015-07-06.Draft") == nil)
        #expect(VersionName("2015-07-06.a.b") == nil)
        #expect(VersionName("2015-07-06.") == nil)
        #expect(VersionName("2015-07-06") == nil)
    }
}
