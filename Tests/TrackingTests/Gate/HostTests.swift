import Material
import Testing

@testable import Tracking

@Suite("Where the answer came from")
struct HostTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let host: String
        let urls: [String]
        /// `reviewer`, `second-capture` or nothing.
        let release: String
        var testDescription: String { "\(host) → \(urls.last ?? "")" }

        init(_ host: String, _ urls: String..., release: String = "") {
            self.host = host
            self.urls = urls
            self.release = release
        }
    }

    static let cases: [Case] = [
        Case("www.npc.gov.cn", "http://www.npc.gov.cn/a/b.html"),
        Case("www.npc.gov.cn", "https://WWW.NPC.GOV.CN:443/a/b.html"),
        Case("www.npc.gov.cn", "https://npc.gov.cn./a/b.html"),
        Case("npc.gov.cn", "http://npc.gov.cn/a.html", "https://www.npc.gov.cn/a.html"),
        Case("127.0.0.1", "http://127.0.0.1:8099/law"),
        Case("", "http://anywhere.example/law"),
        Case("www.npc.gov.cn", "http://old.npc.gov.cn/a.html", release: "second-capture"),
        Case(
            "www.cac.gov.cn", "https://www.cac.gov.cn/a", "https://wap.cac.gov.cn/a",
            release: "second-capture"),
        Case("flk.example.com.cn", "https://www.example.com.cn/a", release: "second-capture"),
        Case("www.npc.gov.cn", "https://www.miit.gov.cn/a.html", release: "reviewer"),
        Case("www.a.com.cn", "https://www.b.com.cn/a.html", release: "reviewer"),
        Case("127.0.0.1", "http://127.0.0.2/law", release: "reviewer"),
        Case("www.npc.gov.cn", "http://www.npc.gov.cn/a", "http://park.example/", release: "reviewer"),
        Case("www.npc.gov.cn", "http://npc.gov.cn.evil.example/a.html", release: "reviewer"),
        Case("www.npc.gov.cn", "http://www.npc.gov.cn@evil.example/a.html", release: "reviewer"),
        Case("127.0.0.1", "http://127.0.0.1/law", "http://127.0.0.1/_login", release: "reviewer"),
        Case("a.cn", "http://a.cn/x", "http://a.cn/user/Login.aspx?back=x", release: "reviewer"),
        Case("a.cn", "http://a.cn/x", "http://a.cn/passport", release: "reviewer"),
        Case("a.cn", "http://a.cn/x", "http://a.cn/sso;jsessionid=1", release: "reviewer"),
        Case("a.cn", "http://a.cn/laws/catalogue/1.html"),
        Case("a.cn", "https://a.cn/law.html", "http://a.cn/law.html", release: "reviewer"),
        Case("a.cn", "http://a.cn/law.html", "https://a.cn/law.html"),
        Case("a.cn", "http://a.cn/laws/1.html", "http://a.cn/", release: "reviewer"),
        Case("a.cn", "http://a.cn/laws/1.html", "http://a.cn/index.html", release: "reviewer"),
        Case("a.cn", "http://a.cn/laws/1.html", "http://a.cn/404.html", release: "reviewer"),
        Case("a.cn", "http://a.cn/laws/1", "http://a.cn/laws/1/index.html"),
        Case("a.cn", "http://a.cn/"),
        Case("www.npc.gov.cn", "https://web.archive.org/web/20150706/http://www.npc.gov.cn/a.htm"),
        Case(
            "www.npc.gov.cn", "http://127.0.0.1/web/http://www.npc.gov.cn/a.htm",
            "http://127.0.0.1/web/2015mp_/http://www.npc.gov.cn:80/a.htm"),
        Case(
            "www.npc.gov.cn", "https://web.archive.org/web/http://www.npc.gov.cn/a.htm",
            "https://evil.example/a",
            release: "reviewer"),
        Case(
            "www.npc.gov.cn", "https://web.archive.org/web/2015/http://www.other.cn/a.htm",
            release: "reviewer"),
    ]

    @Test("is where we asked, or is told", arguments: cases)
    func judged(_ scene: Case) {
        let moment = Instant(secondsSince1970: 0)
        let exchange = Exchange(hops: scene.urls.map { .init(url: $0, started: moment, finished: moment) })
        let signals = PageGate.signals(
            GateScene.input(
                GateScene.law(), subject: GateSubject(titles: [GateScene.title], host: scene.host),
                exchange: exchange))
        #expect(signals.map(\.release.rawValue) == (scene.release.isEmpty ? [] : [scene.release]))
        #expect(signals.allSatisfy { $0.kind == .host })
    }

    @Test(
        "is read without trapping",
        arguments: ["", "x", "://", "http://", "http://[::1]:80/a", "http:///a", "a://@:"])
    func odd(_ url: String) {
        _ = WebAddress(url)
        #expect(WebAddress("http://[::1]:80/a")?.host == "::1")
    }
}
