import Material
import Testing
import Transport

@Suite("automatic numbers in Word documents")
struct WordNumberingTests {
    private func read(_ body: [String], _ numbering: String, styles: String? = nil) throws -> Readout {
        var draft = WordDraft(body.joined())
        draft.numbering = numbering
        draft.styles = styles
        return try WordReader.read(ReadingRequest(bytes: try draft.bytes(), name: "a.docx")).get()
    }

    private func pattern(_ id: Int, _ inside: String) -> String {
        "<w:abstractNum w:abstractNumId=\"\(id)\">\(inside)</w:abstractNum>"
    }

    private func list(_ id: Int, of pattern: Int, _ inside: String = "") -> String {
        "<w:num w:numId=\"\(id)\"><w:abstractNumId w:val=\"\(pattern)\"/>\(inside)</w:num>"
    }

    private let tight = "<w:suff w:val=\"nothing\"/>"

    @Test("a law whose numbers are all automatic reads as the plain text does")
    func law() throws {
        // Chapters, articles that count through them, items that begin anew in each article.
        let numbering =
            pattern(1, WordDraft.level(0, "chineseCountingThousand", "第%1章"))
            + pattern(
                2,
                WordDraft.level(0, "chineseCountingThousand", "第%1条")
                    + WordDraft.level(1, "chineseCounting", "（%2）", more: tight))
            + list(1, of: 1) + list(2, of: 2)
        let body = FortyArticles.lines.enumerated().map { index, line -> String in
            let words = String(line.drop { $0 != "　" }.dropFirst())
            if index < 2 { return WordDraft.paragraph(line) }
            if FortyArticles.isChapter(line) { return WordDraft.numbered(words, list: 1) }
            if line.hasPrefix("第") { return WordDraft.numbered(words, list: 2) }
            if line.hasPrefix("（") {
                return WordDraft.numbered(String(line.drop { $0 != "）" }.dropFirst()), list: 2, level: 1)
            }
            return WordDraft.paragraph(line)
        }
        let readout = try read(body, numbering)
        let spaced = FortyArticles.text.replacing("　", with: " ")
        #expect(readout.text.replacing("　", with: " ") == spaced)
        #expect(readout.notices.isEmpty)
    }

    @Test("levels show the numbers of the levels above them")
    func levels() throws {
        let numbering =
            pattern(
                1,
                WordDraft.level(0, "upperRoman", "%1.") + WordDraft.level(1, "decimal", "%1.%2")
                    + WordDraft.level(2, "lowerLetter", "(%3)")
                    + WordDraft.level(3, "decimal", "%1-%2", more: "<w:isLgl/>")) + list(1, of: 1)
        let body = [0, 1, 1, 2, 2, 0, 1, 2, 3].map { WordDraft.numbered("x", list: 1, level: $0) }
        #expect(
            try read(body, numbering).text
                == "I. x\nI.1 x\nI.2 x\n(a) x\n(b) x\nII. x\nII.1 x\n(a) x\n2-1 x\n")
    }

    @Test("lists of one pattern count together, unless one says where it begins")
    func sharing() throws {
        let numbering =
            pattern(1, WordDraft.level(0, "decimal", "%1、", more: tight)) + list(1, of: 1) + list(2, of: 1)
            + list(3, of: 1, "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"7\"/></w:lvlOverride>")
        let body = [1, 1, 2, 3, 3, 1].map { WordDraft.numbered("x", list: $0) }
        #expect(try read(body, numbering).text == "1、x\n2、x\n3、x\n7、x\n8、x\n9、x\n")
    }

    @Test("a level that never restarts counts on")
    func restart() throws {
        let numbering =
            pattern(
                1,
                WordDraft.level(0, "decimal", "第%1章")
                    + WordDraft.level(1, "decimal", "第%2条", more: "<w:lvlRestart w:val=\"0\"/>"))
            + list(1, of: 1)
        let body = [0, 1, 1, 0, 1].map { WordDraft.numbered("x", list: 1, level: $0) }
        #expect(try read(body, numbering).text == "第1章 x\n第1条 x\n第2条 x\n第2章 x\n第3条 x\n")
    }

    @Test("a style numbers its paragraphs, also through another style, and numId 0 takes the number away")
    func styles() throws {
        let numbering =
            pattern(1, WordDraft.level(0, "japaneseCounting", "第%1条", more: "<w:pStyle w:val=\"Article\"/>"))
            + list(4, of: 1)
        let styles =
            "<w:style w:type=\"paragraph\" w:styleId=\"Article\"><w:pPr><w:numPr><w:numId w:val=\"4\"/></w:numPr></w:pPr></w:style>"
            + "<w:style w:type=\"paragraph\" w:styleId=\"Sub\"><w:basedOn w:val=\"Article\"/></w:style>"
        let body = [
            WordDraft.paragraph("一", properties: "<w:pStyle w:val=\"Article\"/>"),
            WordDraft.paragraph("二", properties: "<w:pStyle w:val=\"Sub\"/>"),
            WordDraft.paragraph(
                "无", properties: "<w:pStyle w:val=\"Sub\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>"),
        ]
        #expect(try read(body, numbering, styles: styles).text == "第一条 一\n第二条 二\n无\n")
    }

    @Test("a list may take its levels from a list style")
    func linked() throws {
        let numbering =
            pattern(1, "<w:numStyleLink w:val=\"Laws\"/>")
            + pattern(2, "<w:styleLink w:val=\"Laws\"/>" + WordDraft.level(0, "decimal", "%1."))
            + list(1, of: 1)
        #expect(try read([WordDraft.numbered("x", list: 1)], numbering).text == "1. x\n")
    }

    @Test("a paragraph that is deleted or hidden whole is not counted; an old property is not read")
    func notCounted() throws {
        let numbering = pattern(1, WordDraft.level(0, "decimal", "%1.")) + list(1, of: 1)
        let deleted =
            "<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr><w:del w:id=\"2\"><w:r><w:t>x</w:t></w:r></w:del></w:p>"
        let old =
            "<w:p><w:pPr><w:pPrChange w:id=\"3\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:pPrChange></w:pPr>\(WordDraft.run("旧"))</w:p>"
        let body = [WordDraft.numbered("a", list: 1), deleted, old, WordDraft.numbered("b", list: 1)]
        #expect(try read(body, numbering).text == "1. a\n旧\n2. b\n")
    }

    @Test("a format that we do not write is said, and so is a doubtful one")
    func unknown() throws {
        let numbering = pattern(1, WordDraft.level(0, "hebrew1", "%1.")) + list(1, of: 1)
        let readout = try read([WordDraft.numbered("x", list: 1)], numbering)
        #expect(readout.text == "1. x\n")
        #expect(readout.notices == ["numbers in the format hebrew1 are written in Arabic digits"])
        let many =
            pattern(
                1,
                WordDraft.level(0, "japaneseCounting", "第%1条").replacing("w:val=\"1\"", with: "w:val=\"101\"")
            )
            + list(1, of: 1)
        let doubtful = try read([WordDraft.numbered("x", list: 1)], many)
        #expect(doubtful.text == "第一百零一条 x\n" && doubtful.notices.count == 1)
    }

    @Test(
        "numbers are written as laws write them",
        arguments: [
            (1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (21, "二十一"), (99, "九十九"), (100, "一百"), (101, "一百零一"),
            (110, "一百一十"), (111, "一百一十一"), (1_000, "一千"), (1_001, "一千零一"), (1_010, "一千零一十"),
            (1_260, "一千二百六十"),
        ])
    func counting(number: Int, words: String) throws {
        let start = "w:val=\"\(number)\""
        let numbering =
            pattern(
                1, WordDraft.level(0, "chineseCountingThousand", "第%1条").replacing("w:val=\"1\"", with: start)
            )
            + list(1, of: 1)
        #expect(try read([WordDraft.numbered("x", list: 1)], numbering).text == "第\(words)条 x\n")
    }
}
