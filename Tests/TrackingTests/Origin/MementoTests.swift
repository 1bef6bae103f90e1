import Material
import Statute
import Testing

@testable import Tracking

@Suite("Questions to an archive of the web")
struct MementoTests {
    private let page = "http://www.npc.example/2015-07/06/content_1.htm"

    private func instant(_ text: String) throws -> Instant { try #require(Instant(internetDate: text)) }

    private func query(raw: Bool = true) throws -> MementoQuery {
        MementoQuery(
            url: page, timegate: "https://archive.example/web/",
            timemap: "https://archive.example/web/timemap/link/",
            from: try instant("2015-07-06T00:00:00Z"), to: try instant("2015-09-30T23:59:59Z"), raw: raw)
    }

    /// A time map with a state for each of some moments.
    private func map(_ moments: [String], more: String = "") throws -> TimeMap {
        var lines = [
            "<\(page)>; rel=\"original\"",
            "<timemap/link/\(page)>; rel=\"self\"; type=\"application/link-format\"",
        ]
        for moment in moments {
            let date = try instant(moment).httpDate
            let stamp = moment.filter(\.isNumber)
            lines.append("<\(stamp)/\(page)>; rel=\"memento\"; datetime=\"\(date)\"")
        }
        return TimeMap(
            Array((lines.joined(separator: ",\n") + more).utf8), url: "https://archive.example/web/",
            original: page)
    }

    @Test("a time map gives its states sorted, each once, with absolute addresses")
    func timeMap() throws {
        let map = try map(["2015-08-01T00:00:00Z", "2015-07-10T06:07:08Z", "2015-08-01T00:00:00Z"])
        #expect(map.original == page)
        #expect(
            map.moments.map(\.archiveURL) == [
                "https://archive.example/web/20150710060708/\(page)",
                "https://archive.example/web/20150801000000/\(page)",
            ])
        #expect(
            map.moments.map(\.datetime) == [
                try instant("2015-07-10T06:07:08Z"), try instant("2015-08-01T00:00:00Z"),
            ])
        #expect(map.moments.allSatisfy { $0.originalURL == page })
        #expect(map.pages.isEmpty)
        #expect(map.notices.isEmpty)
    }

    @Test("first and last mementos count, states without a date and foreign schemes do not")
    func kinds() throws {
        let more = """
            ,<javascript:alert(1)>; rel="memento"; datetime="Mon, 06 Jul 2015 08:00:00 GMT",
            <20150801000000/\(page)>; rel="memento", <20150901000000/\(page)>; rel="last memento"; datetime="Tue, 01 Sep 2015 00:00:00 GMT"
            """
        let map = try map(["2015-07-10T00:00:00Z"], more: more)
        #expect(map.moments.count == 2)
        #expect(map.notices.count == 1)
    }

    @Test("of a paged time map those pages are asked for that can hold the window")
    func pages() throws {
        let more = """
            ,<https://archive.example/tm/1>; rel="timemap"; until="Wed, 01 Jul 2015 00:00:00 GMT",
            <https://archive.example/tm/2>; rel="timemap"; from="Wed, 01 Jul 2015 00:00:01 GMT"; until="Sat, 01 Aug 2015 00:00:00 GMT",
            <https://archive.example/tm/3>; rel="timemap"; from="Fri, 01 Jan 2016 00:00:00 GMT",
            <https://archive.example/tm/4>; rel="timemap"
            """
        let map = try map([], more: more)
        #expect(map.pages.count == 4)
        #expect(
            try query().pages(of: map).map(\.url) == [
                "https://archive.example/tm/2", "https://archive.example/tm/4",
            ])
        #expect(try query().pages(of: map, limit: 1).count == 1)
    }

    @Test("the states of the window are chosen, one for a moment, and an even choice of many")
    func choice() throws {
        let few = try map([
            "2015-07-05T23:59:59Z", "2015-07-06T00:00:00Z", "2015-09-30T23:59:59Z", "2015-10-01T00:00:00Z",
        ])
        #expect(
            try query().choice(from: few.moments).map(\.datetime) == [
                try instant("2015-07-06T00:00:00Z"), try instant("2015-09-30T23:59:59Z"),
            ])
        let days = (1...31).map { "2015-08-\($0 < 10 ? "0" : "")\($0)T00:00:00Z" }
        let many = try query().choice(from: try map(days).moments, limit: 4).map(\.datetime)
        #expect(many == (try ["01", "11", "21", "31"].map { try instant("2015-08-\($0)T00:00:00Z") }))
        #expect(try query().choice(from: try map(days).moments, limit: 1).count == 1)
        #expect(try query().choice(from: try map(days).moments, limit: 0).isEmpty)
    }

    @Test("the nearest state is the nearest, the earlier of two")
    func nearest() throws {
        let map = try map(["2015-07-01T00:00:00Z", "2015-07-03T00:00:00Z", "2016-01-01T00:00:00Z"])
        let query = try query()
        #expect(
            query.nearest(to: try instant("2015-07-02T00:00:00Z"), among: map.moments)?.datetime
                == (try instant("2015-07-01T00:00:00Z")))
        #expect(
            query.nearest(to: try instant("2015-07-02T00:00:01Z"), among: map.moments)?.datetime
                == (try instant("2015-07-03T00:00:00Z")))
        #expect(query.nearest(to: try instant("2015-07-02T00:00:00Z"), among: []) == nil)
    }

    @Test("the time gate is asked with the date as RFC 7089 wants it, the time map for links")
    func requests() throws {
        let gate = try #require(try query().gateRequest(at: try instant("2015-07-06T08:00:00Z")))
        #expect(gate.url == "https://archive.example/web/\(page)")
        #expect(gate.fields == [Exchange.Field("Accept-Datetime", "Mon, 06 Jul 2015 08:00:00 GMT")])
        #expect(try query().mapRequest()?.url == "https://archive.example/web/timemap/link/\(page)")
        var none = try query()
        none.timegate = nil
        #expect(none.gateRequest(at: none.from) == nil)
    }

    @Test(
        "the bytes as received are asked for under the flag id_, whatever flag stood there",
        arguments: [
            (
                "https://web.archive.example/web/20150706080000/http://a/x",
                "https://web.archive.example/web/20150706080000id_/http://a/x"
            ),
            (
                "http://127.0.0.1:8080/coll/20150706080000mp_/http://a/x",
                "http://127.0.0.1:8080/coll/20150706080000id_/http://a/x"
            ),
            ("http://h/web/20150706080000id_/https://a/", "http://h/web/20150706080000id_/https://a/"),
            (
                "http://h/w/20150706080000/http://a/20150706090000/http://b",
                "http://h/w/20150706080000id_/http://a/20150706090000/http://b"
            ),
        ])
    func raw(shown: String, expected: String) throws {
        let moment = ArchivedMoment(
            datetime: Instant(secondsSince1970: 0), archiveURL: shown, originalURL: page)
        #expect(moment.raw?.archiveURL == expected)
        #expect(try query(raw: true).request(for: moment).url == expected)
        #expect(try query(raw: false).request(for: moment).url == shown)
    }

    @Test(
        "an archive of another build is asked as it names its states",
        arguments: ["http://h/memento/1", "", "/", "http://h/2015/http://x"])
    func notRaw(_ shown: String) throws {
        let moment = ArchivedMoment(
            datetime: Instant(secondsSince1970: 0), archiveURL: shown, originalURL: page)
        #expect(moment.raw == nil)
        #expect(try query().request(for: moment).url == shown)
    }

    private func exchange(_ fields: [(String, String)]) -> Exchange {
        Exchange(hops: [
            Exchange.Hop(
                url: "https://archive.example/web/20150710000000/\(page)", status: 200,
                fields: fields.map { Exchange.Field($0.0, $0.1) },
                started: Instant(secondsSince1970: 1_795_000_000),
                finished: Instant(secondsSince1970: 1_795_000_001))
        ])
    }

    private func fault(_ fields: [(String, String)]) throws -> MementoFault.Kind? {
        let query = try query()
        do throws(MementoFault) {
            _ = try query.moment(of: exchange(fields))
            return nil
        } catch { return error.kind }
    }

    @Test("the archive's date is taken from its answer, and kept apart from the time of our fetch")
    func answer() throws {
        let links = "<\(page)>; rel=\"original\", <https://archive.example/web/\(page)>; rel=\"timegate\""
        let moment = try query().moment(
            of: exchange([("memento-datetime", "Fri, 10 Jul 2015 00:00:00 GMT"), ("Link", links)]))
        #expect(moment.datetime == (try instant("2015-07-10T00:00:00Z")))
        #expect(moment.archiveURL == "https://archive.example/web/20150710000000/\(page)")
        #expect(moment.originalURL == page)
    }

    @Test("an answer without a date, of another time or of another page is not a state of the page")
    func wrongAnswers() throws {
        #expect(try fault([]) == .noDatetime)
        #expect(try fault([("Memento-Datetime", "soon")]) == .noDatetime)
        #expect(try fault([("Memento-Datetime", "Fri, 10 Jul 2020 00:00:00 GMT")]) == .outside)
        let date = ("Memento-Datetime", "Fri, 10 Jul 2015 00:00:00 GMT")
        #expect(
            try fault([date, ("Link", "<http://www.npc.example/other.htm>; rel=\"original\"")])
                == .anotherPage)
        #expect(
            try fault([date, ("Link", "<https://npc.example/2015-07/06/content_1.htm>; rel=\"original\"")])
                == nil)
        #expect(try fault([date]) == nil)
    }

    /// The answer of a time gate, at an address of its own.
    private func gate(_ fields: [(String, String)], url: String? = nil) -> Exchange {
        var exchange = exchange(fields)
        exchange.hops[0].url = url ?? "https://archive.example/web/\(page)"
        return exchange
    }

    @Test("a time gate that redirects, answers with the state, or frames it, leads to the same state")
    func gates() throws {
        let (query, asked) = (try query(), try instant("2015-08-01T00:00:00Z"))
        let state = "https://archive.example/web/20150801000000mp_/\(page)"
        let links = [
            "<\(page)>; rel=\"original\"",
            "<\(state)>; rel=\"memento\"; datetime=\"Sat, 01 Aug 2015 00:00:00 GMT\"",
            "<https://archive.example/web/20150706000000mp_/\(page)>; rel=\"first memento\"; datetime=\"Mon, 06 Jul 2015 00:00:00 GMT\"",
        ].joined(separator: ", ")
        let date = ("Memento-Datetime", "Sat, 01 Aug 2015 00:00:00 GMT")
        let answers = [
            gate([("Link", links)]), gate([date, ("Content-Location", "/web/20150801000000mp_/\(page)")]),
            gate([date, ("Link", links)]), gate([date], url: state),
        ]
        for answer in answers {
            let moment = try query.moment(behind: answer, near: asked)
            #expect(moment.datetime == asked)
            #expect(moment.archiveURL == state)
            #expect(query.request(for: moment).url == "https://archive.example/web/20150801000000id_/\(page)")
        }
        #expect(throws: MementoFault.self) { _ = try query.moment(behind: gate([]), near: asked) }
        #expect(throws: MementoFault.self) { _ = try query.moment(of: gate([("Link", links)])) }
    }

    @Test("a declaration asks for a window of days in Beijing, for the state nearest to one day, or for all")
    func declarations() throws {
        let now = try instant("2026-11-23T00:00:00Z")
        func declared(_ from: String?, _ to: String?) -> MementoQuery {
            MementoQuery(
                MementoDeclaration(
                    url: page, timegate: nil, timemap: "https://archive.example/",
                    from: from.flatMap { CalendarDate($0) },
                    to: to.flatMap { CalendarDate($0) }, isRaw: true), now: now)
        }
        let window = declared("2015-07-06", "2015-09-30")
        #expect(window.from == (try instant("2015-07-05T16:00:00Z")))
        #expect(window.to == (try instant("2015-09-30T15:59:59Z")))
        let map = try map(["2014-01-01T00:00:00Z", "2015-07-01T00:00:00Z", "2020-01-01T00:00:00Z"])
        #expect(window.choice(from: map.moments).isEmpty)
        #expect(
            declared("2015-07-06", nil).choice(from: map.moments).map(\.datetime) == [
                try instant("2015-07-01T00:00:00Z")
            ])
        #expect(
            declared(nil, "2019-07-06").choice(from: map.moments).map(\.datetime) == [
                try instant("2020-01-01T00:00:00Z")
            ])
        #expect(declared(nil, nil).choice(from: map.moments).count == 3)
        #expect(declared("2015-07-06", "2015-07-01").from < declared("2015-07-06", "2015-07-01").to)
    }

    @Test("whole days in Beijing begin eight hours before those of UTC")
    func window() throws {
        let day = try #require(CalendarDate("2015-07-06"))
        let window = MementoQuery.window(from: day, to: day)
        #expect(window.from == (try instant("2015-07-05T16:00:00Z")))
        #expect(window.to == (try instant("2015-07-06T15:59:59Z")))
    }
}
