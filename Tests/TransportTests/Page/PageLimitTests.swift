import Material
import Testing
import Transport

@Suite("pages beyond the limits, and the declared XPath")
struct PageLimitTests {
    private static func read(
        _ html: String, xpath: String? = nil, limits: ReadingLimits = ReadingLimits()
    ) -> Result<Readout, ReadingFault> {
        PageReader.read(
            ReadingRequest(
                bytes: Array(html.utf8), mediaType: "text/html", name: "page", xpath: xpath, limits: limits))
    }

    private static let law = "<h1>甲办法</h1><div id=z><p>第一条　甲。</p><p>第二条　乙。</p></div>"

    @Test("elements, depth and words are counted, and one more than allowed is a fault")
    func counted() {
        let limits = ReadingLimits(nodes: 20, depth: 6, textBytes: 200)
        func fault(_ body: String) -> ReadingFault.Kind? {
            Self.read("<html><body>\(body)</body></html>", limits: limits).fault
        }
        #expect(fault(String(repeating: "<i>甲</i>", count: 17)) == nil)
        #expect(fault(String(repeating: "<i>甲</i>", count: 19)) == .tooLarge)
        #expect(fault(String(repeating: "<div>", count: 4) + "甲") == nil)
        #expect(fault(String(repeating: "<div>", count: 5) + "甲") == .tooDeep)
        #expect(fault(String(repeating: "甲", count: 60)) == nil)
        #expect(fault(String(repeating: "甲", count: 70)) == .tooLarge)
    }

    @Test("a million attributes are a fault before anything compares them")
    func attributes() {
        let many = (0..<100_000).map { "a\($0)=1" }.joined(separator: " ")
        #expect(Self.read("<html><body><p \(many)>甲</p></body></html>").fault == .tooLarge)
        #expect(Self.read("<html><body><p \(many.prefix(2_000))>甲</p></body></html>").fault == nil)
    }

    @Test("end tags that end nothing do not take for ever")
    func endTags() {
        let deep = String(repeating: "<div>", count: 4_000) + String(repeating: "</b>", count: 1_100_000)
        #expect(Self.read("<html><body>\(deep)").fault == .tooLarge)
    }

    @Test("several elements are joined in the order of the page, one inside another once")
    func several() throws {
        let page =
            "<html><body><div class=c>甲<div class=c>乙</div></div><p>丙</p><div class=c>丁</div></body></html>"
        let readout = try Self.read(page, xpath: "//div[@class='c']").get()
        #expect(readout.text == "甲\n乙\n丁\n")
        #expect(try Self.read(page, xpath: "//p | //div[last()]").get().text == "乙\n丙\n丁\n")
        #expect(try Self.read(page, xpath: "//p/text()").get().text == "丙\n")
        #expect(readout.surroundings == "甲\n乙\n丙\n丁\n")
    }

    @Test("the page's own title comes first where the element does not hold it")
    func title() throws {
        let readout = try Self.read("<html><body>\(Self.law)</body></html>", xpath: "//div[@id='z']").get()
        #expect(readout.text == "甲办法\n第一条　甲。\n第二条　乙。\n")
        let inside = Self.read(
            "<html><body><div id=y>\(Self.law)</div></body></html>", xpath: "//div[@id='y']")
        #expect(try inside.get().text == readout.text)
        let site =
            "<html><head><title>甲办法_某网</title></head><body><p>位置</p><div id=z><p>第一条　甲。</p><p>第二条　乙。</p></div>"
        #expect(try Self.read(site + "</body></html>", xpath: "//div[@id='z']").get().text == readout.text)
        #expect(try Self.read(site + "</body></html>").get().text == readout.text)
    }

    @Test(
        "an XPath that is none, or that selects no elements, is a fault",
        arguments: ["//div[", "", "count(//p)", "'甲'", "//p[no-such-function()]"])
    func badXPath(xpath: String) {
        #expect(Self.read("<html><body>\(Self.law)</body></html>", xpath: xpath).fault == .malformed)
    }

    @Test("an XPath that would take for ever is stopped")
    func slowXPath() {
        let page = "<html><body>" + String(repeating: "<i>甲</i>", count: 2_000) + "</body></html>"
        let xpath = "//i[count(//i[count(//i[count(//i) > 1]) > 1]) > 1]"
        #expect(Self.read(page, xpath: xpath).fault == .tooLarge)
    }

    @Test("links are resolved against the base of the page and otherwise left as written")
    func links() throws {
        let links =
            "<a href='a/b.htm'>甲 \n 乙</a><a href='../c?d#e'>丙</a><a href='/f'> </a><a name=g>丁</a>"
            + "<a href='http://x.cn/h'><img alt=戊 src=i.gif></a><a href='#j'>己</a><a href='//y.cn'>庚</a><a href='?k'>辛</a>"
        let plain = try Self.read("<html><body>\(links)</body></html>").get().links
        #expect(plain.map(\.address) == ["a/b.htm", "../c?d#e", "/f", "http://x.cn/h", "#j", "//y.cn", "?k"])
        #expect(plain.map(\.words) == ["甲 乙", "丙", "", "戊", "己", "庚", "辛"])
        let base = "<head><base href='https://w.cn/n/m/o.htm?p'></head>"
        let resolved = try Self.read("<html>\(base)<body>\(links)</body></html>").get().links
        #expect(
            resolved.map(\.address) == [
                "https://w.cn/n/m/a/b.htm", "https://w.cn/n/c?d#e", "https://w.cn/f", "http://x.cn/h",
                "https://w.cn/n/m/o.htm?p#j", "https://y.cn", "https://w.cn/n/m/o.htm?k",
            ])
    }

    @Test("plain text stays as it is, with one kind of line end")
    func plain() throws {
        let words = "\u{FEFF}甲办法\r\n第一条　a<b。\r\r第二条　乙。"
        let readout = try PageReader.read(
            ReadingRequest(bytes: Array(words.utf8), mediaType: "text/plain", name: "a.txt")
        ).get()
        #expect(readout.text == "甲办法\n第一条　a<b。\n\n第二条　乙。\n")
        #expect(readout.format == .plain && readout.place == .whole && readout.surroundings == "")
        #expect(readout.charset?.evidence == .byteOrderMark)
    }

    @Test("what bytes are decides what they are read as, not what they are called")
    func kinds() throws {
        func format(_ words: String, _ type: String?) throws -> Readout.Format {
            try PageReader.read(ReadingRequest(bytes: Array(words.utf8), mediaType: type, name: "a")).get()
                .format
        }
        #expect(try format(" \n<!DOCTYPE html><p>甲</p>", "text/plain") == .html)
        #expect(try format("<html><p>甲</p></html>", nil) == .html)
        #expect(try format("甲<b>乙</b><b>丙</b><b>丁</b>", nil) == .html)
        #expect(try format("第一条　甲。\n第二条　乙。", "text/html") == .plain)
        #expect(try format("# 甲办法\n<!-- INFO END -->\n第一条　甲。", "text/plain") == .plain)
        #expect(try format("<甲> 3 < 5 > 4", nil) == .plain)
    }

    @Test("a picture between the words, a frame and a page that sends its reader on are named")
    func notices() throws {
        let page = """
            <html><head><meta http-equiv=refresh content='3;url=b.htm'></head><body><iframe src=c></iframe>
            <p>第一条　某<img src=r.gif>县。</p><p>第二条　乙。</p><img src=logo.gif></body></html>
            """
        let readout = try Self.read(page).get()
        #expect(
            readout.notices == [
                "1 pictures stand between the words; they may be signs or formulas",
                "the page sends its reader on: “3;url=b.htm”", "the page shows 1 frames, which were not read",
            ])
    }

    @Test("articles that wait behind a button are part of the law, other hidden words are not")
    func hidden() throws {
        func page(_ hidden: String) -> String {
            "<html><body><div id=z><h1>甲办法</h1><p>第一条　甲。</p><p>第二条　乙。</p><div style='display:none'>\(hidden)</div></div></body></html>"
        }
        for xpath in [nil, "//div[@id='z']"] {
            let law = try Self.read(page("<p>第三条　丙。</p>"), xpath: xpath).get()
            #expect(law.text == "甲办法\n第一条　甲。\n第二条　乙。\n第三条　丙。\n")
            #expect(law.notices == ["the text goes on in an element that the page hides"])
            let other = try Self.read(page("<p>分享此文</p>"), xpath: xpath).get()
            #expect(other.text == "甲办法\n第一条　甲。\n第二条　乙。\n")
            #expect(other.notices == ["left out as not shown: 1 elements, the first “分享此文”"])
        }
    }

    @Test("a title on two lines is one line", arguments: [nil, "//div[@id='z']"])
    func splitTitle(xpath: String?) throws {
        let page = """
            <html><head><title>某某共和国标签法_某网</title></head><body><p>首页</p><div id=z>
            <p align=center>某某共和国</p><p align=center>标签法</p><p>第一条　甲。</p><p>第二条　乙。</p></div></body></html>
            """
        #expect(try Self.read(page, xpath: xpath).get().text == "某某共和国标签法\n第一条　甲。\n第二条　乙。\n")
    }
}
