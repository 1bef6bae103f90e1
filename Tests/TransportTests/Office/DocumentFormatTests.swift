import Foundation
import Material
import Testing
import Transport

@Suite("kinds of documents")
struct DocumentFormatTests {
    @Test("text that looks alike is told apart by its beginning, then by the transfer")
    func text() {
        let cases: [(String, String?, Readout.Format?)] = [
            ("第一条 文。", nil, .plain), ("第一条 文。", "text/html", .html), ("", nil, .plain), ("{}", nil, .plain),
            ("\u{FEFF} \n<!DOCTYPE HTML>", nil, .html), ("<HTML lang=zh>", "text/plain", .html),
            ("<!-- x --><html>", nil, .html), ("<?xml version=\"1.0\"?><html>", nil, .html),
            ("<?xml version=\"1.0\"?><rss>", "text/xml", nil), ("<div id=a>", nil, .html),
            ("<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><w/>", nil, .doc),
            ("{\\rtf1\\ansi", "application/msword", .doc), ("%PDF-1.7", "text/html", .pdf),
            ("junk before\n%PDF-1.4", nil, .pdf), ("a < b", nil, .plain),
            ("MIME-Version: 1.0\nContent-Type: multipart/related", nil, nil),
        ]
        for (words, type, format) in cases {
            #expect(DocumentFormat.sniff(Array(words.utf8), mediaType: type) == format, "\(words)")
        }
        let wide = [UInt8]("<html><body>第".data(using: .utf16) ?? Data())
        #expect(DocumentFormat.sniff(wide) == .html)
        let marked = [UInt8]("第一条".data(using: .utf16LittleEndian) ?? Data())
        #expect(DocumentFormat.sniff([0xFF, 0xFE] + marked) == .plain)
    }

    @Test("archives are told apart by what is in them")
    func archives() throws {
        func sniff(_ names: String..., name: String = "a") throws -> Readout.Format? {
            DocumentFormat.sniff(try ZipArchive.bytes(names.map { ($0, [1]) }), name: name)
        }
        #expect(try sniff("[Content_Types].xml", "word/document.xml") == .docx)
        #expect(try sniff("[Content_Types].xml", "_rels/.rels", "doc/main.xml") == .docx)
        #expect(try sniff("OFD.xml", "Doc_0/Document.xml") == .ofd)
        #expect(try sniff("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml") == nil)
        #expect(try sniff("readme.txt") == nil)
        #expect(try sniff("readme.txt", name: "x.WPS") == .wps)
        // A fault in an archive is for its reader to name.
        #expect(
            DocumentFormat.sniff(RawZip(entries: [.init("word/document.xml", [1]), .init("../x", [])]).bytes)
                == .docx)
    }

    @Test("pictures, programs and other binary data are nothing that is read")
    func binary() {
        let starts: [[UInt8]] = [
            [0x89, 0x50, 0x4E, 0x47, 0x0D], [0xFF, 0xD8, 0xFF, 0xE0], Array("GIF89a".utf8), [0x1F, 0x8B, 8],
            [0x7F, 0x45, 0x4C, 0x46], Array("Rar!".utf8), [0x41, 0, 0, 0, 0x42],
        ]
        for start in starts {
            #expect(DocumentFormat.sniff(start + Array(repeating: 0x41, count: 100)) == nil)
        }
        let sheet: [UInt8] =
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + "Workbook".utf8.flatMap { [$0, 0] }
        #expect(DocumentFormat.sniff(sheet) == nil)
    }
}
