import Material
import Testing

@testable import Transport

@Suite("Trying again")
struct RetryTests {
    private func get(
        attempts: Int = 3, deadline: Double = 20, settings: @escaping (inout HTTPSettings) -> Void = { _ in },
        _ script: @escaping @Sendable (TestServer.Request) -> [TestServer.Step]
    ) async throws -> (FetchResult, [TestServer.Request]) {
        let server = try TestServer(script)
        let limits = FetchLimits(deadline: deadline, connect: 1, attempts: attempts)
        let result = await loopbackClient(settings: settings).get(server.url("/"), limits: limits)
        return (result, server.requests)
    }

    /// Seconds between two requests; 0 where the second was not made.
    private func gap(_ requests: [TestServer.Request], _ place: Int) -> Double {
        requests.indices.contains(place) ? (requests[place].time - requests[place - 1].time) / .seconds(1) : 0
    }

    @Test("a failure that may pass is tried again, and the attempts are counted")
    func again() async throws {
        let (result, requests) = try await get { request in
            switch request.number {
            case 1: [.answer("502 Bad Gateway")]
            case 2: [.answer(body: [1], length: "9")]
            default: [.answer("200 OK", [], "law")]
            }
        }
        #expect(result.text == "law" && requests.count == 3 && result.exchange.attempts == 3)
    }

    @Test("no more is tried than the limit says, and what will not pass is not tried again")
    func enough() async throws {
        let (busy, four) = try await get(attempts: 4) { _ in [.answer("503 Busy")] }
        #expect(busy.kind == .status && four.count == 4 && busy.exchange.attempts == 4)
        #expect(busy.failure?.isTransient == true)
        for status in ["404 Not Found", "403 Forbidden", "412 Challenge", "521 Challenge", "206 Partial"] {
            let (result, requests) = try await get { _ in [.answer(status)] }
            #expect(result.kind == .status && requests.count == 1, "\(status)")
        }
        let (_, garbage) = try await get { _ in [.text("no HTTP")] }
        #expect(garbage.count == 1)
    }

    @Test("the wait doubles, less a random part")
    func backoff() {
        let whole = Backoff(base: 1, cap: 5, random: { 0 })
        #expect([1, 2, 3, 4, 5, 99].map { whole.wait(after: $0) } == [1, 2, 4, 5, 5, 5])
        let half = Backoff(base: 1, cap: 5, random: { 1 })
        #expect([1, 2, 3, 4].map { half.wait(after: $0) } == [0.5, 1, 2, 2.5])
        #expect(Backoff(base: 9, cap: 5, random: { 0 }).wait(after: 1) == 5)
        let chance = Backoff()
        #expect((0..<100).allSatisfy { _ in (0.5...1).contains(chance.wait(after: 1)) })
    }

    @Test("no request is made earlier than Retry-After asks, in seconds and as a date")
    func retryAfter() async throws {
        let (result, requests) = try await get { request in
            request.number == 1 ? [.answer("429 Slow", ["Retry-After: 1"])] : [.answer("200 OK", [], "law")]
        }
        #expect(result.text == "law" && requests.count == 2)
        #expect(gap(requests, 1) >= 1)
        let clock: @Sendable () -> Instant = { Instant(secondsSince1970: 784_111_777) }
        let (dated, twice) = try await get(settings: { $0.now = clock }) { request in
            request.number == 1
                ? [.answer("503 Busy", ["Retry-After: Sun, 06 Nov 1994 08:49:38 GMT"])]
                : [.answer("200 OK", [], "law")]
        }
        #expect(dated.text == "law" && twice.count == 2)
        #expect(gap(twice, 1) >= 1)
    }

    @Test(
        "a Retry-After beyond what we wait defers the source at once, never negative, never too large to add",
        arguments: [
            ("3", Int64(3)), ("86400", 86_400), ("99999999999999999999999999", RetryAfter.longest),
            ("Fri, 31 Dec 9999 23:59:59 GMT", RetryAfter.longest),
        ])
    func deferred(value: String, seconds: Int64) async throws {
        let (result, requests) = try await get(deadline: 2) { _ in
            [.answer("429 Slow", ["Retry-After: \(value)"])]
        }
        #expect(result.kind == .deferred && requests.count == 1)
        #expect(result.failure?.retryAfter == seconds)
        #expect(result.failure?.isTransient == false && result.exchange.status == 429)
    }

    @Test("a wait that the deadline would allow and the cap does not is deferred, too")
    func cap() async throws {
        let (result, requests) = try await get(deadline: 20, settings: { $0.longestWait = 1 }) { _ in
            [.answer("503 Busy", ["Retry-After: 2"])]
        }
        #expect(result.kind == .deferred && requests.count == 1)
    }

    @Test(
        "a Retry-After that makes no sense or lies in the past leaves our own wait",
        arguments: [
            "-5", "soon", "", "1.5", "Sun, 06 Nov 1994 08:49:37 GMT", "0", "Sun, 99 Nov 1994 08:49:37 GMT",
        ])
    func senseless(value: String) async throws {
        let (result, requests) = try await get(settings: { $0.backoff.base = 0.1 }) { request in
            request.number == 1
                ? [.answer("503 Busy", ["Retry-After: \(value)"])] : [.answer("200 OK", [], "law")]
        }
        #expect(result.text == "law" && requests.count == 2)
        #expect(gap(requests, 1) >= 0.1)
    }

    @Test("the last attempt still says when to come back")
    func last() async throws {
        let (result, _) = try await get(attempts: 1) { _ in [.answer("503 Busy", ["Retry-After: 1"])] }
        #expect(result.kind == .status && result.failure?.retryAfter == 1)
    }
}

@Suite("Dates of HTTP")
struct HTTPDateTests {
    @Test(
        "all three forms are read",
        arguments: [
            "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
        ])
    func forms(text: String) {
        #expect(HTTPDate.instant(text) == Instant(secondsSince1970: 784_111_777))
    }

    @Test("leap days, the beginning of the count and years far away are right")
    func edges() {
        #expect(HTTPDate.instant("Thu, 01 Jan 1970 00:00:00 GMT")?.secondsSince1970 == 0)
        #expect(HTTPDate.instant("Wed, 31 Dec 1969 23:59:59 GMT")?.secondsSince1970 == -1)
        #expect(HTTPDate.instant("Thu, 29 Feb 2024 12:00:00 GMT")?.secondsSince1970 == 1_709_208_000)
        #expect(HTTPDate.instant("Fri, 01 Mar 2024 00:00:00 GMT")?.secondsSince1970 == 1_709_251_200)
        #expect(HTTPDate.instant("Tue, 19 Jan 2038 03:14:08 GMT")?.secondsSince1970 == 2_147_483_648)
        #expect(HTTPDate.instant("Fri, 31 Dec 9999 23:59:59 GMT")?.secondsSince1970 == 253_402_300_799)
    }

    @Test(
        "what is no date is none",
        arguments: [
            "", "now", "2024-02-29T12:00:00Z", "Sun, 06 Nov 1994 08:49:37 CST",
            "Sun, 06 Nov 1994 24:00:00 GMT",
            "Sun, 06 Nov 1994 08:49 GMT", "Sun, 6 Foo 1994 08:49:37 GMT", "Sun, 00 Nov 1994 08:49:37 GMT",
            "Sun, 06 Nov 99999 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:-7 GMT",
        ])
    func none(text: String) { #expect(HTTPDate.instant(text) == nil) }
}
