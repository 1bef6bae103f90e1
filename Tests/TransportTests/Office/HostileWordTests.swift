import Foundation
import Material
import TestSupport
import Testing
import Transport

@Suite("hostile Word documents")
struct HostileWordTests {
    private func fault(_ draft: WordDraft, _ limits: ReadingLimits = ReadingLimits()) throws -> ReadingFault
        .Kind?
    {
        let request = ReadingRequest(bytes: try draft.bytes(), name: "a.docx", limits: limits)
        switch WordReader.read(request) {
        case .success: return nil
        case .failure(let fault):
            #expect(!fault.message.isEmpty)
            return fault.kind
        }
    }

    private func fault(main: String) throws -> ReadingFault.Kind? {
        var draft = WordDraft("")
        draft.document = Array(main.utf8)
        return try fault(draft)
    }

    private let root = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"

    @Test("ten levels of laughs, in the text and in an attribute's default, are refused at once")
    func laughs() throws {
        let levels = (1...9).map { level in
            "<!ENTITY l\(level) \"\(String(repeating: "&l\(level - 1);", count: 10))\">"
        }
        let entities = "<!ENTITY l0 \"haha\">" + levels.joined()
        let text = "<w:body><w:p><w:r><w:t>&l9;</w:t></w:r></w:p></w:body></w:document>"
        #expect(try fault(main: "<?xml version=\"1.0\"?><!DOCTYPE d [\(entities)]>\(root)\(text)") == .entity)
        let inDefault = "<!ATTLIST w:document x CDATA \"&l9;\">"
        #expect(
            try fault(main: " <!-- a --><!DOCTYPE d [\(entities)\(inDefault)]>\(root)</w:document>")
                == .entity)
    }

    @Test("an external entity, a DTD and a parameter entity knock nowhere")
    func external() throws {
        let canary = try Canary()
        let address = "http://127.0.0.1:\(canary.port)/secret"
        let text = "<w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>"
        for type in [
            "<!DOCTYPE d [<!ENTITY x SYSTEM \"\(address)\">]>", "<!DOCTYPE d SYSTEM \"\(address)\">",
            "<!DOCTYPE d [<!ENTITY % x SYSTEM \"\(address)\"> %x;]>",
            "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>",
        ] {
            #expect(try fault(main: type + root + text) == .entity)
        }
        #expect(try fault(main: root + text) == .entity)
        // Relationships to the outside are not followed either.
        var draft = WordDraft(lines: ["文"])
        draft.extra = [("word/_rels/settings.xml.rels", Array(address.utf8))]
        #expect(try fault(draft) == nil)
        #expect(canary.hits() == 0)
    }

    @Test("a document type in UTF-16 is seen; a character set that hides it is refused")
    func hiddenType() throws {
        let main =
            "<?xml version=\"1.0\" encoding=\"UTF-16\"?><!DOCTYPE d [<!ENTITY x \"y\">]>\(root)</w:document>"
        for encoding in [String.Encoding.utf16, .utf16LittleEndian, .utf16BigEndian] {
            var draft = WordDraft("")
            draft.document = [UInt8](try #require(main.data(using: encoding)))
            #expect(try fault(draft) == .entity)
        }
        for label in ["UTF-7", "ebcdic-cp-us", "utf-32"] {
            #expect(
                try fault(main: "<?xml version='1.0' encoding='\(label)'?>\(root)</w:document>") == .malformed
            )
        }
        var sound = WordDraft("")
        let text =
            "<?xml version=\"1.0\" encoding=\"UTF-16\"?>\(root)<w:body><w:p><w:r><w:t>第一条</w:t></w:r></w:p></w:body></w:document>"
        sound.document = [UInt8](try #require(text.data(using: .utf16)))
        #expect(try fault(sound) == nil)
    }

    @Test("depth, nodes and text have their limits")
    func limits() throws {
        let deep =
            String(repeating: "<w:sdt>", count: 100_000) + String(repeating: "</w:sdt>", count: 100_000)
        var limits = ReadingLimits(ratio: 100_000)
        #expect(try fault(WordDraft(deep), limits) == .tooDeep)
        let boxes =
            String(repeating: "<w:p><w:r><w:txbxContent>", count: 1_000) + WordDraft.paragraph("底")
            + String(repeating: "</w:txbxContent></w:r></w:p>", count: 1_000)
        #expect(try fault(WordDraft(boxes), limits) == nil)
        let lines = WordDraft(lines: Array(repeating: "第一条 文字。", count: 1_000))
        limits.nodes = 5_000
        #expect(try fault(lines, limits) == .tooLarge)
        limits.nodes = 50_000
        limits.textBytes = 10_000
        #expect(try fault(lines, limits) == .tooLarge)
        limits.textBytes = 100_000
        #expect(try fault(lines, limits) == nil)
    }

    @Test("a styles chain that bites its tail ends")
    func loop() throws {
        var draft = WordDraft(WordDraft.paragraph("文", properties: "<w:pStyle w:val=\"A\"/>"))
        draft.styles =
            "<w:style w:styleId=\"A\"><w:basedOn w:val=\"B\"/></w:style><w:style w:styleId=\"B\"><w:basedOn w:val=\"A\"/></w:style>"
        #expect(try fault(draft) == nil)
    }

    @Test("cut off XML, no text, a foreign document inside, another archive and no archive are faults")
    func others() throws {
        let whole =
            "\(root)<w:body>\(WordDraft.paragraph("第一条 文。"))\(WordDraft.paragraph("第二条"))</w:body></w:document>"
        for cut in stride(from: 1, to: whole.count - 1, by: 7) {
            #expect(try fault(main: String(whole.prefix(cut))) == .malformed)
        }
        #expect(try fault(WordDraft("<w:p/>")) == .empty)
        #expect(try fault(WordDraft("<w:altChunk/>")) == .unknownFormat)
        let other = try ZipArchive.bytes([("a.txt", [1])])
        #expect(WordReader.read(ReadingRequest(bytes: other, name: "a")).kind == .malformed)
        #expect(WordReader.read(ReadingRequest(bytes: Array("PK".utf8), name: "a")).kind == .malformed)
        #expect(WordReader.read(ReadingRequest(bytes: [], name: "a")).kind == .malformed)
        let wrapper: [UInt8] =
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 600)
        #expect(WordReader.read(ReadingRequest(bytes: wrapper, name: "a")).kind == .encrypted)
    }

    @Test("a main part of a gibibyte is a bomb")
    func bomb() {
        var main = RawZip.Entry("word/document.xml", RawZip.deflatedZeros(1 << 30))
        main.method = 8
        main.declared = 500
        let request = ReadingRequest(bytes: RawZip(entries: [main]).bytes, name: "a.docx")
        #expect(WordReader.read(request).kind == .bomb)
    }

    @Test("changed bytes of the parts never trap", arguments: 0..<10)
    func mutated(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let sound = Array(
            "\(root)<w:body>\(WordDraft.numbered("文", list: 1))<w:tbl><w:tr><w:tc>\(WordDraft.paragraph("格"))</w:tc></w:tr></w:tbl></w:body></w:document>"
                .utf8)
        for _ in 0..<100 {
            var draft = WordDraft("")
            var bytes = sound
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                let at = Int.random(in: 0..<bytes.count, using: &generator)
                if Bool.random(using: &generator) {
                    bytes[at] = .random(in: 0...255, using: &generator)
                } else {
                    bytes.removeSubrange(at..<min(at + 9, bytes.count))
                }
            }
            draft.document = bytes
            draft.numbering = "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"9\"/></w:num>"
            _ = try fault(draft)
        }
    }
}

extension Result where Failure == ReadingFault {
    /// The kind of the fault; nil for success.
    var kind: ReadingFault.Kind? {
        if case .failure(let fault) = self { return fault.kind }
        return nil
    }
}
