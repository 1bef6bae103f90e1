import Material
import Testing

@testable import Transport

@Suite("Statuses")
struct StatusTests {
    @Test(
        "only 200 brings a document; every other status fails with its body kept",
        arguments: [
            201, 202, 203, 206, 400, 401, 403, 404, 408, 410, 412, 425, 429, 451, 500, 501, 502, 503, 504,
            521, 599,
        ])
    func others(status: Int) async throws {
        let server = try TestServer { _ in
            [.answer("\(status) Something", ["Content-Type: text/html"], "<script>challenge</script>")]
        }
        let failure = try #require(await loopbackClient().get(server.url("/")).failure)
        #expect(failure.kind == .status)
        #expect(failure.exchange.status == status)
        #expect(String(decoding: failure.bytes, as: UTF8.self) == "<script>challenge</script>")
        #expect(failure.message.contains("\(status)"))
        #expect(failure.isTransient == [408, 425, 429, 500, 502, 503, 504].contains(status))
    }

    @Test("204 has no body, whatever it announces")
    func none() async throws {
        let server = try TestServer { _ in [.text("HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\n")] }
        let failure = try #require(await loopbackClient().get(server.url("/")).failure)
        #expect(failure.kind == .status && failure.exchange.status == 204)
    }

    @Test("304 answers a conditional request and nothing else")
    func notModified() async throws {
        let server = try TestServer { _ in
            [.text("HTTP/1.1 304 Not Modified\r\nContent-Length: 70\r\n\r\n"), .hold]
        }
        let validators = Validators(etag: "W/\"a\"", lastModified: "Sun, 06 Nov 1994 08:49:37 GMT")
        let asked = await loopbackClient().fetch(
            FetchRequest(url: server.url("/"), validators: validators, limits: .once))
        guard case .notModified(let exchange) = asked else {
            Issue.record("\(asked)")
            return
        }
        #expect(exchange.status == 304)
        #expect(server.requests.first?.fields["if-none-match"] == "W/\"a\"")
        #expect(server.requests.first?.fields["if-modified-since"] == "Sun, 06 Nov 1994 08:49:37 GMT")
        let unasked = await loopbackClient().get(server.url("/"))
        #expect(unasked.kind == .status && unasked.exchange.status == 304)
        let empty = await loopbackClient().fetch(
            FetchRequest(url: server.url("/"), validators: Validators(), limits: .once))
        #expect(empty.kind == .status)
    }

    @Test("a large body of an error is cut, not refused, and in a coding it is unpacked where it can be")
    func largeError() async throws {
        let server = try TestServer { request in
            request.target == "/coded"
                ? [.answer("503 Busy", ["Content-Encoding: gzip"], "not gzip")]
                : [
                    .text("HTTP/1.1 404 Not Found\r\n\r\n"),
                    .forever([UInt8](repeating: 0x61, count: 9_999), pause: 0),
                ]
        }
        let fetcher = loopbackClient { $0.failureBytes = 20_000 }
        let failure = try #require(await fetcher.get(server.url("/")).failure)
        #expect(failure.kind == .status && failure.bytes.count == 20_000)
        #expect(await fetcher.get(server.url("/coded")).exchange.status == 503)
        #expect(await fetcher.get(server.url("/coded")).kind == .status)
    }

    @Test("interim responses are passed over")
    func interim() async throws {
        let server = try TestServer { _ in
            [
                .text("HTTP/1.1 103 Early Hints\r\nX: interim\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n"),
                .answer("200 OK", ["X: final"], "law"),
            ]
        }
        let result = await loopbackClient().get(server.url("/"))
        #expect(result.text == "law")
        #expect(
            result.exchange.hops.first?.fields.filter { $0.name == "X" } == [Exchange.Field("X", "final")])
    }
}

@Suite("Fields")
struct FieldTests {
    @Test("we say who we are and what we read, and send no cookies")
    func sent() async throws {
        let server = try TestServer { _ in [.answer("200 OK", ["Set-Cookie: a=b"], "law")] }
        let fetcher = loopbackClient()
        let request = FetchRequest(
            url: server.url("/"),
            fields: [
                Exchange.Field("Accept-Datetime", "Sun, 06 Nov 1994 08:49:37 GMT"),
                Exchange.Field("accept", "text/plain"),
                Exchange.Field("X-Empty", ""),
            ], limits: .once)
        #expect(await fetcher.fetch(request).text == "law")
        _ = await fetcher.get(server.url("/"))
        let first = try #require(server.requests.first).fields
        #expect(first["user-agent"] == "Lexwatch/0 (+mailto:tests@example.invalid)")
        #expect(first["accept-datetime"] == "Sun, 06 Nov 1994 08:49:37 GMT")
        #expect(first["accept"] == "text/plain" && first["x-empty"] == "")
        #expect(first["accept-encoding"] == "gzip, deflate, br" && first["connection"] == "close")
        #expect(first["accept-language"]?.hasPrefix("zh-CN") == true)
        let second = try #require(server.requests.last).fields
        #expect(second["accept"]?.hasPrefix("text/html") == true)
        #expect(second["cookie"] == nil && second["authorization"] == nil && second["if-none-match"] == nil)
    }

    @Test(
        "a field that would break the request apart, or is the client's own, is refused",
        arguments: [
            ("X-A", "a\r\nX-B: c"), ("X-A", "a\nb"), ("X-A\r\nX", "b"), ("X A", "b"), ("", "b"), ("X:", "b"),
            ("Host", "b.example"), ("Cookie", "a=b"), ("authorization", "Basic eA=="),
            ("Content-Length", "5"),
            ("X-A", "a\u{0}b"),
        ])
    func refused(name: String, value: String) async throws {
        let server = try TestServer { _ in [.answer()] }
        let result = await loopbackClient().fetch(
            FetchRequest(url: server.url("/"), fields: [Exchange.Field(name, value)], limits: .once))
        #expect(result.kind == .badURL)
        #expect(server.connections == 0)
    }

    @Test("validators that hold control characters are not sent back")
    func validators() async throws {
        let server = try TestServer { _ in [.answer("200 OK", [], "law")] }
        let result = await loopbackClient().fetch(
            FetchRequest(url: server.url("/"), validators: Validators(etag: "a\r\nX: y"), limits: .once))
        #expect(result.text == "law")
        #expect(server.requests.first?.fields["x"] == nil)
        #expect(server.requests.first?.fields["if-none-match"] == nil)
    }

    @Test("more bytes or lines of fields than the limit are refused, also without an end")
    func limits() async throws {
        let server = try TestServer { request in
            switch request.target {
            case "/long": [.answer("200 OK", ["X: " + String(repeating: "a", count: 70_000)], "law")]
            case "/huge":
                [.text("HTTP/1.1 200 OK\r\nX: "), .forever([UInt8](repeating: 0x61, count: 9_999), pause: 0)]
            case "/many": [.answer("200 OK", (0..<300).map { "X-\($0): a" }, "law")]
            case "/interim": [.forever(Array("HTTP/1.1 100 Continue\r\nX: y\r\n\r\n".utf8), pause: 0)]
            case "/trailers":
                [
                    .text("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n"),
                    .forever(Array("X: y\r\n".utf8), pause: 0),
                ]
            default: [.answer("200 OK", (0..<200).map { "X-\($0): a" }, "law")]
            }
        }
        #expect(await loopbackClient().get(server.url("/fits")).text == "law")
        for target in ["/long", "/huge", "/many", "/interim", "/trailers"] {
            #expect(await loopbackClient().get(server.url(target)).kind == .fieldsTooLarge, "\(target)")
        }
    }
}
