import Foundation
import Material
import Statute
import Testing
import Transport

/// The pages of the fault server that are about text, as one law and what a server can do to it.
@Suite("pages that lie, and one law that stays the same")
struct FaultPageTests {
    private static let articles = (1..<40).map {
        "<p>第\($0)条 本法所称记录，是指对信息的存储。第\($0)款另有规定的除外。</p>"
    }.joined()

    private static func page(
        _ articles: String = articles, visitor: Int = 1, date: String = "2026年11月23日", extra: String = "",
        charset: String? = "utf-8"
    ) -> String {
        """
        <!doctype html><html lang="zh"><head><title>中华人民共和国测试法</title>\
        \(charset.map { "<meta charset=\"\($0)\">" } ?? "")</head>\
        <body><nav>首页 | 法规库 | 您是第\(visitor)位访问者</nav><div class="date">今天是\(date)</div>\(extra)\
        <article id="article"><h1>中华人民共和国测试法</h1>\(articles)</article>\
        <footer>京ICP备0000\(visitor)号</footer></body></html>
        """
    }

    private static func read(
        _ bytes: [UInt8], charset: String? = nil, xpath: String? = nil
    ) -> Result<Readout, ReadingFault> {
        PageReader.read(
            ReadingRequest(bytes: bytes, mediaType: "text/html", charset: charset, name: "page", xpath: xpath)
        )
    }

    private static func gb(_ text: String) throws -> [UInt8] {
        [UInt8](try #require(text.data(using: String.Encoding(rawValue: 0x8000_0632))))
    }

    private func good(_ xpath: String?) throws -> Readout {
        try Self.read(Array(Self.page().utf8), charset: "utf-8", xpath: xpath).get()
    }

    private static let selectors: [String?] = [nil, "//article[@id='article']"]

    @Test("the text begins with the title and holds the articles and nothing else", arguments: selectors)
    func control(xpath: String?) throws {
        let readout = try good(xpath)
        let lines = readout.text.split(separator: "\n")
        #expect(lines.first == "中华人民共和国测试法")
        #expect(lines.count == 40)
        #expect(lines.last?.hasPrefix("第39条") == true)
        #expect(readout.place == (xpath == nil ? .structure : .xpath))
        #expect(readout.surroundings.contains("位访问者"))
        let statute = StatuteParser.parse(readout.text)
        #expect(statute.text.title == "中华人民共和国测试法")
        #expect(statute.text.articleLevel.count == 39)
    }

    @Test("the same law in other bytes is the same text", arguments: selectors)
    func sameText(xpath: String?) throws {
        let text = try good(xpath).text
        var little: [UInt8] = [0xFF, 0xFE]
        for unit in Self.page(charset: "utf-16").utf16 {
            little += [UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8)]
        }
        let cases: [(bytes: [UInt8], header: String?, charset: String, evidence: CharsetDecision.Evidence)] =
            [
                (try Self.gb(Self.page()), "utf-8", "GB18030", .detection),
                (try Self.gb(Self.page(charset: "gbk")), "gbk", "GB18030", .header),
                (try Self.gb(Self.page(charset: "gb2312")), nil, "GB18030", .meta),
                (try Self.gb(Self.page(charset: nil)), nil, "GB18030", .detection),
                (little, nil, "UTF-16LE", .byteOrderMark),
                (Array(little.dropFirst(2)), nil, "UTF-16LE", .detection),
                (Array(little.dropFirst(2)), "utf-16le", "UTF-16LE", .header),
                ([0xEF, 0xBB, 0xBF] + Array(Self.page().utf8), nil, "UTF-8", .byteOrderMark),
                (Array(Self.page(charset: "gb2312").utf8), "gbk", "UTF-8", .validUTF8),
            ]
        for (bytes, header, charset, evidence) in cases {
            let readout = try Self.read(bytes, charset: header, xpath: xpath).get()
            #expect(readout.text == text)
            #expect(readout.charset?.charset == charset)
            #expect(readout.charset?.evidence == evidence)
        }
    }

    @Test("a label that lies is recorded")
    func conflicts() throws {
        let lie = try Self.read(try Self.gb(Self.page()), charset: "utf-8").get()
        #expect(lie.charset?.conflicts == ["header: utf-8", "meta: utf-8"])
        let twice = try Self.read(Array(Self.page(charset: "gb2312").utf8), charset: "gbk").get()
        #expect(twice.charset?.conflicts == ["header: gbk", "meta: gb2312"])
        let agreed = try Self.read(try Self.gb(Self.page(charset: "gb2312")), charset: "GBK").get()
        #expect(agreed.charset?.conflicts == [])
    }

    @Test("a counter, a date and an advertisement outside the law change nothing", arguments: selectors)
    func chromeOnly(xpath: String?) throws {
        let other = Self.page(
            visitor: 981_234, date: "2026年11月24日", extra: #"<div class="ad">广告 csrf=f00</div>"#)
        #expect(try Self.read(Array(other.utf8), xpath: xpath).get().text == good(xpath).text)
    }

    @Test(
        "blanks and zero-width signs are all that differs where they are all that differs",
        arguments: selectors)
    func spaces(xpath: String?) throws {
        let articles = Self.articles
            .replacing("，", with: " ，").replacing("</p>", with: "\u{200B}</p>\r\n")
        let text = try Self.read(Array(Self.page(articles).utf8), xpath: xpath).get().text
        let plain = String(
            String.UnicodeScalarView(text.unicodeScalars.filter { $0 != " " && $0 != "\u{200B}" }))
        #expect(plain == (try good(xpath).text.replacing(" ", with: "")))
    }

    @Test("NUL in a page is a fault, not a stop", arguments: selectors)
    func nul(xpath: String?) {
        let bytes = Array(Self.page().replacing("记录", with: "\0\0").utf8)
        #expect(Self.read(bytes, xpath: xpath).fault == .malformed)
    }

    @Test("two hundred thousand elements inside each other are a fault", arguments: selectors)
    func deep(xpath: String?) {
        let depth = 200_000
        let page =
            "<html><body><article id=article>" + String(repeating: "<div>", count: depth) + "x"
            + String(repeating: "</div>", count: depth) + "</article></body></html>"
        #expect(Self.read(Array(page.utf8), xpath: xpath).fault == .tooDeep)
    }

    @Test("as deep as allowed is read to the last word")
    func deepEnough() throws {
        let depth = 4_000
        let page =
            "<html><body>" + String(repeating: "<div>", count: depth) + "第一条　甲。<br>第二条　乙。"
            + String(repeating: "</div>", count: depth) + "<p>末</p></body></html>"
        let readout = try Self.read(Array(page.utf8)).get()
        #expect(readout.text == "第一条　甲。\n第二条　乙。\n")
        #expect(readout.surroundings.hasSuffix("末\n"))
    }

    @Test("a law without its articles is its title, and no article from elsewhere", arguments: selectors)
    func shellOnly(xpath: String?) throws {
        let readout = try Self.read(Array(Self.page("").utf8), xpath: xpath).get()
        #expect(readout.text == "中华人民共和国测试法\n")
        #expect(StatuteParser.parse(readout.text).diagnostics.contains { $0.category == .noStructure })
    }

    @Test("a page that a script would fill is empty", arguments: selectors)
    func scriptShell(xpath: String?) {
        let page = #"<html><body><div id="app"></div><script>/*spa*/</script></body></html>"#
        #expect(Self.read(Array(page.utf8), xpath: xpath).fault == .empty)
    }

    @Test(
        "an excuse is read as what it says, with its title and no article",
        arguments: [
            ("系统维护", "<article id=article><h1>系统维护中，请稍后访问</h1></article>", "系统维护中，请稍后访问"),
            ("404", "<article id=article>您访问的页面不存在或已被删除！</article>", "您访问的页面不存在或已被删除！"),
            ("登录", "<article id=article><form>请登录</form></article>", "请登录"),
            (
                "安全验证", "<script src=/c.js></script><div id=captcha>请输入验证码 Checking your browser</div>",
                "请输入验证码 Checking your browser"
            ),
        ], selectors)
    func excuses(page: (title: String, body: String, words: String), xpath: String?) throws {
        let html = "<html><head><title>\(page.title)</title></head><body>\(page.body)</body></html>"
        let readout = try Self.read(Array(html.utf8), xpath: xpath).get()
        #expect(readout.text == page.words + "\n")
        #expect(readout.title == page.title)
        #expect(readout.place != .structure && readout.place != .fallback)
    }

    @Test("an element that is there and empty is an emptied page")
    func emptied() {
        let page = "<html><body><nav>首页</nav><div id=article>　&nbsp;</div></body></html>"
        #expect(Self.read(Array(page.utf8), xpath: "//div[@id='article']").fault == .empty)
    }

    @Test("a page that is cut off is a fault wherever it is cut", arguments: selectors)
    func cut(xpath: String?) throws {
        let bytes = Array(Self.page().utf8)
        let whole = try good(xpath).text
        for end in stride(from: 300, to: bytes.count, by: 7) {
            switch Self.read(Array(bytes[..<end]), xpath: xpath) {
            case .failure: break
            // Nothing but the end of the page itself is missing, or the law has not begun.
            case .success(let readout):
                #expect(readout.text == whole || !readout.text.contains("条"), "cut at \(end)")
            }
        }
    }

    @Test("bytes that are no page are refused by what they are, whatever they are called")
    func otherFormats() {
        #expect(Self.read(Array("%PDF-1.4 fake".utf8)).fault == .unknownFormat)
        #expect(Self.read([0x50, 0x4B, 0x03, 0x04, 0, 0]).fault == .unknownFormat)
        #expect(Self.read(Array(#"<?xml version="1.0"?><rss><channel/></rss>"#.utf8)).fault == .unknownFormat)
        #expect(Self.read(Array(#"{"code":500,"message":"系统繁忙"}"#.utf8)).fault == .unknownFormat)
        #expect(Self.read([]).fault == .empty)
        #expect(Self.read(Array("  \r\n\t ".utf8)).fault == .empty)
    }
}

extension Result<Readout, ReadingFault> {
    /// The kind of the fault; nil for a document.
    var fault: ReadingFault.Kind? {
        switch self {
        case .success: nil
        case .failure(let fault): fault.kind
        }
    }
}
