import Statute
import Testing

@testable import GitStore

@Suite struct LayoutTests {
    @Test func `an instrument is sharded by the hash of its slug`() throws {
        let key = try instrument("cn/cybersecurity-law")
        let shard = SHA256.hex(of: bytes("cybersecurity-law")).prefix(2)
        let version = try versionKey("cn/cybersecurity-law", "2015-07-06.draft-1")
        let source = try CaptureKey(instrument: key, source: "npc.gov.cn_flk")
        #expect(try StoreLayout.folder(key).text == "cn/\(shard)/cybersecurity-law")
        #expect(
            try StoreLayout.text(version, language: "zh").text
                == "cn/\(shard)/cybersecurity-law/2015-07-06.draft-1/zh.txt")
        #expect(
            try StoreLayout.document(source, type: "pdf").text
                == "cn/\(shard)/cybersecurity-law/npc.gov.cn_flk/document.pdf")
        #expect(try StoreLayout.timeline(key) == "refs/heads/timeline/cn/cybersecurity-law")
    }

    @Test(
        "paths outside the grammar are refused",
        arguments: [
            "", "/abs", "a//b", "a/", "..", "a/../b", ".git", ".GiT/config", "git~1", ".g\u{200c}it", "A/b",
            "a\\b",
            "a:b", "con", "aux.txt", "lpt9.json", "a\nb", "a\u{1b}b", "\u{202e}a", "a.", "-rf", "é",
            "e\u{301}",
            String(repeating: "a", count: 121), "a/b/c/d/e/f/g/h/i/j/k/l/m", "a\0b", "_a", ".",
        ])
    func refusedPath(text: String) {
        let error = storeError { _ = try StorePath(text) }
        #expect(error?.exitCode == 65)
        #expect(error?.description.unicodeScalars.contains { Printable.steers($0) } == false)
    }

    @Test(
        "paths inside the grammar are kept as they are",
        arguments: ["a", "a/b.c/d_e-f", "0/2015-07-06.draft-1/zh.txt"])
    func acceptedPath(text: String) throws {
        #expect(try StorePath(text).text == text)
    }

    @Test(
        "an instrument that is called like a device is refused", arguments: ["cn/con", "cn/aux", "cn/lpt9"])
    func refusedInstrument(id: String) throws {
        let device = try instrument(id)
        #expect(storeError { _ = try StoreLayout.folder(device) }?.exitCode == 65)
        #expect(storeError { _ = try StoreLayout.timeline(device) }?.exitCode == 65)
        #expect(storeError { _ = try draft(id, "2001-01-01.a", "第一条") }?.exitCode == 65)
        #expect(InstrumentID(stored: id) == nil)
    }

    @Test func `versions sort by date with the undated first`() throws {
        let names = ["2016-11-07.adopted", "undated.x", "1949-10-01.a", "2015-07-06.draft-1", "1949-10-01.b"]
        let sorted = try names.map { try versionKey("cn/x", $0) }.sorted().map(\.version.description)
        #expect(
            sorted == [
                "undated.x", "1949-10-01.a", "1949-10-01.b", "2015-07-06.draft-1", "2016-11-07.adopted",
            ])
    }

    @Test("sources, languages and endings have their own grammars")
    func otherNames() throws {
        let key = try instrument("cn/x")
        let version = try versionKey("cn/x", "undated.adopted")
        #expect(storeError { _ = try CaptureKey(instrument: key, source: "../x") } != nil)
        #expect(storeError { _ = try CaptureKey(instrument: key, source: "x.") } != nil)
        for language in ["ZH", "z", "zh_CN", "zh-", "zh.txt", ""] {
            #expect(storeError { _ = try StoreLayout.text(version, language: language) } != nil)
        }
        #expect(StoreLayout.language(ofTextName: "zh-hant.txt") == "zh-hant")
        #expect(StoreLayout.language(ofTextName: "version.json") == nil)
        #expect(StoreLayout.type(ofDocumentName: "document.html") == "html")
        #expect(StoreLayout.type(ofDocumentName: "capture.json") == nil)
    }
}
