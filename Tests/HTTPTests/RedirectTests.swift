import Material
import Testing

@testable import Transport

@Suite("Redirects")
struct RedirectTests {
    @Test(
        "each of the five statuses is followed, and the whole chain is kept",
        arguments: [301, 302, 303, 307, 308])
    func followed(status: Int) async throws {
        let server = try TestServer { request in
            switch request.target {
            case "/a": [.answer("\(status) Moved", ["Location: b/法?x=1"], "moved")]
            case "/b/%E6%B3%95?x=1":
                [
                    .answer(
                        "\(status) Moved",
                        [
                            "Location: //localhost:\(request.fields["host"]?.split(separator: ":").last ?? "")/c"
                        ])
                ]
            default: [.answer("200 OK", [], "law")]
            }
        }
        let result = await loopbackClient().get(server.url("/a"))
        #expect(result.text == "law")
        let hops = result.exchange.hops
        #expect(hops.map(\.status) == [status, status, 200])
        #expect(hops.map(\.url).last == "http://localhost:\(server.port)/c")
        #expect(hops.first?.fields.contains(Exchange.Field("Location", "b/法?x=1")) == true)
    }

    @Test("a redirect is followed at once, however long its own body takes")
    func body() async throws {
        let server = try TestServer { request in
            request.target == "/a"
                ? [.answer("302 Found", ["Location: /b"], body: [], length: "100"), .hold]
                : [.answer("200 OK", [], "law")]
        }
        #expect(await loopbackClient().get(server.url("/a")).text == "law")
    }

    @Test("a loop is named, of one URL and of several")
    func loop() async throws {
        let server = try TestServer { request in
            [
                .answer(
                    "302 Found",
                    ["Location: \(request.target == "/a" ? "/b" : request.target == "/b" ? "/a" : "")"])
            ]
        }
        for target in ["/a", "/c"] {
            let result = await loopbackClient().get(server.url(target))
            #expect(result.kind == .redirects)
            #expect(result.failure?.message.contains("loop") == true)
        }
        #expect(server.requests.count == 3)
    }

    @Test("no more are followed than the limit says")
    func many() async throws {
        let server = try TestServer { request in
            let place = Int(request.target.dropFirst()) ?? 0
            return place == 3
                ? [.answer("200 OK", [], "law")] : [.answer("302 Found", ["Location: /\(place + 1)"])]
        }
        #expect(
            await loopbackClient().get(server.url("/0"), limits: .once { $0.redirects = 3 }).text == "law")
        let result = await loopbackClient().get(server.url("/0"), limits: .once { $0.redirects = 2 })
        #expect(result.kind == .redirects)
        #expect(result.exchange.hops.count == 3)
        #expect(
            await loopbackClient().get(server.url("/2"), limits: .once { $0.redirects = 0 }).kind
                == .redirects)
    }

    @Test(
        "a redirect to another scheme, to a user name or to nothing sensible is refused",
        arguments: [
            "file:///etc/passwd", "ftp://127.0.0.1/", "javascript:alert(1)", "data:,x", "http://a@127.0.0.1/",
            "http://", "gopher://127.0.0.1/_x", "http://127.0.0.1:0/",
        ])
    func refused(location: String) async throws {
        let server = try TestServer { _ in [.answer("302 Found", ["Location: \(location)"])] }
        let result = await loopbackClient().get(server.url("/"))
        #expect(result.kind == .redirectRefused)
        #expect(result.exchange.status == 302)
        #expect(server.requests.count == 1)
    }

    @Test("a redirect status without a place to go is a status", arguments: [300, 302, 304, 305])
    func nowhere(status: Int) async throws {
        let server = try TestServer { _ in [.answer("\(status) Somewhere")] }
        #expect(await loopbackClient().get(server.url("/")).kind == .status)
    }
}
