import Material
import TestSupport
import Testing

@testable import Transport

@Suite("Feeds")
struct FeedTests {
    private func read(
        _ bytes: [UInt8], limits: ReadingLimits = ReadingLimits()
    ) -> Result<Feed, ReadingFault> {
        FeedReader().feed(
            ReadingRequest(bytes: bytes, name: "https://a.example/feeds/all.xml", limits: limits))
    }

    private func feed(_ text: String) throws -> Feed { try read(Array(text.utf8)).get() }

    private func fault(_ text: String, limits: ReadingLimits = ReadingLimits()) -> ReadingFault? {
        if case .failure(let fault) = read(Array(text.utf8), limits: limits) { return fault }
        return nil
    }

    private func atom(_ inside: String, attributes: String = "") -> String {
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" \(attributes)>\(inside)</feed>"
    }

    @Test("an Atom feed")
    func atomFeed() throws {
        let feed = try feed(
            atom(
                """
                <title>公告</title><id>urn:feed</id><updated>2025-03-28T00:00:00Z</updated>
                <entry><id>urn:1</id><title>网络安全法（修正草案）</title>
                <link rel="edit" href="https://a.example/edit"/><link type="application/pdf" href="x.pdf"/>
                <link rel="alternate" type="text/html" href="../2025/1.htm"/>
                <published>2025-03-28T08:00:00+08:00</published><updated>2025-03-29T00:00:00Z</updated>
                <summary type="html">&lt;p&gt;一 &amp;amp; 二&lt;/p&gt;</summary></entry>
                <entry><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">关于<b>修改</b> &lt;x&gt;</div></title>
                <link href="/2.htm"/></entry>
                """))
        #expect(feed.format == .atom)
        #expect(feed.title == "公告")
        #expect(feed.entries.count == 2)
        let first = try #require(feed.entries.first)
        #expect(first.id == "urn:1")
        #expect(first.title == "网络安全法（修正草案）")
        #expect(first.link == "https://a.example/2025/1.htm")
        #expect(first.published == Instant(internetDate: "2025-03-28T00:00:00Z"))
        #expect(first.updated == Instant(internetDate: "2025-03-29T00:00:00Z"))
        #expect(first.summary == "一 & 二")
        #expect(feed.entries[1].title == "关于修改 <x>")
        #expect(feed.entries[1].link == "https://a.example/2.htm")
        #expect(feed.entries[1].id == "https://a.example/2.htm")
    }

    @Test("xml:base moves what relative links mean, each inside the other")
    func base() throws {
        let feed = try feed(
            atom(
                """
                <entry xml:base="law/"><link href="1.htm"/></entry><entry><link xml:base="/x/" href="2.htm"/></entry>
                """, attributes: "xml:base=\"https://b.example/root/\""))
        #expect(
            feed.entries.map(\.link) == ["https://b.example/root/law/1.htm", "https://b.example/x/2.htm"])
    }

    @Test("an RSS 2.0 feed, its titles escaped as sites do it")
    func rss() throws {
        let feed = try feed(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel><title>通知</title><link>https://a.example/</link><atom:link href="https://a.example/self" rel="self"/>
            <image><title>logo</title><url>x</url></image>
            <item><title><![CDATA[<b>网络</b>安全法 &amp; 其他]]></title><link> /1.htm </link><guid isPermaLink="false">n-1</guid>
            <pubDate>Fri, 28 Mar 2025 08:00:00 +0800</pubDate><description>说明</description></item>
            <item><title>a &amp;lt; b</title><guid>https://a.example/2.htm</guid><dc:date>2025-03-28</dc:date></item>
            </channel></rss>
            """)
        #expect(feed.format == .rss)
        #expect(feed.title == "通知")
        #expect(feed.entries.map(\.title) == ["网络安全法 & 其他", "a < b"])
        #expect(feed.entries.map(\.id) == ["n-1", "https://a.example/2.htm"])
        #expect(feed.entries.map(\.link) == ["https://a.example/1.htm", "https://a.example/2.htm"])
        let day = Instant(internetDate: "2025-03-28T00:00:00Z")
        #expect(feed.entries.map(\.published) == [day, day])
        #expect(feed.entries.first?.summary == "说明")
    }

    @Test("an RSS 1.0 feed")
    func rdf() throws {
        let feed = try feed(
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
              xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel rdf:about="https://a.example/"><title>旧式</title></channel>
            <item rdf:about="https://a.example/3.htm"><title>决定</title><link>https://a.example/3.htm?x=1&amp;y</link>
            <dc:date>2025-03-28T08:00+08:00</dc:date></item></rdf:RDF>
            """)
        #expect(feed.format == .rdf)
        #expect(feed.title == "旧式")
        #expect(feed.entries.map(\.link) == ["https://a.example/3.htm?x=1&y"])
        #expect(feed.entries.first?.id == "https://a.example/3.htm")
        #expect(feed.entries.first?.published == Instant(internetDate: "2025-03-28T00:00:00Z"))
    }

    @Test("links that lead to no page of the web are none")
    func badLinks() throws {
        let feed = try feed(
            "<rss><channel><item><title>x</title><link>javascript:alert(1)</link></item><item><link></link></item></channel></rss>"
        )
        #expect(feed.entries.map(\.link) == [nil, nil])
    }

    @Test("GB 2312 in name is read as GB18030, and UTF-8 under a wrong name as UTF-8")
    func charsets() throws {
        // 法 is B7A8 and 囧 (only in GBK) is 87E5.
        let head = Array("<?xml version=\"1.0\" encoding=\"gb2312\"?><rss><channel><title>".utf8)
        let tail = Array("</title></channel></rss>".utf8)
        #expect(try read(head + [0xb7, 0xa8, 0x87, 0xe5] + tail).get().title == "法囧")
        #expect(try read(head + Array("法囧".utf8) + tail).get().title == "法囧")
        // Half of a character, and a character set that has no such byte.
        #expect(mayRead(head + [0xb7] + tail) == false)
        #expect(mayRead(Array("<?xml version='1.0' encoding='x-none'?><rss/>".utf8)) == false)
        #expect(mayRead(Array("<rss><channel><title>".utf8) + [0xff] + tail) == false)
        // UTF-16 with a byte order mark.
        let wide = Array("\u{feff}<rss><channel><title>法</title></channel></rss>".utf16).flatMap {
            [UInt8($0 & 0xff), UInt8($0 >> 8)]
        }
        #expect(try read(wide).get().title == "法")
    }

    private func mayRead(_ bytes: [UInt8]) -> Bool {
        if case .success = read(bytes) { return true }
        return false
    }

    @Test("a document type is refused before what it declares is used")
    func documentTypes() {
        let start = ContinuousClock.now
        for inside in [
            "<!DOCTYPE rss>", "<!DOCTYPE rss SYSTEM \"http://127.0.0.1:1/x.dtd\">",
            "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>",
            "<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>",
        ] {
            #expect(fault(inside + "<rss><channel><title>&x;&b;</title></channel></rss>")?.kind == .entity)
        }
        #expect(fault("<rss><channel><title>&nbsp;</title></channel></rss>")?.kind == .entity)
        #expect(start.duration(to: .now) < .seconds(30))
    }

    @Test(
        "what is no feed is a fault with a name",
        arguments: [
            ("", ReadingFault.Kind.empty), ("  \n", .empty), ("hello", .malformed),
            ("<html><body>x</body></html>", .unknownFormat),
            ("<!DOCTYPE html><html></html>", .entity), ("<rss><channel><title>x", .malformed),
            ("<rss><channel></rss>", .malformed), ("{\"version\":1}", .malformed),
            ("<rss>\u{1}</rss>", .malformed),
            ("<feed><entry/></feed>", .unknownFormat),
        ])
    func noFeed(text: String, kind: ReadingFault.Kind) {
        #expect(fault(text)?.kind == kind)
    }

    @Test("limits on elements, depth and text hold")
    func limits() {
        var limits = ReadingLimits()
        limits.nodes = 10
        #expect(
            fault("<rss>" + String(repeating: "<a/>", count: 10) + "</rss>", limits: limits)?.kind
                == .tooLarge)
        limits = ReadingLimits()
        limits.depth = 5
        let deep = String(repeating: "<a>", count: 10) + String(repeating: "</a>", count: 10)
        #expect(fault("<rss>\(deep)</rss>", limits: limits)?.kind == .tooDeep)
        let deeper = String(repeating: "<a>", count: 100_000) + String(repeating: "</a>", count: 100_000)
        #expect(fault("<rss>\(deeper)</rss>")?.kind == .tooDeep)
        limits = ReadingLimits()
        limits.textBytes = 10
        #expect(fault("<rss>0123456789a</rss>", limits: limits)?.kind == .tooLarge)
    }

    @Test("a field of megabytes is cut, and does not cost more than it holds")
    func longField() throws {
        let long = String(repeating: "&lt;<![CDATA[法]]>", count: 200_000)
        let feed = try feed(
            "<rss><channel><item><title>\(long)</title><link>/x</link></item></channel></rss>")
        let entry = try #require(feed.entries.first)
        #expect(entry.title.utf8.count <= 1 << 18)
        #expect(entry.link == "https://a.example/x")
    }

    @Test("entries beyond the limit are counted, not kept")
    func entryLimit() throws {
        var limits = ReadingLimits()
        limits.entries = 3
        let text =
            "<rss><channel>" + String(repeating: "<item><title>x</title></item>", count: 5)
            + "</channel></rss>"
        let feed = try read(Array(text.utf8), limits: limits).get()
        #expect(feed.entries.count == 3)
        #expect(feed.notices.count == 1)
    }

    @Test(
        "a little HTML becomes words",
        arguments: [
            ("a<br/>b", "ab"), ("1 < 2 > 0", "1 < 2 > 0"), ("&#20013;&#x56FD;", "中国"), ("&amp;lt;", "&lt;"),
            ("&bogus; &", "&bogus; &"),
            ("<p", "<p"), ("&#0;&#xD800;", " &#xD800;"), ("&ldquo;x&rdquo;", "“x”"),
        ])
    func words(html: String, expected: String) {
        #expect(PlainWords.from(html: html) == expected)
    }

    @Test("bytes of every kind are refused or read, and never end the program")
    func total() {
        var generator = SeededGenerator(seed: 11)
        func next() -> Int { Int(generator.next() >> 33) }
        let sample = Array(
            atom(
                "<entry xml:base='a'><title type='html'>&lt;b&gt;x</title><link href='b'/><updated>2025-01-01</updated></entry>"
            ).utf8)
        for _ in 0..<1_000 {
            var bytes = sample
            for _ in 0..<(1 + next() % 4) { bytes[next() % bytes.count] = UInt8(truncatingIfNeeded: next()) }
            if next() % 3 == 0 { bytes = Array(bytes.prefix(next() % bytes.count)) }
            switch read(bytes) {
            case .success(let feed): #expect(feed.entries.count <= 1)
            case .failure(let fault): #expect(!fault.message.isEmpty)
            }
        }
    }
}
