import Foundation
import TestSupport
import Testing
import Transport

@Suite("zip archives")
struct ZipArchiveTests {
    private let entries: [(name: String, bytes: [UInt8])] = [
        ("[Content_Types].xml", Array("<a/>".utf8)), ("word/空.xml", []),
        ("word/document.xml", Array(repeating: 0x61, count: 100_000)),
    ]

    @Test("the same entries give the same bytes, and no time of making")
    func deterministic() throws {
        let first = try ZipArchive.bytes(entries)
        #expect(try ZipArchive.bytes(entries) == first)
        #expect(first.starts(with: [0x50, 0x4B, 0x03, 0x04]) && first.count < 1_000)
        // Bytes 10 to 13 of the first header: 1 January 1980, 00:00.
        #expect(Array(first[10..<14]) == [0, 0, 0x21, 0])
    }

    @Test("another program reads back names, order and bytes")
    func readBack() throws {
        let folder = try TemporaryFolder()
        let file = folder.url.appending(path: "a.zip")
        try Data(try ZipArchive.bytes(entries)).write(to: file)
        let script = """
            import sys, zipfile
            z = zipfile.ZipFile(sys.argv[1])
            assert z.testzip() is None
            for n in z.namelist():
                b = z.read(n)
                sys.stdout.buffer.write(f"{n} {len(b)} {b[:1]}\\n".encode())
            """
        let run = try CommandRun(
            URL(filePath: "/usr/bin/env"), ["python3", "-c", script, file.path])
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output == "[Content_Types].xml 4 b'<'\nword/空.xml 0 b''\nword/document.xml 100000 b'a'\n")
    }

    @Test("two entries of one name are refused")
    func duplicate() {
        #expect(throws: ZipArchive.Fault.self) {
            try ZipArchive.bytes([("a", [1]), ("a", [2])])
        }
    }
}
