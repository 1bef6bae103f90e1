import Rendering
import Testing

@Suite struct TextTests {
    @Test(arguments: [
        ("a", 1), ("中", 2), ("，", 2), ("Ａ", 2), ("e\u{301}", 1), ("\u{200B}", 0), ("👍", 2), ("❤\u{FE0F}", 2),
        ("한", 2),
        ("𠮷", 2), ("ｱ", 1), ("🇨🇳", 2), ("…", 1),
    ]) func `wide signs fill two columns and marks none`(_ text: String, _ width: Int) {
        #expect(DisplayWidth.of(text) == width)
    }

    @Test(arguments: HostileText.all) func `escaped text holds no active character`(_ text: String) {
        let bytes = Array(HTMLText.escape(text).utf8)
        #expect(
            !bytes.contains(0x3C) && !bytes.contains(0x3E) && !bytes.contains(0x22) && !bytes.contains(0x27))
        #expect(
            HTMLText.escape(text).unicodeScalars.allSatisfy { $0 == "\n" || VisibleText.form(of: $0) == nil })
    }

    @Test func `a quotation mark under a combining mark is escaped`() {
        let combining: [String] = ["\u{301}", "\u{20DD}", "\u{338}", "\u{FE0F}"]
        for sign in ["\"", "'", "<", ">", "&"] {
            for mark in combining {
                #expect(HTMLText.escape(sign + mark).utf8.first == UInt8(ascii: "&"))
                #expect(HTMLText.escape(sign + mark).utf8.contains(UInt8(ascii: ";")))
            }
        }
    }

    @Test func `only harmless schemes become links`() {
        #expect(HTMLText.link("https://example.org/?a=1&b=\"") == "https://example.org/?a=1&amp;b=&quot;")
        for bad in [
            "javascript:alert(1)", " https://x", "data:text/html,x", "https://a\nb", "//x", "HTTP:/x", "",
        ] {
            #expect(HTMLText.link(bad) == nil)
        }
    }

    @Test func `what would act on a screen is written out`() {
        #expect(VisibleText.line("\u{1B}[2J\r\n\t\u{202E}\u{85}\u{7F}") == "␛[2J␍␊␉‹U+202E›‹U+0085›␡")
        #expect(VisibleText.lines("a\nb") == "a\nb")
        #expect(VisibleText.line("网络 “安全”，é") == "网络 “安全”，é")
    }

    @Test func `a changed look-alike carries its code point`() {
        #expect(
            VisibleText.changed("\u{F9DC}").unicodeScalars.elementsEqual("\u{F9DC}‹U+F9DC›".unicodeScalars))
        #expect(VisibleText.changed("\u{3000}") == "\u{3000}‹U+3000›")
        #expect(VisibleText.changed("应当") == "应当")
    }

    @Test(arguments: [8, 10, 17, 40, 74]) func `no line is wider than asked and nothing is lost`(_ width: Int)
    {
        let texts =
            HostileText.all + [
                "网络运营者应当（在二十四小时内），向“主管部门”报告：一、原因；二、后果。The operator shall report within 24 hours, "
                    + "without undue delay,to the authority.",
                String(repeating: "长", count: 100) + String(repeating: "x", count: 100),
            ]
        for text in texts {
            let lines = LineBreaker.lines([StyledRun(text)], width: width).map { $0.map(\.text).joined() }
            for line in lines { #expect(DisplayWidth.of(line) <= width) }
            let kept = lines.joined().unicodeScalars.filter { $0 != " " }
            let had = VisibleText.line(text).unicodeScalars.filter { $0 != " " }
            #expect(kept.elementsEqual(had))
        }
    }

    @Test func `a line never begins with a closing sign nor ends with an opening one`() {
        let text = "甲（乙），丙“丁”。戊《己》、庚：辛；壬！癸？"
        for width in 8...30 {
            for line in LineBreaker.lines([StyledRun(text)], width: width).dropFirst() {
                let first = line.first?.text.unicodeScalars.first
                #expect(first.map { !"，。）”》、：；！？".unicodeScalars.contains($0) } ?? true)
            }
            for line in LineBreaker.lines([StyledRun(text)], width: width).dropLast() {
                let last = line.last?.text.unicodeScalars.last
                #expect(last.map { !"（“《".unicodeScalars.contains($0) } ?? true)
            }
        }
    }

    @Test func `English words stay whole where they fit`() {
        let lines = LineBreaker.lines([StyledRun("The operator shall report.")], width: 12).map {
            $0.map(\.text).joined()
        }
        #expect(lines == ["The operator", "shall", "report."])
    }

    @Test func `a path breaks behind a slash`() {
        let lines = LineBreaker.lines([StyledRun("from cn/some-law/draft.txt")], width: 16).map {
            $0.map(\.text).joined()
        }
        #expect(lines == ["from cn/", "some-law/", "draft.txt"])
    }

    @Test(arguments: HostileText.all) func `escaped Markdown starts no mark-up`(_ text: String) {
        let escaped = Array(MarkdownText.escape(text, atLineStart: true).unicodeScalars)
        var index = 0
        while index < escaped.count {
            if escaped[index] == "\\" {
                index += 2
                continue
            }
            if escaped[index...].starts(with: "&#32;".unicodeScalars) { index += 2 }
            #expect(!"`*_[]<>~#".unicodeScalars.contains(escaped[index]))
            index += 1
        }
    }
}
