import Material
import Testing

@testable import Transport

@Suite("Addresses")
struct AddressTests {
    @Test("blocks are read, written and matched by their leading bits")
    func ranges() throws {
        let ten = try #require(AddressRange("10.0.0.0/8"))
        #expect(ten.description == "10.0.0.0/8")
        #expect(ten.contains(try #require(IPAddress("10.255.0.1"))))
        #expect(!ten.contains(try #require(IPAddress("11.0.0.0"))))
        let odd = try #require(AddressRange("192.168.128.0/17"))
        #expect(odd.contains(try #require(IPAddress("192.168.200.3"))))
        #expect(!odd.contains(try #require(IPAddress("192.168.127.255"))))
        let one = try #require(AddressRange("::1"))
        #expect(one.description == "::1/128")
        #expect(one.contains(try #require(IPAddress("::1"))))
        #expect(!one.contains(try #require(IPAddress("::2"))))
        #expect(!one.contains(try #require(IPAddress("0.0.0.1"))))
        let all = try #require(AddressRange("0.0.0.0/0"))
        #expect(all.contains(try #require(IPAddress("255.255.255.255"))))
        #expect(!all.contains(try #require(IPAddress("::"))))
    }

    @Test(
        "what is no block is refused",
        arguments: [
            "", "/", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/+8", "10.0.0.1/8", "10.0.0/8",
            "10/8",
            "::/129", "fe80::1%eth0", "localhost", "10.0.0.0/8/8", "10.0.0.0/0008", "010.0.0.0/8",
            " 10.0.0.0/8",
        ])
    func noRange(text: String) { #expect(AddressRange(text) == nil) }

    @Test(
        "addresses that are not public are refused on every port",
        arguments: [
            "0.0.0.0", "0.1.2.3", "10.1.2.3", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.255.255.255",
            "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.88.99.1",
            "192.168.1.1", "198.18.0.1", "198.19.255.255", "198.51.100.7", "203.0.113.9", "224.0.0.1",
            "239.255.255.250", "240.0.0.1", "255.255.255.255", "::", "::1", "::2", "fe80::1", "febf::1",
            "fec0::1",
            "fc00::1", "fdff::1", "ff02::1", "100::1", "2001::1", "2001:db8::1", "3fff::1", "5f00::1",
            "4000::1",
            "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::127.0.0.1", "64:ff9b::a9fe:a9fe",
            "64:ff9b:1::1.1.1.1", "2002:7f00:1::", "2002:c0a8:101::1", "2620:4f:8000::1",
        ])
    func notPublic(text: String) throws {
        let address = try #require(IPAddress(text))
        #expect(AddressPolicy().verdict(address, port: 80) == .refused)
        #expect(AddressPolicy().verdict(address, port: 8_080) == .refused)
    }

    @Test(
        "public addresses are allowed on the ports of the web and no other",
        arguments: [
            "1.1.1.1", "100.63.255.255", "100.128.0.1", "172.15.0.1", "172.32.0.1", "192.0.1.1", "198.17.0.1",
            "223.255.255.255", "2400:da00::1", "2606:4700::1111", "::ffff:1.1.1.1", "64:ff9b::1.1.1.1",
        ])
    func isPublic(text: String) throws {
        let address = try #require(IPAddress(text))
        #expect(AddressPolicy().verdict(address, port: 80) == .allowed)
        #expect(AddressPolicy().verdict(address, port: 443) == .allowed)
        #expect(AddressPolicy().verdict(address, port: 22) == .portRefused)
    }

    @Test("an address that is allowed by name is allowed on any port, in its embedded forms, too")
    func allowed() throws {
        let policy = AddressPolicy(allowed: [try #require(AddressRange("127.0.0.0/8"))])
        for text in ["127.0.0.1", "::ffff:127.0.0.1"] {
            #expect(policy.verdict(try #require(IPAddress(text)), port: 8_099) == .allowed)
        }
        #expect(policy.verdict(try #require(IPAddress("::1")), port: 80) == .refused)
        #expect(policy.verdict(try #require(IPAddress("10.0.0.1")), port: 80) == .refused)
    }
}

@Suite("URLs")
struct WebURLTests {
    @Test("a URL comes out as it is sent: no fragment, Chinese percent-encoded, odd numbers as an address")
    func parts() throws {
        let url = try WebURL(" http://WWW.NPC.gov.cn/法律/a b.html?c=d#e ")
        #expect(url.string == "http://WWW.NPC.gov.cn/%E6%B3%95%E5%BE%8B/a%20b.html?c=d")
        #expect(url.host == "www.npc.gov.cn" && url.port == 80 && url.scheme == "http")
        #expect(url.target == "/%E6%B3%95%E5%BE%8B/a%20b.html?c=d")
        #expect(url.authority == "www.npc.gov.cn:80" && url.origin == "http://www.npc.gov.cn:80")
        #expect(try WebURL("https://[2400:DA00::1]:8443").authority == "[2400:da00::1]:8443")
        #expect(try WebURL("https://[2400:DA00::1]:8443").target == "/")
        #expect(try WebURL("http://2130706433/").host == "127.0.0.1")
        #expect(try WebURL("http://localhost./").host == "localhost")
    }

    @Test(
        "what is no URL of the web is refused",
        arguments: [
            "", "law.html", "/law.html", "file:///etc/passwd", "ftp://a.example/", "gopher://a.example/",
            "javascript:alert(1)", "data:text/html,x", "http://", "http://a@b.example/",
            "http://a:b@b.example/", "http://a.example:0/", "http://a.example:99999/", "http://a.example:x/",
            "http://a.example/\u{1}", "http://a.example/\u{0}b", "http://a.example/\r\nX: y", "http://.",
            "http://a b.example/",
        ])
    func refused(text: String) { #expect(throws: WebURL.Fault.self) { try WebURL(text) } }

    @Test("too long a URL is refused")
    func long() {
        let path = String(repeating: "a", count: WebURL.maximumLength)
        #expect(throws: WebURL.Fault.self) { try WebURL("http://a.example/" + path) }
    }

    @Test("references are resolved against the URL, in whatever bytes they come")
    func resolved() throws {
        let base = try WebURL("https://a.example/x/y.html?z")
        func resolved(_ text: String) throws -> String { try base.resolved(Array(text.utf8)).string }
        #expect(try resolved("b.html") == "https://a.example/x/b.html")
        #expect(try resolved("/b") == "https://a.example/b")
        #expect(try resolved("//b.example/c") == "https://b.example/c")
        #expect(try resolved("?q=法") == "https://a.example/x/y.html?q=%E6%B3%95")
        #expect(try resolved("../法 律") == "https://a.example/%E6%B3%95%20%E5%BE%8B")
        #expect(try resolved("http://b.example") == "http://b.example/")
        #expect(try base.resolved([0x2F, 0xB7, 0xA8]).string == "https://a.example/%B7%A8")
        #expect(throws: WebURL.Fault.self) { try resolved("file:///etc/passwd") }
        #expect(throws: WebURL.Fault.self) { try resolved("http://u@b.example/") }
    }
}

@Suite("Proxies")
struct ProxySettingsTests {
    private func proxy(_ environment: [String: String], _ url: String) throws -> String? {
        ProxySettings(environment: environment).proxy(for: try WebURL(url))
    }

    @Test("the scheme chooses the variable, and upper-case HTTP_PROXY is not read")
    func scheme() throws {
        let both = ["http_proxy": "http://p:1", "HTTPS_PROXY": "http://p:2"]
        #expect(try proxy(both, "http://a.example/") == "http://p:1")
        #expect(try proxy(both, "https://a.example/") == "http://p:2")
        #expect(try proxy(["HTTP_PROXY": "http://p:1"], "http://a.example/") == nil)
        #expect(try proxy(["ALL_PROXY": "http://p:1"], "http://a.example/") == "http://p:1")
        #expect(try proxy(["http_proxy": ""], "http://a.example/") == nil)
    }

    @Test("no_proxy names hosts with all below them, addresses and blocks")
    func exceptions() throws {
        func isDirect(_ exceptions: String, _ url: String) throws -> Bool {
            try proxy(["http_proxy": "http://p:1", "no_proxy": exceptions], url) == nil
        }
        #expect(try isDirect("*", "http://a.example/"))
        #expect(try isDirect("b.example, a.example", "http://a.example/"))
        #expect(try isDirect(".a.example", "http://x.a.example/"))
        #expect(try isDirect("*.a.example", "http://x.a.example/"))
        #expect(try !isDirect("a.example", "http://ba.example/"))
        #expect(try !isDirect("", "http://a.example/"))
        #expect(try isDirect("10.0.0.0/8", "http://10.1.2.3/"))
        #expect(try isDirect("::1", "http://[::1]/"))
        #expect(try !isDirect("10.0.0.0/8", "http://11.1.2.3/"))
    }

    @Test("the settings take proxies and trusted certificates from an environment")
    func settings() {
        var settings = loopbackClient().settings
        settings.certificateFile = "/before"
        settings.read(environment: ["SSL_CERT_FILE": ""])
        #expect(settings.certificateFile == "/before" && settings.proxies == ProxySettings())
        settings.read(environment: ["SSL_CERT_FILE": "/after", "all_proxy": "http://p:1", "NO_PROXY": "a"])
        #expect(settings.certificateFile == "/after")
        #expect(settings.proxies == ProxySettings(http: "http://p:1", https: "http://p:1", exceptions: "a"))
    }
}
