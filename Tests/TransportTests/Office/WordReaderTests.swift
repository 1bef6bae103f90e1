import Material
import Testing
import Transport

@Suite("Word documents")
struct WordReaderTests {
    private func read(_ draft: WordDraft) throws -> Readout {
        try WordReader.read(ReadingRequest(bytes: try draft.bytes(), name: "a.docx")).get()
    }

    private func text(_ body: String) throws -> String { try read(WordDraft(body)).text }

    @Test("a law in a Word document reads as the plain text does")
    func law() throws {
        let readout = try read(WordDraft(lines: FortyArticles.lines))
        #expect(readout.text == FortyArticles.text)
        #expect(readout.format == .docx && readout.place == .whole && readout.notices.isEmpty)
    }

    @Test("the title comes from the core properties")
    func title() throws {
        var draft = WordDraft(lines: ["第一条 一。"])
        draft.title = " 采砂\n条例 "
        #expect(try read(draft).title == "采砂 条例")
    }

    @Test("runs are one paragraph, tabs and breaks are kept, a page break is none")
    func signs() throws {
        let body = """
            <w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="1"/></w:tabs></w:pPr><w:r><w:t>第一</w:t></w:r>\
            <w:r><w:t xml:space="preserve">条 </w:t><w:tab/><w:t>一</w:t><w:noBreakHyphen/><w:t> 二 </w:t>\
            <w:br w:type="page"/><w:t>三</w:t><w:br/><w:t>四</w:t><w:cr/><w:t>五</w:t>\
            <w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="SimSun" w:char="25A1"/></w:r></w:p><w:p/>
            """
        #expect(try text(body) == "第一条 \t一-二三\n四\n五☑□\n")
    }

    @Test("tracked changes read as accepted, with joined paragraphs, and are said")
    func tracked() throws {
        let body = """
            <w:p><w:r><w:t>应当</w:t></w:r><w:del w:id="1"><w:r><w:delText>可以</w:delText><w:t>不是</w:t></w:r></w:del>\
            <w:ins w:id="2"><w:r><w:t>立即</w:t></w:r></w:ins><w:moveFrom w:id="3"><w:r><w:t>移走</w:t></w:r></w:moveFrom>\
            <w:moveTo w:id="4"><w:r><w:t>报告</w:t></w:r></w:moveTo></w:p>\
            <w:p><w:pPr><w:rPr><w:del w:id="5"/></w:rPr></w:pPr><w:r><w:t>前半</w:t></w:r></w:p>\
            <w:p><w:r><w:t>后半。</w:t></w:r></w:p>\
            <w:tbl><w:tr><w:trPr><w:del w:id="6"/></w:trPr><w:tc><w:p><w:r><w:t>删行</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
            """
        let readout = try read(WordDraft(body))
        #expect(readout.text == "应当立即报告\n前半后半。\n")
        #expect(readout.notices == ["the document holds tracked changes: read as if all were accepted"])
    }

    @Test("a table is read row by row; a table of one cell is no table")
    func tables() throws {
        func cell(_ words: String...) -> String {
            "<w:tc><w:tcPr><w:vMerge/></w:tcPr>\(words.map { WordDraft.paragraph($0) }.joined())</w:tc>"
        }
        let body =
            "<w:tbl><w:tblPr/><w:tr>\(cell("项目"))\(cell("罚款", "上限"))</w:tr><w:tr>\(cell("甲"))\(cell("")) \(cell("一万"))</w:tr></w:tbl>"
            + "<w:tbl><w:tr>\(cell("第一条 一。", "第二条 二。"))</w:tr></w:tbl>"
        #expect(try text(body) == "项目\t罚款 上限\n甲\t一万\n第一条 一。\n第二条 二。\n")
    }

    @Test("a text box is read once, behind the paragraph in which it stands")
    func boxes() throws {
        let inside =
            "<w:txbxContent>\(WordDraft.paragraph("框内一"))\(WordDraft.paragraph("框内二"))</w:txbxContent>"
        let body = """
            <w:p><w:r><w:t>外</w:t><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>\(inside)</wps:txbx></mc:Choice>\
            <mc:Fallback><v:textbox>\(inside)</v:textbox></mc:Fallback></mc:AlternateContent><w:t>面</w:t></w:r></w:p>\
            <w:p><w:r><mc:AlternateContent><mc:Fallback><w:t>只有后备</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>
            """
        #expect(try text(body) == "外面\n框内一\n框内二\n只有后备\n")
    }

    @Test("hidden text is left out and said, by the run and by its style")
    func hidden() throws {
        var draft = WordDraft(
            "<w:p>\(WordDraft.run("见"))\(WordDraft.run("暗", properties: "<w:vanish/>"))"
                + "\(WordDraft.run("明", properties: "<w:vanish w:val=\"0\"/>"))"
                + "\(WordDraft.run("影", properties: "<w:rStyle w:val=\"Ghost\"/>"))</w:p>"
                + WordDraft.paragraph("全隐", properties: "<w:pStyle w:val=\"Ghost\"/>"))
        draft.styles =
            "<w:style w:type=\"paragraph\" w:styleId=\"Base\"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId=\"Ghost\"><w:basedOn w:val=\"Base\"/></w:style>"
        let readout = try read(draft)
        #expect(readout.text == "见明\n")
        #expect(readout.notices == ["hidden text is left out (3 runs)"])
    }

    @Test("footnotes, pictures, comments and formulas are said")
    func beside() throws {
        var draft = WordDraft(
            "<w:p><w:r><w:t>文</w:t><w:footnoteReference w:id=\"2\"/><w:drawing><a:blip/></w:drawing></w:r>"
                + "<w:commentRangeStart w:id=\"0\"/><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath><w:r><w:commentReference w:id=\"0\"/></w:r></w:p>"
        )
        draft.footnotes =
            "<w:footnote w:type=\"separator\" w:id=\"0\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:id=\"2\">\(WordDraft.paragraph("注一"))\(WordDraft.paragraph("注二"))</w:footnote>"
        let readout = try read(draft)
        #expect(readout.text == "文x=1\n")
        #expect(
            readout.notices == [
                "1 pictures: words in them are not read", "1 formulas are read as their signs in a row",
                "1 comments are left out", "footnote, left out of the text: 注一 注二",
            ])
    }

    @Test("results of fields are read, their instructions are not")
    func fields() throws {
        let body = """
            <w:p><w:r><w:t>第</w:t><w:fldChar w:fldCharType="begin"/><w:instrText>REF a \\h</w:instrText>\
            <w:fldChar w:fldCharType="separate"/><w:t>五</w:t><w:fldChar w:fldCharType="end"/></w:r>\
            <w:fldSimple w:instr="PAGE"><w:r><w:t>条</w:t></w:r></w:fldSimple>\
            <w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent><w:r><w:t>规定</w:t></w:r></w:sdtContent></w:sdt>\
            <w:ruby><w:rt><w:r><w:t>cǎi</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>采</w:t></w:r></w:rubyBase></w:ruby></w:p>
            """
        #expect(try text(body) == "第五条规定采\n")
    }

    @Test("the strict edition and another prefix are the same language")
    func strict() throws {
        var draft = WordDraft("")
        draft.document = Array(
            "<x:document xmlns:x=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><x:body><x:p><x:r><x:t>第一条</x:t></x:r></x:p></x:body></x:document>"
                .utf8)
        #expect(try read(draft).text == "第一条\n")
    }
}
