import Foundation
import Material
import TestSupport
import Testing
import Transport

@Suite("PDF", .enabled(if: Installed.pdftotext, "pdftotext is not installed"))
struct PDFReaderTests {
    private func read(_ bytes: [UInt8]) async throws -> Readout {
        try await PDFReader().read(ReadingRequest(bytes: bytes, name: "a.pdf")).get()
    }

    private func law(_ change: (inout PDFDraft) -> Void, fold: Bool = false) -> [UInt8] {
        var draft = PDFDraft()
        change(&draft)
        draft.set(FortyArticles.lines) { index, line in index < 2 || FortyArticles.isChapter(line) }
        if fold { draft.fold() }
        return draft.bytes
    }

    @Test("a law in PDF gives the tree of the plain text, however its paragraphs are set")
    func law() async throws {
        let plain = FortyArticles.outline(of: FortyArticles.text)
        for style in [PDFDraft.Style.indented, .flush, .hanging] {
            for columns in [22, 28, 34, 39] {
                let readout = try await read(
                    law {
                        $0.style = style
                        $0.columns = columns
                        // With nothing else to tell paragraphs apart, offices leave room between them.
                        $0.gap = style == .flush ? 8 : 0
                        $0.size = columns > 34 ? 10.5 : 12
                    })
                #expect(FortyArticles.outline(of: readout.text) == plain, "\(style), \(columns) columns")
                #expect(readout.format == .pdf && readout.notices.isEmpty)
            }
        }
    }

    @Test("room between the characters of a line is no blank")
    func spread() async throws {
        let readout = try await read(
            law {
                $0.spread = 2.2; $0.columns = 30
            })
        #expect(FortyArticles.outline(of: readout.text) == FortyArticles.outline(of: FortyArticles.text))
    }

    @Test("running heads, feet and page numbers are left out and said")
    func furniture() async throws {
        let readout = try await read(
            law {
                $0.head = "示例市人民政府公报 2021年第3期"
                $0.foot = "— # —"
            })
        #expect(FortyArticles.outline(of: readout.text) == FortyArticles.outline(of: FortyArticles.text))
        #expect(readout.notices.count == 1 && readout.notices[0].contains("—#—"))
    }

    @Test("an item that ends several pages at one height stays")
    func noFurniture() async throws {
        var draft = PDFDraft()
        draft.rows = 4
        draft.set(
            (1...12).flatMap { ["第\(FortyArticles.numeral($0))条　下列情形：", "（一）甲；", "（二）乙；", "（三）其他情形。"] }
        ) {
            _, _ in false
        }
        #expect(draft.pages.count >= 12)
        let text = try await read(draft.bytes).text
        #expect(text.split(separator: "\n").filter { $0 == "（三）其他情形。" }.count == 12)
    }

    @Test("a line that refers to an article at its start begins no paragraph")
    func reference() async throws {
        var draft = PDFDraft()
        draft.columns = 20
        draft.set([
            "规定", "第一条　经营者应当遵守本规定的要求，并依照本办法的第二条的规定办理备案手续。", "第二条　违反规定的，依照第一条处理。",
        ]) { index, _ in index == 0 }
        let text = try await read(draft.bytes).text
        #expect(
            text.split(separator: "\n").map(String.init) == [
                "规定", "第一条　经营者应当遵守本规定的要求，并依照本办法的第二条的规定办理备案手续。", "第二条　违反规定的，依照第一条处理。",
            ])
    }

    @Test("a long title and a note in brackets on several lines are one each")
    func title() async throws {
        var draft = PDFDraft()
        draft.columns = 24
        let title = "示例市河道采砂许可证核发和监督管理的若干具体规定"
        let note = "（2021年3月5日示例市第十届人民代表大会常务委员会第七次会议通过　自2021年7月1日起施行）"
        draft.set([title, note, "第一条　" + String(repeating: "为了加强管理，", count: 9) + "制定本规定。"]) { index, _ in
            index < 2
        }
        let lines = try await read(draft.bytes).text.split(separator: "\n").map(String.init)
        #expect(lines.count == 3)
        #expect(lines.first == title)
        #expect(lines.dropFirst().first == note)
    }

    @Test("without indents, a full line that ends a sentence at the foot of a page is named")
    func doubtful() async throws {
        var draft = PDFDraft()
        draft.style = .flush
        draft.columns = 20
        draft.rows = 4
        let full = "经营者应当保存日志并且每年报告一次情况。"
        draft.set([
            "规定", "第一条　一。", full, "又一款。", "第二条　二。", "第三条　三。", "第四条　四。",
        ]) { index, _ in index == 0 }
        let readout = try await read(draft.bytes)
        #expect(draft.pages.first?.last?.text == full)
        #expect(readout.text.contains(full + "又一款。\n"))
        #expect(readout.notices == ["whether a paragraph ends at the foot of page 1 cannot be told"])
    }

    @Test("two columns are read one after the other")
    func columns() async throws {
        let readout = try await read(
            law(
                { draft in
                    draft.columns = 18
                    draft.foot = "# / 9"
                }, fold: true))
        #expect(FortyArticles.outline(of: readout.text) == FortyArticles.outline(of: FortyArticles.text))
    }

    @Test("a table is read row by row, however its cells stand")
    func table() async throws {
        var draft = PDFDraft()
        draft.pages = [[]]
        for row in 0..<20 {
            let y = 700 - Double(row) * 20
            draft.pages[0].append((text: "第\(row)类", x: 90, y: y, size: 12))
            draft.pages[0].append((text: "每吨\(row)元", x: 330, y: y, size: 12))
        }
        let lines = try await read(draft.bytes).text.split(separator: "\n")
        #expect(lines.count == 20)
        #expect(lines.first.map { $0.hasPrefix("第0类") && $0.hasSuffix("每吨0元") } == true)
    }

    @Test("one page that is a picture among pages of text is a fault, an empty one is said")
    func pictures() async {
        func result(_ change: (inout PDFDraft) -> Void) async -> Result<Readout, ReadingFault> {
            await PDFReader().read(
                ReadingRequest(
                    bytes: law { draft in
                        draft.pages.append([("（图）", 90, 700, 12)])
                        change(&draft)
                    }, name: "a"))
        }
        #expect(await result { $0.pictures = [0] }.kind == .empty)
        #expect(await result { _ in }.kind == nil)
        // A picture behind text, as a letterhead, is none of our business.
        #expect(await result { $0.pictures = [1] }.kind == nil)
    }

    @Test("words without a place are no text, and few of them are said")
    func astray() throws {
        func read(_ astray: Int) -> Result<Readout, ReadingFault> {
            func word(_ text: String, _ left: Int, _ right: Int, _ y: Int) -> String {
                "<word xMin=\"\(left)\" yMin=\"\(y)\" xMax=\"\(right)\" yMax=\"\(y + 12)\">\(text)</word>"
            }
            let lines = (0..<10).map { word("经营者应当保存日志。", 90, 210, 100 + $0 * 20) }
            let lost = (0..<astray).map { word("失", 90, 90, 400 + $0) }
            let page = "<doc><page width=\"595\" height=\"842\">\((lines + lost).joined())</page></doc>"
            return PDFReader.readout(ofWords: Array(page.utf8), ReadingRequest(bytes: [], name: "a"))
        }
        #expect(try read(0).get().notices.isEmpty)
        #expect(try read(1).get().notices == ["1 characters that stand nowhere on the pages are left out"])
        #expect(read(9).kind == .lossy)
    }

    @Test("English lines are joined by blanks")
    func english() async throws {
        var draft = PDFDraft()
        draft.columns = 30
        draft.style = .flush
        draft.set([
            "Rules",
            "Article 1 The operator shall keep its logs for six months and report to the office every year.",
            "Article 2 This ends.",
        ]) { _, _ in false }
        let lines = try await read(draft.bytes).text.split(separator: "\n").map(String.init)
        #expect(
            lines.dropFirst().first
                == "Article 1 The operator shall keep its logs for six months and report to the office every year."
        )
    }

    @Test("a scan is empty, bytes that are no PDF are malformed, half a PDF is a fault")
    func faults() async {
        var blank = PDFDraft()
        blank.pages = [[], [("图", 90, 700, 12)]]
        #expect(await PDFReader().read(ReadingRequest(bytes: blank.bytes, name: "a")).kind == .empty)
        let bytes = law { _ in }
        for cut in [10, bytes.count / 2] {
            let kind = await PDFReader().read(ReadingRequest(bytes: Array(bytes.prefix(cut)), name: "a")).kind
            #expect(kind == .malformed, "cut at \(cut)")
        }
        #expect(await PDFReader().read(ReadingRequest(bytes: [], name: "a")).kind == .malformed)
    }

    @Test("the limits of text and nodes hold")
    func limits() async {
        var request = ReadingRequest(bytes: law { _ in }, name: "a")
        request.limits.textBytes = 1_000
        #expect(await PDFReader().read(request).kind == .tooLarge)
        request.limits = ReadingLimits(unpackedBytes: 1_000)
        #expect(await PDFReader().read(request).kind == .tooLarge)
    }

    @Test("an encrypted PDF is named", .enabled(if: Installed.qpdf, "qpdf is not installed"))
    func encrypted() async throws {
        let folder = try TemporaryFolder()
        let plain = folder.url.appending(path: "a.pdf")
        try Data(law { _ in }).write(to: plain)
        let locked = folder.url.appending(path: "b.pdf")
        let run = try CommandRun(
            URL(filePath: "/usr/bin/qpdf"),
            ["--encrypt", "user", "owner", "256", "--", plain.path, locked.path])
        #expect(run.status == 0, "\(run.errors)")
        let bytes = [UInt8](try Data(contentsOf: locked))
        #expect(await PDFReader().read(ReadingRequest(bytes: bytes, name: "a")).kind == .encrypted)
    }

    @Test(
        "what LibreOffice makes of a law reads as the law",
        .enabled(if: Installed.soffice, "LibreOffice is not installed"))
    func embedded() async throws {
        let folder = try TemporaryFolder()
        let file = folder.url.appending(path: "a.docx")
        let font = "<w:rFonts w:eastAsia=\"Noto Serif CJK SC\"/>"
        let body = FortyArticles.lines.enumerated().map { index, line -> String in
            let place =
                index < 2 || FortyArticles.isChapter(line)
                ? "<w:jc w:val=\"center\"/>" : "<w:ind w:firstLine=\"480\"/><w:jc w:val=\"both\"/>"
            let size = index == 0 ? "<w:sz w:val=\"44\"/>" : "<w:sz w:val=\"24\"/>"
            return "<w:p><w:pPr>\(place)</w:pPr>\(WordDraft.run(line, properties: font + size))</w:p>"
        }
        try Data(try WordDraft(body.joined()).bytes()).write(to: file)
        let run = try CommandRun(
            URL(filePath: "/usr/bin/soffice"),
            [
                "-env:UserInstallation=\(folder.url.appending(path: "profile").absoluteString)", "--headless",
                "--convert-to", "pdf:writer_pdf_Export", "--outdir", folder.url.path, file.path,
            ], environment: ["HOME": folder.url.path])
        #expect(run.status == 0, "\(run.errors)")
        let bytes = [UInt8](try Data(contentsOf: folder.url.appending(path: "a.pdf")))
        let readout = try await read(bytes)
        #expect(FortyArticles.outline(of: readout.text) == FortyArticles.outline(of: FortyArticles.text))
    }
}

/// What this machine has, for `.enabled(if:)`.
enum Installed {
    static let pdftotext = FileManager.default.isExecutableFile(atPath: "/usr/bin/pdftotext")
    static let qpdf = FileManager.default.isExecutableFile(atPath: "/usr/bin/qpdf")
    static let soffice = FileManager.default.isExecutableFile(atPath: "/usr/bin/soffice")
}
