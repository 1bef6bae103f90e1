import Foundation
import TestSupport
import Testing
import Transport

@Suite("Bytes to text")
struct DecodedTextTests {
    private let words = "第一条 经营者应当保存日志不少于六个月。\n第二条 本规则自公布之日起施行。\n"

    @Test("UTF-8 is read as it is, with or without a byte order mark")
    func utf8() throws {
        #expect(try DecodedText(Array(words.utf8), name: "a").string == words)
        #expect(try DecodedText([0xEF, 0xBB, 0xBF] + Array(words.utf8), name: "a").encoding == .utf8)
    }

    @Test("GB18030 is read without loss, and said so")
    func gb18030() throws {
        let encoding = String.Encoding(rawValue: 0x8000_0632)
        let bytes = try #require(words.data(using: encoding))
        let text = try DecodedText([UInt8](bytes), name: "a")
        #expect(text.string == words)
        #expect(text.encoding == .gb18030)
        #expect(text.notice?.contains("GB18030") == true)
    }

    @Test("UTF-8 that was cut off is refused, not read as GB18030", arguments: 1...2)
    func truncated(cut: Int) {
        let bytes = Array(Array(words.utf8).prefix(31 - cut))
        #expect(throws: DocumentError.damagedUTF8("a", offset: 28)) { _ = try DecodedText(bytes, name: "a") }
    }

    @Test("one damaged byte in the middle is refused with its place")
    func damaged() {
        var bytes = Array(words.utf8)
        bytes[4] = 0xFF
        #expect(throws: DocumentError.damagedUTF8("a", offset: 3)) { _ = try DecodedText(bytes, name: "a") }
    }

    @Test("empty, blank and binary input is refused by name")
    func refused() {
        #expect(throws: DocumentError.empty("a")) { _ = try DecodedText([], name: "a") }
        #expect(throws: DocumentError.empty("a")) { _ = try DecodedText(Array(" \n\t".utf8), name: "a") }
        #expect(throws: DocumentError.binary("a", looksLike: "a PDF")) {
            _ = try DecodedText(Array("%PDF-1.7".utf8), name: "a")
        }
        #expect(throws: DocumentError.binary("a", looksLike: "binary data (it holds NUL bytes)")) {
            _ = try DecodedText([0x41, 0, 0x42], name: "a")
        }
    }

    @Test("random bytes are never read as a law", arguments: 0..<50)
    func random(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let bytes = (0..<400).map { _ in UInt8.random(in: 1...255, using: &generator) }
        #expect(throws: DocumentError.self) { _ = try DecodedText(bytes, name: "a") }
    }

    @Test("a file over the limit, a missing one and a folder are refused")
    func files() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("12345", to: "a.txt").path
        #expect(try InputFile.bytes(file, limit: 5) == Array("12345".utf8))
        #expect(throws: DocumentError.tooLarge(file, size: 5, limit: 4)) {
            _ = try InputFile.bytes(file, limit: 4)
        }
        #expect(throws: DocumentError.missing("/none")) { _ = try InputFile.bytes("/none", limit: 4) }
        #expect(throws: DocumentError.isFolder(folder.url.path)) {
            _ = try InputFile.bytes(folder.url.path, limit: 4)
        }
    }
}
