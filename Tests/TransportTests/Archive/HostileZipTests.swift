import Foundation
import Material
import TestSupport
import Testing
import Transport

@Suite("hostile ZIP archives")
struct HostileZipTests {
    private func kind(_ entries: [RawZip.Entry], count: Int? = nil) -> ReadingFault.Kind? {
        fault(RawZip(entries: entries, count: count).bytes)?.kind
    }

    private func fault(_ bytes: [UInt8], _ limits: ReadingLimits = ReadingLimits()) -> ReadingFault? {
        do throws(ReadingFault) {
            let zip = try ZipContents(bytes, limits: limits)
            for entry in zip.directory.entries {
                _ = try zip.bytes(of: String(decoding: entry.name, as: UTF8.self))
            }
            return nil
        } catch {
            return error
        }
    }

    @Test("a sound archive is read whole, by names in either case")
    func sound() throws {
        let bytes = try ZipArchive.bytes([
            ("a/b.xml", [1, 2, 3]), ("空.txt", []), ("c", Array(repeating: 7, count: 200_000)),
        ])
        let zip = try ZipContents(bytes, limits: ReadingLimits(ratio: 2_000))
        #expect(try zip.bytes(of: "A/b.XML") == [1, 2, 3])
        #expect(try zip.bytes(of: "空.txt") == [])
        #expect(try zip.bytes(of: "c")?.count == 200_000)
        #expect(try zip.bytes(of: "none") == nil)
        #expect(fault(RawZip(entries: [.init("x", [1])]).bytes) == nil)
    }

    @Test(
        "names that leave the archive are refused",
        arguments: [
            "../evil", "a/../../evil", "/etc/passwd", "C:/evil", "..", "a\\..\\b", "a\0b", "a\u{1B}[2J", "",
        ])
    func slip(name: String) {
        #expect(kind([.init("word/document.xml", [1]), .init(name, [1])]) == .slip)
    }

    @Test("names that only look like leaving are kept", arguments: ["a..b", "...", "a/..b/c", "一..二"])
    func noSlip(name: String) {
        #expect(kind([.init(name, [1])]) == nil)
    }

    @Test("a gibibyte of zeros is refused, whether its size is told or not", arguments: [1 << 30, 1_000, 0])
    func bomb(declared: Int) {
        var entry = RawZip.Entry("word/document.xml", RawZip.deflatedZeros(1 << 30))
        entry.method = 8
        entry.declared = declared
        #expect(entry.data.count < 8 << 20)
        #expect(kind([entry]) == .bomb)
    }

    @Test("many entries below the ratio are counted together")
    func total() {
        let data = [UInt8](repeating: 0x20, count: 1_000)
        let entries = (0..<20).map { RawZip.Entry("e\($0)", data) }
        let bytes = RawZip(entries: entries).bytes
        #expect(fault(bytes, ReadingLimits(unpackedBytes: 20_000)) == nil)
        #expect(fault(bytes, ReadingLimits(unpackedBytes: 19_999))?.kind == .tooLarge)
    }

    @Test("entries that share bytes are refused")
    func overlap() {
        var second = RawZip.Entry("b", Array(repeating: 1, count: 100))
        second.offset = 0
        #expect(kind([.init("a", Array(repeating: 1, count: 100)), second]) == .bomb)
    }

    @Test("an entry that is not where it is said to be is refused")
    func displaced() {
        var entry = RawZip.Entry("a", Array(repeating: 1, count: 100))
        entry.offset = 7
        #expect(kind([entry]) == .malformed)
        entry.offset = 1 << 30
        #expect(kind([entry]) == .malformed)
    }

    @Test("two entries of one name are refused, in either case")
    func duplicate() {
        #expect(kind([.init("word/a.xml", [1]), .init("word/A.xml", [2])]) == .malformed)
    }

    @Test("a hundred thousand entries are refused before they are looked at")
    func many() {
        // The count of the format ends at 65,535; beyond it an archive must be of the huge kind.
        let entries = (0..<60_000).map { RawZip.Entry("e\($0)", []) }
        #expect(kind(entries) == .tooLarge)
        #expect(kind([.init("a", [])], count: 0xFFFF) == .tooLarge)
        #expect(kind(Array(entries.prefix(2_001))) == .tooLarge)
        #expect(kind(Array(entries.prefix(2_000))) == nil)
    }

    @Test("an encrypted entry is named")
    func encrypted() {
        var entry = RawZip.Entry("a", [1])
        entry.flags = 1
        #expect(kind([entry]) == .encrypted)
    }

    @Test("a wrong checksum and an unknown method are faults")
    func damaged() {
        var entry = RawZip.Entry("a", [1, 2])
        entry.checksum = 1
        #expect(kind([entry]) == .malformed)
        entry = RawZip.Entry("a", [1, 2])
        entry.method = 99
        #expect(kind([entry]) == .malformed)
    }

    @Test("an archive inside an archive is bytes and is not opened")
    func nested() throws {
        var archive = RawZip(entries: [.init("r", [1])]).bytes
        for _ in 0..<50 { archive = RawZip(entries: [.init("r.zip", archive)]).bytes }
        let zip = try ZipContents(archive, limits: ReadingLimits())
        #expect(try zip.bytes(of: "r.zip")?.starts(with: [0x50, 0x4B]) == true)
    }

    @Test("cut off anywhere, an archive is malformed")
    func truncated() throws {
        let bytes = try ZipArchive.bytes([("a", Array("words".utf8)), ("b", Array(repeating: 9, count: 500))])
        for length in 0..<bytes.count {
            #expect(fault(Array(bytes.prefix(length)))?.kind == .malformed, "at \(length)")
        }
    }

    @Test("random changes never trap", arguments: 0..<20)
    func mutated(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let sound = try ZipArchive.bytes([("a", Array("words".utf8)), ("b", Array(repeating: 9, count: 500))])
        for _ in 0..<200 {
            var bytes = sound
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                bytes[Int.random(in: 0..<bytes.count, using: &generator)] = .random(
                    in: 0...255, using: &generator)
            }
            if let fault = fault(bytes) { #expect(!fault.message.isEmpty) }
        }
    }
}
