import Material
import Testing

@Suite("Moments as protocols write them")
struct InstantReadingTests {
    /// 2015-07-06T08:00:00Z.
    private let moment = Instant(secondsSince1970: 1_436_169_600)

    @Test(
        "dates of HTTP, mail and RSS",
        arguments: [
            "Mon, 06 Jul 2015 08:00:00 GMT", "Monday, 06-Jul-15 08:00:00 GMT", "Mon Jul  6 08:00:00 2015",
            "Mon, 6 Jul 2015 16:00:00 +0800", "06 Jul 2015 08:00 UT", "Mon, 06 Jul 15 04:00:00 EDT",
            "Mon, 06 Jul 2015 03:00:00 -0500", "mon, 06 JUL 2015 08:00:00 gmt",
        ])
    func mail(_ text: String) {
        #expect(Instant(mailDate: text) == moment)
    }

    @Test(
        "dates of Atom and of RSS 1.0",
        arguments: [
            "2015-07-06T08:00:00Z", "2015-07-06T16:00:00+08:00", "2015-07-06T08:00:00.123456Z",
            "2015-07-06t08:00:00z", "2015-07-06T16:00+0800", "2015-07-06 08:00:00",
            "2015-07-06T03:00:00-05:00",
        ])
    func internet(_ text: String) {
        #expect(Instant(internetDate: text) == moment)
    }

    @Test("a day alone is its beginning in UTC")
    func day() {
        #expect(Instant(internetDate: "2015-07-06")?.secondsSince1970 == 1_436_140_800)
    }

    @Test(
        "days and times that do not exist are none",
        arguments: [
            "", "Mon, 31 Feb 2015 08:00:00 GMT", "Mon, 06 Jul 2015 25:00:00 GMT", "Mon, 06 Jul 2015 08:00:00",
            "2015-02-30T00:00:00Z", "2015-13-01", "2015-07-06T08:61:00Z", "yesterday", "2015年7月6日 08:00",
            "----------",
            "0000-01-01", "9999999999999", "Mon, 06 Jul 2015 08:00:00 XYZ", "2015-07-06T08:00:00Q",
            "Jul Jul Jul Jul",
        ])
    func none(_ text: String) {
        #expect(Instant(mailDate: text) == nil)
        #expect(Instant(internetDate: text) == nil)
    }

    @Test("a leap second is the second before it")
    func leapSecond() {
        #expect(
            Instant(internetDate: "2016-12-31T23:59:60Z") == Instant(internetDate: "2016-12-31T23:59:59Z"))
    }

    @Test("every written date is read back, in every year from 1 to 9999")
    func roundTrip() {
        #expect(moment.httpDate == "Mon, 06 Jul 2015 08:00:00 GMT")
        #expect(Instant(secondsSince1970: 0).httpDate == "Thu, 01 Jan 1970 00:00:00 GMT")
        #expect(Instant(secondsSince1970: 951_782_400).httpDate == "Tue, 29 Feb 2000 00:00:00 GMT")
        var seconds: Int64 = -62_135_596_800
        while seconds <= 253_402_300_799 {
            let instant = Instant(secondsSince1970: seconds)
            #expect(Instant(mailDate: instant.httpDate) == instant)
            seconds += 86_400 * 97 + 12_345
        }
        #expect(Instant(secondsSince1970: .min).httpDate == "Mon, 01 Jan 0001 00:00:00 GMT")
        #expect(Instant(secondsSince1970: .max).httpDate == "Fri, 31 Dec 9999 23:59:59 GMT")
    }
}
