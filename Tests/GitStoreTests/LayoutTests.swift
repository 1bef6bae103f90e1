import Testing

@testable import GitStore

@Suite struct LayoutTests {
    @Test func `an instrument is sharded by the hash of its slug`() throws {
        let key = try InstrumentKey("cn/cybersecurity-law")
        let shard = SHA256.hex(of: bytes("cybersecurity-law")).prefix(2)
        let version = try VersionKey(instrument: key, name: "2015-07-06.draft-1")
        let source = try CaptureKey(instrument: key, source: "npc.gov.cn_flk")
        #expect(try StoreLayout.folder(key).text == "cn/\(shard)/cybersecurity-law")
        #expect(
            try StoreLayout.text(version, language: "zh").text
                == "cn/\(shard)/cybersecurity-law/2015-07-06.draft-1/zh.txt")
        #expect(
            try StoreLayout.document(source, type: "pdf").text
                == "cn/\(shard)/cybersecurity-law/npc.gov.cn_flk/document.pdf")
        #expect(StoreLayout.timeline(key) == "refs/heads/timeline/cn/cybersecurity-law")
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
        "instruments that are no country and slug are refused",
        arguments: [
            "cn", "cn/", "/x", "CN/x", "cn/X", "cn/x/y", "c/x", "cn/-x", "cn/a.b", "cn/con", "cn/法",
            "cn/" + String(repeating: "a", count: 101),
        ])
    func refusedInstrument(id: String) {
        #expect(storeError { _ = try InstrumentKey(id) }?.exitCode == 65)
    }

    @Test(
        "dates that are no day of the calendar are refused",
        arguments: [
            "2015-02-29", "2015-13-01", "2015-00-01", "2015-01-00", "1900-02-29", "0000-01-01", "2015-1-01",
            "15-01-01",
            "2015/01/01", "2015-01-01 ", "", "Undated", "２０１５-01-01",
        ])
    func refusedDate(text: String) {
        #expect(storeError { _ = try LegalDate(text) }?.exitCode == 65)
    }

    @Test(
        "days are counted from 1970",
        arguments: [
            ("1970-01-01", 0), ("1949-10-01", -639_100_800), ("2000-02-29", 951_782_400),
            ("2106-02-07", 4_294_944_000),
            ("0001-01-01", -62_135_596_800), ("9999-12-31", 253_402_214_400),
        ] as [(String, Int64)])
    func daySeconds(text: String, seconds: Int64) throws {
        #expect(try LegalDate(text).seconds == seconds)
        #expect(UTC.text(seconds) == text + "T00:00:00Z")
    }

    @Test func `versions sort by date with the undated first`() throws {
        let key = try InstrumentKey("cn/x")
        let names = ["2016-11-07.adopted", "undated.x", "1949-10-01.a", "2015-07-06.draft-1", "1949-10-01.b"]
        let sorted = try names.map { try VersionKey(instrument: key, name: $0) }.sorted().map(\.name)
        #expect(
            sorted == [
                "undated.x", "1949-10-01.a", "1949-10-01.b", "2015-07-06.draft-1", "2016-11-07.adopted",
            ])
    }

    @Test("stages, sources, languages and endings have their own grammars")
    func otherNames() throws {
        let key = try InstrumentKey("cn/x")
        let version = try VersionKey(instrument: key, name: "undated.adopted")
        #expect(storeError { _ = try VersionKey(instrument: key, name: "2015-07-06.Draft") } != nil)
        #expect(storeError { _ = try VersionKey(instrument: key, name: "2015-07-06.a.b") } != nil)
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
