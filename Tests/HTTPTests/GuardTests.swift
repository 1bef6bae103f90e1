import Material
import Testing

@testable import Transport

@Suite("No request reaches an address inside")
struct GuardTests {
    /// Every way to write an address of this machine or of its network that we could think of; PORT is the canary's.
    private static let forms = [
        "http://127.0.0.1:PORT/", "http://127.1:PORT/", "http://127.0.1:PORT/", "http://2130706433:PORT/",
        "http://0x7f.1:PORT/", "http://0x7f000001:PORT/", "http://017700000001:PORT/",
        "http://0177.0.0.1:PORT/",
        "http://0x7f.0x0.0x0.0x1:PORT/", "http://127.0.0.1.:PORT/", "http://127.127.127.127:PORT/",
        "http://0.0.0.0:PORT/", "http://0:PORT/", "http://0x0:PORT/", "http://0.0:PORT/",
        "http://localhost:PORT/", "http://localhost.:PORT/", "http://LOCALHOST:PORT/",
        "http://LocalHost:PORT/",
        "http://a.localhost:PORT/", "http://ip6-localhost:PORT/", "http://[::1]:PORT/",
        "http://[0:0:0:0:0:0:0:1]:PORT/",
        "http://[::]:PORT/", "http://[::ffff:127.0.0.1]:PORT/", "http://[::ffff:7f00:1]:PORT/",
        "http://[0:0:0:0:0:ffff:127.0.0.1]:PORT/", "http://[::127.0.0.1]:PORT/",
        "http://[64:ff9b::127.0.0.1]:PORT/",
        "http://[2002:7f00:1::]:PORT/", "http://[fe80::1]:PORT/", "http://[fe80::1%25lo]:PORT/",
        "http://[::1%25lo]:PORT/", "http://a@127.0.0.1:PORT/", "http://a:b@127.0.0.1:PORT/",
        "http://www.npc.gov.cn@127.0.0.1:PORT/", "http://127.0.0.1:PORT@www.npc.gov.cn/",
        "http://127.0.0.1:PORT#@www.npc.gov.cn/", "http://127.0.0.1:PORT\\@www.npc.gov.cn/",
        "http://１２７.0.0.1:PORT/", "http://①②⑦.0.0.1:PORT/", "http://127。0。0。1:PORT/", "http:127.0.0.1:PORT/",
        "http:/127.0.0.1:PORT/", "http:\\\\127.0.0.1:PORT/", "//127.0.0.1:PORT/", "HTTP://127.0.0.1:PORT/",
        "https://127.0.0.1:PORT/", "http://169.254.169.254:PORT/", "http://10.0.0.1:PORT/",
        "http://192.168.0.1:PORT/",
        "http://172.17.0.1:PORT/", "http://224.0.0.1:PORT/", "http://255.255.255.255:PORT/",
        "http://%31%32%37.0.0.1:PORT/",
        "http://127.0.0.1%00.example:PORT/", "http://127.0.0.1%2eexample:PORT/", "http://4294967297:PORT/",
        "gopher://127.0.0.1:PORT/", "dict://127.0.0.1:PORT/", "ftp://127.0.0.1:PORT/",
        "file://127.0.0.1/etc/passwd",
    ]

    private static let refusals: Set<FetchFailure.Kind> = [.addressRefused, .badURL, .name]

    @Test("whatever way it is written, the canary is not even connected to")
    func directly() async throws {
        let canary = try TestServer(everywhere: true) { _ in [.answer("200 OK", [], "secret")] }
        #expect(Self.forms.count >= 60)
        let fetcher = loopbackClient(allowed: [])
        await withTaskGroup { group in
            for form in Self.forms {
                let url = form.replacing("PORT", with: "\(canary.port)")
                group.addTask {
                    let result = await fetcher.get(url, limits: .once)
                    let kind = result.kind
                    #expect(kind.map { Self.refusals.contains($0) } == true, "\(url): \(result)")
                }
            }
        }
        #expect(canary.connections == 0)
        // And it is there to be found.
        #expect(await loopbackClient().get(canary.url("/")).text == "secret")
    }

    @Test("a redirect to any of them ends there")
    func redirected() async throws {
        let canary = try TestServer(everywhere: true) { _ in [.answer("200 OK", [], "secret")] }
        let forms = Self.forms.map { $0.replacing("PORT", with: "\(canary.port)") }
        let server = try TestServer(everywhere: true) { request in
            let place = Int(request.target.dropFirst()) ?? 0
            return [.answer("302 Found", ["Location: \(forms[place])"])]
        }
        // The server may be reached by its own address only.
        let fetcher = loopbackClient(allowed: ["127.0.0.2/32"])
        let kinds = Self.refusals.union([.redirectRefused])
        await withTaskGroup { group in
            for place in forms.indices {
                group.addTask {
                    let url = "http://127.0.0.2:\(server.port)/\(place)"
                    let result = await fetcher.get(url, limits: .once)
                    // A reference without a scheme and host stays on the server, which then sends it in a loop.
                    let isRefused = result.kind.map { kinds.contains($0) || $0 == .redirects } == true
                    #expect(isRefused, "\(forms[place]): \(result)")
                    #expect(result.document == nil)
                }
            }
        }
        #expect(canary.connections == 0)
    }

    @Test("a port beside those of the web is refused before anything is sent to it")
    func port() async throws {
        let result = await loopbackClient(allowed: []).get("http://1.1.1.1:22/")
        #expect(result.kind == .badURL)
        #expect(result.failure?.message.contains("port 22") == true)
    }

    @Test("behind a proxy the proxy's address is allowed, and what the URL itself names inside is refused")
    func proxy() async throws {
        let proxy = try TestServer(everywhere: true) { _ in [.answer("200 OK", [], "by proxy")] }
        let fetcher = loopbackClient(allowed: []) { $0.proxies = ProxySettings(http: proxy.url("")) }
        let result = await fetcher.get("http://law.example.invalid/a")
        #expect(result.text == "by proxy")
        #expect(result.exchange.hops.first?.address == nil)
        #expect(proxy.requests.map(\.target) == ["http://law.example.invalid/a"])
        for url in ["http://127.0.0.1/", "http://localhost/", "http://2130706433/", "http://[::1]/"] {
            #expect(await fetcher.get(url).kind == .addressRefused, "\(url)")
        }
        #expect(await fetcher.get("http://law.example.invalid:22/").kind == .badURL)
        #expect(proxy.connections == 1)
    }

    @Test("https goes through a tunnel of the proxy, whose refusal is no page")
    func tunnel() async throws {
        let proxy = try TestServer { _ in [.answer("502 No", [], "<html>a page of the proxy</html>")] }
        let fetcher = loopbackClient(allowed: []) { $0.proxies = ProxySettings(https: proxy.url("")) }
        let result = await fetcher.get("https://law.example.invalid/a")
        #expect(result.kind == .broken && result.exchange.status == nil)
        #expect(proxy.requests.map(\.target) == ["law.example.invalid:443"])
    }
}
