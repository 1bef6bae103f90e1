import Foundation
import Material
import Statute
import Testing
import Transport

@Suite("one law on the pages of many sites")
struct SitePageTests {
    private static func read(_ page: SitePages.Page, xpath: String?) throws -> Readout {
        let bytes: [UInt8]
        if page.isGB {
            bytes = [UInt8](
                try #require(page.html.data(using: String.Encoding(rawValue: 0x8000_0632))))
        } else {
            bytes = Array(page.html.utf8)
        }
        return try PageReader.read(
            ReadingRequest(
                bytes: bytes, mediaType: "text/html", charset: page.header, name: page.name, xpath: xpath)
        ).get()
    }

    @Test(
        "found by its structure, it is the same law everywhere, and nothing but it", arguments: SitePages.all)
    func structure(page: SitePages.Page) throws {
        let readout = try Self.read(page, xpath: nil)
        #expect(readout.place == .structure)
        #expect(SampleLaw.folded(readout.text) == SampleLaw.lines.map { SampleLaw.folded($0)[0] })
    }

    @Test("found by its XPath, it is the same law with its title", arguments: SitePages.all)
    func declared(page: SitePages.Page) throws {
        guard let xpath = page.xpath else { return }
        let readout = try Self.read(page, xpath: xpath)
        #expect(readout.place == .xpath)
        #expect(SampleLaw.folded(readout.text) == SampleLaw.lines.map { SampleLaw.folded($0)[0] })
    }

    @Test(
        "an XPath that finds nothing any more falls back to the structure and says so",
        arguments: SitePages.all)
    func fallback(page: SitePages.Page) throws {
        let readout = try Self.read(page, xpath: "//div[@id='moved-away']")
        #expect(readout.place == .fallback)
        #expect(readout.notices.contains { $0.contains("moved-away") })
        #expect(readout.text == (try Self.read(page, xpath: nil).text))
    }

    @Test("the parser of statutes sees one tree in all of them", arguments: SitePages.all)
    func parsed(page: SitePages.Page) throws {
        let statute = StatuteParser.parse(try Self.read(page, xpath: nil).text)
        #expect(statute.text.title == SampleLaw.title)
        #expect(statute.text.headnotes == [SampleLaw.note])
        #expect(statute.text.articleLevel.count == 7)
        #expect(statute.text.articleLevel[2].children.count == 3)
        #expect(!statute.diagnostics.contains { $0.category == .articleOutOfOrder })
    }

    @Test("what stands around the law is kept beside it")
    func surroundings() throws {
        let readout = try Self.read(SitePages.parliament, xpath: nil)
        #expect(readout.surroundings.contains("位访问者"))
        #expect(readout.surroundings.contains("第七条"))
        #expect(readout.title == SampleLaw.title + "_某某人大网")
        #expect(readout.charset?.charset == "GB18030")
        #expect(readout.links.contains(Link(address: "c.htm", words: "关于《\(SampleLaw.title)》的说明")))
    }

    @Test("a page of a newspaper in Big5 is read as such")
    func big5() throws {
        let html =
            "<html><head><meta http-equiv=Content-Type content='text/html; charset=big5'><title>報</title></head><body>"
            + "<table><tr><td><a href=1>要聞</a></td><td>"
            + SampleLaw.traditional.map { "　　" + $0 }.joined(separator: "<br>\n")
            + "</td></tr></table></body></html>"
        // kCFStringEncodingBig5.
        let bytes = try #require(html.data(using: String.Encoding(rawValue: 0x8000_0A03)))
        let readout = try PageReader.read(ReadingRequest(bytes: [UInt8](bytes), name: "a")).get()
        #expect(readout.charset?.charset == "Big5")
        #expect(readout.text == SampleLaw.traditional.joined(separator: "\n") + "\n")
    }

    @Test("sections of a regulation in English are found like articles")
    func english() throws {
        let html = """
            <html><head><title>15 CFR Part 9 - Labelling Regulations | Law Library</title></head><body>
            <div class="nav"><a href=/>Home</a> <a href=/s>Section search</a></div>
            <div id=c><h1>Labelling Regulations</h1><h4>§ 9.1 Scope.</h4><p>This part applies to labels.</p>
            <h4>§ 9.2 Definitions.</h4><p>(a) <i>Label</i> means a mark.</p><p>(b) Section 9.1 of this part counts.</p>
            <h4>§ 9.3 Records.</h4><p>Keep records for 180&nbsp;days.</p></div><div class=footer>Contact us</div></body></html>
            """
        let readout = try PageReader.read(ReadingRequest(bytes: Array(html.utf8), name: "a")).get()
        #expect(
            readout.text == """
                Labelling Regulations
                § 9.1 Scope.
                This part applies to labels.
                § 9.2 Definitions.
                (a) Label means a mark.
                (b) Section 9.1 of this part counts.
                § 9.3 Records.
                Keep records for 180\u{A0}days.

                """)
    }
}
