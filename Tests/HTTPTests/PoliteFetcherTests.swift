import Material
import Testing

@testable import Transport

@Suite("Politeness")
struct PoliteFetcherTests {
    private func page(
        _ robots: @escaping @Sendable (TestServer.Request) -> [TestServer.Step]
    ) throws -> TestServer {
        try TestServer { request in
            request.target == "/robots.txt" ? robots(request) : [.answer("200 OK", [], "law")]
        }
    }

    private func get(_ fetcher: PoliteFetcher, _ url: String, deadline: Double = 20) async -> FetchResult {
        await fetcher.fetch(
            FetchRequest(url: url, limits: FetchLimits(deadline: deadline, connect: 5, attempts: 1)))
    }

    @Test("robots.txt is read once for a host, with our name, and obeyed")
    func obeyed() async throws {
        let server = try page { _ in [.answer("200 OK", [], "User-agent: Lexwatch\nDisallow: /private\n")] }
        let fetcher = PoliteFetcher(loopbackClient())
        #expect(await get(fetcher, server.url("/law")).text == "law")
        let refused = await get(fetcher, server.url("/private/x"))
        #expect(refused.kind == .robots && refused.failure?.isTransient == false)
        #expect(server.requests.map(\.target) == ["/robots.txt", "/law"])
        #expect(server.requests.first?.fields["user-agent"]?.hasPrefix("Lexwatch/") == true)
        #expect(
            await get(PoliteFetcher(loopbackClient(), robots: false), server.url("/private/x")).text == "law")
    }

    @Test("a redirect into what robots.txt forbids ends there")
    func redirected() async throws {
        let server = try TestServer { request in
            switch request.target {
            case "/robots.txt": [.answer("200 OK", [], "User-agent: *\nDisallow: /private\n")]
            case "/a": [.answer("302 Found", ["Location: /private"])]
            default: [.answer("200 OK", [], "secret")]
            }
        }
        let result = await get(PoliteFetcher(loopbackClient()), server.url("/a"))
        #expect(result.kind == .robots && result.exchange.hops.count == 1)
        #expect(server.requests(for: "/private").isEmpty)
    }

    @Test(
        "no robots.txt, or a page in its place, forbids nothing",
        arguments: ["404", "403", "410", "html", "large", "loop"])
    func unavailable(kind: String) async throws {
        let server = try page { _ in
            switch kind {
            case "html": [.answer("200 OK", ["Content-Type: text/html"], "User-agent: *\nDisallow: /")]
            case "large":
                [
                    .text("HTTP/1.1 200 OK\r\n\r\n"),
                    .forever(Array(String(repeating: "# no rule\n", count: 999).utf8), pause: 0),
                ]
            case "loop": [.answer("302 Found", ["Location: /robots.txt"])]
            default: [.answer("\(kind) No", [], "User-agent: *\nDisallow: /")]
            }
        }
        #expect(await get(PoliteFetcher(loopbackClient()), server.url("/law")).text == "law")
    }

    @Test(
        "a robots.txt that cannot be had forbids everything for now",
        arguments: ["500", "503", "429", "cut", "garbage"])
    func unreachable(kind: String) async throws {
        let server = try page { _ in
            switch kind {
            case "cut": [.answer(body: [0x23], length: "9")]
            case "garbage": [.text("no HTTP")]
            default: [.answer("\(kind) Busy")]
            }
        }
        let fetcher = PoliteFetcher(loopbackClient())
        let result = await get(fetcher, server.url("/law"))
        #expect(result.kind == .robots && result.failure?.isTransient == true)
        let asked = server.requests.count
        #expect(await get(fetcher, server.url("/law")).kind == .robots)
        #expect(server.requests.count == asked)
        await fetcher.forgetFailures()
        #expect(await get(fetcher, server.url("/law")).kind == .robots)
        #expect(server.requests.count == 2 * asked)
        #expect(server.requests(for: "/law").isEmpty)
    }

    @Test("a slow robots.txt is within the total deadline")
    func slow() async throws {
        let server = try page { _ in [.hold] }
        let result = await get(PoliteFetcher(loopbackClient()), server.url("/law"), deadline: 1)
        try await server.settle()
        #expect(result.kind == .robots)
        #expect(server.requests.map(\.target) == ["/robots.txt"])
        #expect((0.2...2).contains(server.span), "\(server.span)")
    }

    @Test("failures that the page would share keep their own names")
    func named() async throws {
        let fetcher = PoliteFetcher(loopbackClient(allowed: []))
        #expect(await get(fetcher, "http://127.0.0.1/").kind == .addressRefused)
        let closed = try TestServer { _ in [] }.port
        let result = await get(PoliteFetcher(loopbackClient()), "http://127.0.0.1:\(closed)/")
        #expect(result.kind == .connect)
    }

    @Test("one request at a time at a host, and hosts side by side; redirects wait for their turn, too")
    func turns() async throws {
        let servers = try (0..<3).map { _ in
            try TestServer { request in
                if request.target == "/robots.txt" { return [.answer("404 Not Found")] }
                return [.wait(0.02), .answer("200 OK", [], "law")]
            }
        }
        let ports = servers.map(\.port)
        let door = try TestServer { request in
            let port = ports[(Int(request.target.dropFirst()) ?? 0) % ports.count]
            return request.target == "/robots.txt"
                ? [.answer("404 Not Found")]
                : [.answer("302 Found", ["Location: http://127.0.0.1:\(port)/x"])]
        }
        let fetcher = PoliteFetcher(loopbackClient(), hostsAtOnce: 2)
        await withTaskGroup { group in
            for number in 0..<12 {
                group.addTask {
                    #expect(await get(fetcher, servers[number % 3].url("/\(number)")).text == "law")
                }
                group.addTask { #expect(await get(fetcher, door.url("/\(number)")).text == "law") }
            }
        }
        for server in servers + [door] { #expect(server.mostAtOnce == 1) }
        #expect(servers.allSatisfy { $0.requests(for: "/robots.txt").count == 1 })
    }
}
