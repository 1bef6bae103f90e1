import Material
import TestSupport
import Testing
import Transport

@Suite("OFD")
struct OFDReaderTests {
    private func read(_ draft: OFDDraft, _ limits: ReadingLimits = ReadingLimits()) throws -> Result<
        Readout, ReadingFault
    > {
        OFDReader.read(ReadingRequest(bytes: try draft.bytes(), name: "a.ofd", limits: limits))
    }

    private func law(_ change: (inout OFDDraft) -> Void = { _ in }) -> OFDDraft {
        var draft = OFDDraft()
        draft.set(FortyArticles.lines) { index, line in index < 2 || FortyArticles.isChapter(line) }
        change(&draft)
        return draft
    }

    @Test("a law in OFD gives the tree of the plain text")
    func law() throws {
        let readout = try read(law()).get()
        #expect(FortyArticles.outline(of: readout.text) == FortyArticles.outline(of: FortyArticles.text))
        #expect(readout.title == "示例" && readout.format == .ofd && readout.notices.isEmpty)
        let older = try read(law { $0.namespace = "http://www.ofdspec.org" }).get()
        #expect(older.text == readout.text)
    }

    @Test("page numbers and heads are left out")
    func furniture() throws {
        let draft = law { draft in
            for page in draft.pages.indices {
                draft.pages[page].append(.init(x: 100, y: 285, size: 3, text: "- \(page + 1) -"))
                draft.pages[page].append(.init(x: 80, y: 10, size: 3, text: "示例市人民政府公报"))
            }
        }
        let readout = try read(draft).get()
        #expect(FortyArticles.outline(of: readout.text) == FortyArticles.outline(of: FortyArticles.text))
        #expect(readout.notices.count == 1)
    }

    @Test("repeated steps, a matrix, and one object for each character read alike")
    func places() throws {
        let words = "第一条　经营者应当保存日志不少于六个月，并接受检查。"
        let count = words.unicodeScalars.count
        var draft = OFDDraft()
        draft.pages = [[.init(x: 20, y: 50, size: 4, text: words, steps: "g \(count - 1) 4")]]
        #expect(try read(draft).get().text == words + "\n")
        draft.pages = [
            [
                .init(
                    x: 20, y: 50, size: 2, text: words, attributes: "CTM=\"2 0 0 2 0 0\"",
                    steps: "g 99999999999 2")
            ]
        ]
        #expect(try read(draft).get().text == words + "\n")
        draft.pages = [
            words.unicodeScalars.enumerated().map {
                .init(x: 20 + 4 * Double($0), y: 50, size: 4, text: String($1))
            }
        ]
        #expect(try read(draft).get().text == words + "\n")
    }

    @Test("digits and letters that have a square each, like the ideographs beside them, are one word")
    func squares() throws {
        for words in [
            "（2016年11月7日某会议通过，自2017年12月1日起施行）", "依照 WTO 协定第18条的规定，经营者应当保存日志。",
            "20171201201712012017120120171201",
        ] {
            var draft = OFDDraft()
            let steps = "g \(words.unicodeScalars.count - 1) 4"
            draft.pages = [[.init(x: 20, y: 50, size: 4, text: words, steps: steps)]]
            #expect(try read(draft).get().text == words + "\n")
        }
        // Two words whose blank was left out stand two squares apart.
        var draft = OFDDraft()
        draft.pages = [[.init(x: 20, y: 50, size: 4, text: "ABCDEFGHIJKL12345678", steps: "g 11 4 8 g 7 4")]]
        #expect(try read(draft).get().text == "ABCDEFGHIJKL 12345678\n")
    }

    @Test("what is turned, invisible or a picture is said")
    func beside() throws {
        var draft = OFDDraft()
        let words = "第一条　经营者应当保存日志不少于六个月，并接受检查。"
        draft.more =
            "<ofd:Template TemplateID=\"77\"/><ofd:Content><ofd:Layer><ofd:ImageObject ID=\"3\" Boundary=\"0 0 1 1\" ResourceID=\"4\"/></ofd:Layer></ofd:Content>"
        draft.pages = [
            [
                .init(x: 20, y: 50, size: 4, text: words),
                .init(x: 20, y: 150, size: 9, text: "内部资料", attributes: "CTM=\"0.7 0.7 -0.7 0.7 0 0\""),
                .init(x: 20, y: 60, size: 4, text: "看不见", attributes: "Visible=\"false\""),
            ]
        ]
        let readout = try read(draft).get()
        #expect(readout.text == words + "\n")
        #expect(
            readout.notices == [
                "1 turned text objects (watermarks) are left out", "1 invisible text objects are left out",
                "1 pictures: words in them are not read", "page templates are left out (1 uses)",
            ])
    }

    @Test("signs of fonts without characters, scans and missing parts are faults")
    func faults() throws {
        var draft = OFDDraft()
        draft.pages = [
            [
                .init(
                    x: 20, y: 50, size: 4, text: "",
                    inside:
                        "<ofd:CGTransform CodePosition=\"0\" GlyphCount=\"2\"><ofd:Glyphs>12 13</ofd:Glyphs></ofd:CGTransform>"
                )
            ]
        ]
        #expect(try read(draft).kind == .lossy)
        draft.pages = [[.init(x: 20, y: 50, size: 4, text: String(repeating: "\u{E123}", count: 40))]]
        #expect(try read(draft).kind == .lossy)
        draft.pages = [[], []]
        #expect(try read(draft).kind == .empty)
        draft = law {
            $0.document =
                "<ofd:Document xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:Pages><ofd:Page BaseLoc=\"no.xml\"/></ofd:Pages></ofd:Document>"
        }
        #expect(try read(draft).kind == .malformed)
        draft = law {
            $0.document =
                "<ofd:Document xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:Pages><ofd:Page BaseLoc=\"../../../etc/passwd\"/></ofd:Pages></ofd:Document>"
        }
        #expect(try read(draft).kind == .malformed)
        draft = law { $0.catalogue = "<ofd:OFD xmlns:ofd=\"http://www.ofdspec.org/2016\"/>" }
        #expect(try read(draft).kind == .malformed)
        draft = law { $0.catalogue = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]><a>&b;</a>" }
        #expect(try read(draft).kind == .entity)
    }

    @Test("one page named a thousand times, and a thousand steps for one character, have their limits")
    func limits() throws {
        let page = "<ofd:Page BaseLoc=\"Pages/Page_0/Content.xml\"/>"
        let draft = law {
            $0.document =
                "<ofd:Document xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:Pages>\(String(repeating: page, count: 2_001))</ofd:Pages></ofd:Document>"
        }
        #expect(try read(draft, ReadingLimits(ratio: 10_000)).kind == .tooLarge)
        #expect(try read(law(), ReadingLimits(textBytes: 500)).kind == .tooLarge)
        #expect(try read(law(), ReadingLimits(nodes: 50)).kind == .tooLarge)
        #expect(try read(law(), ReadingLimits(depth: 3)).kind == .tooDeep)
    }

    @Test(
        "changed numbers never trap",
        arguments: ["1e308", "-1e308", "nan", "inf", "", "9", "0", "-3", "1e-300"])
    func numbers(number: String) throws {
        let page =
            "<ofd:Page xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:Area><ofd:PhysicalBox>0 0 \(number) \(number)</ofd:PhysicalBox></ofd:Area><ofd:Content><ofd:Layer><ofd:TextObject Boundary=\"1 \(number) 3 4\" Size=\"\(number)\" HScale=\"\(number)\" CTM=\"1 0 0 \(number) 0 \(number)\"><ofd:TextCode X=\"\(number)\" Y=\"\(number)\" DeltaX=\"\(number) g 3 \(number)\" DeltaY=\"\(number)\">第一条经营者应当保存日志不少于六个月并接受检查</ofd:TextCode></ofd:TextObject></ofd:Layer></ofd:Content></ofd:Page>"
        let plain = try law().bytes()
        let zip = try ZipContents(plain, limits: ReadingLimits())
        var parts: [(name: String, bytes: [UInt8])] = []
        for entry in zip.directory.entries {
            let name = String(decoding: entry.name, as: UTF8.self)
            parts.append(
                (name, name.contains("Page_") ? Array(page.utf8) : try #require(try zip.bytes(of: name))))
        }
        let result = OFDReader.read(ReadingRequest(bytes: try ZipArchive.bytes(parts), name: "a"))
        if case .failure(let fault) = result { #expect(!fault.message.isEmpty) }
    }
}
