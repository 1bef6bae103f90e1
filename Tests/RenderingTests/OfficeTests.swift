import Foundation
import Redline
import Rendering
import Statute
import Testing

@Suite struct OfficeTests {
    private func part(_ name: String, _ document: OfficeDocument) -> String {
        String(decoding: document.parts.first { $0.name == name }?.bytes ?? [], as: UTF8.self)
    }

    private let view = Fixtures.view([Fixtures.modified("网络[可以]提交", "网络[应当]提交")])

    @Test func `a changed provision is these tracked changes`() {
        let xml = part(
            "word/document.xml", DocxRedline.document(view, hand: Hand(author: "张三", date: "2016-11-07")))
        let by = "w:author=\"张三\" w:date=\"2016-11-07T00:00:00Z\""
        let label = "<w:rPr><w:rStyle w:val=\"Label\"/></w:rPr>"
        let expected =
            "<w:p><w:pPr><w:pStyle w:val=\"Provision\"/></w:pPr>"
            + "<w:del w:id=\"0\" \(by)><w:r>\(label)<w:delText xml:space=\"preserve\">第二十一条 </w:delText></w:r></w:del>"
            + "<w:ins w:id=\"1\" \(by)><w:r>\(label)<w:t xml:space=\"preserve\">第二十三条 </w:t></w:r></w:ins>"
            + "<w:r><w:t xml:space=\"preserve\">网络</w:t></w:r>"
            + "<w:del w:id=\"2\" \(by)><w:r><w:delText xml:space=\"preserve\">可以</w:delText></w:r></w:del>"
            + "<w:ins w:id=\"3\" \(by)><w:r><w:t xml:space=\"preserve\">应当</w:t></w:r></w:ins>"
            + "<w:r><w:t xml:space=\"preserve\">提交</w:t></w:r></w:p>"
        #expect(xml.contains(expected))
    }

    @Test func `without a day the changes carry none`() {
        let document = WordDocument(DocxRedline.document(view, hand: Hand()))
        #expect(document.authors == ["Lexwatch"] && document.dates.isEmpty && document.ids.count == 4)
    }

    @Test func `every part is well-formed and named in the list of contents`() {
        for document in [
            DocxRedline.document(Fixtures.sample, hand: Hand(date: "2016-11-07"), hasComments: true),
            DocxTable.document(ComparisonTable(Fixtures.sample), hand: Hand()),
        ] {
            let contents = part("[Content_Types].xml", document)
            for part in document.parts {
                #expect(XMLCheck.isWellFormed(part.bytes), "\(part.name)")
                if part.name.hasPrefix("word/"), part.name.hasSuffix(".xml") {
                    #expect(contents.contains("PartName=\"/\(part.name)\""))
                }
            }
        }
    }

    @Test func `the faces are set for Chinese too`() {
        let styles = part("word/styles.xml", DocxRedline.document(view, hand: Hand()))
        #expect(styles.contains("w:eastAsia=\"SimSun\"") && styles.contains("w:eastAsia=\"zh-CN\""))
    }

    @Test func `comments say why and stand only where they are asked for`() {
        let silent = DocxRedline.document(Fixtures.sample, hand: Hand())
        #expect(!silent.parts.contains { $0.name == "word/comments.xml" })
        #expect(!part("word/document.xml", silent).contains("comment"))
        let spoken = DocxRedline.document(Fixtures.sample, hand: Hand(), hasComments: true)
        let comments = part("word/comments.xml", spoken)
        #expect(comments.contains("可以→应当 (tightened)") && comments.contains("Not known."))
        #expect(comments.contains("15 articles renumbered: 6–20 → 7–21"))
    }

    @Test func `what rests on assumed words is written by another hand`() {
        let old = Fixtures.article("1", "第一条", "甲乙丙。")
        let changes = [
            Fixtures.one(.repealed, before: old, fidelity: (.assumed, nil)),
            Fixtures.modified("甲[可以]乙", "甲[应当]乙", number: ("2", "2"), labels: ("第二条", "第二条")),
        ]
        let document = DocxRedline.document(Fixtures.view(changes), hand: Hand(author: "L"))
        let xml = part("word/document.xml", document)
        #expect(
            xml.contains(
                "w:author=\"L (not known)\"><w:r><w:delText xml:space=\"preserve\">甲乙丙。</w:delText>"))
        #expect(xml.contains("w:author=\"L\"><w:r><w:delText xml:space=\"preserve\">可以</w:delText>"))
    }

    @Test func `what is not known is said in the header in any case`() {
        let header = part("word/header1.xml", DocxRedline.document(Fixtures.sample, hand: Hand()))
        #expect(header.contains("Not known: old text assumed, articles: 31–38"))
    }
}
