import Foundation
import Material
import TestSupport
import Testing

@testable import Tracking

@Suite("A folder into which people put files")
struct DropBoxTests {
    private let now = Instant(secondsSince1970: 1_795_000_000)

    /// Writes a file that has not changed for an hour before `now`, or for another time.
    private func put(_ text: String, _ name: String, in folder: TemporaryFolder, age: Int64 = 3_600) throws {
        let url = try folder.write(text, to: name)
        let date = Date(timeIntervalSince1970: TimeInterval(now.secondsSince1970 - age))
        try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: url.path)
    }

    private func fault(_ work: () throws -> Void) -> DropBoxFault.Kind? {
        do { try work() } catch { return (error as? DropBoxFault)?.kind }
        return nil
    }

    @Test("files that are ready come sorted by their bytes, and their bytes can be read")
    func ready() throws {
        let folder = try TemporaryFolder()
        for name in ["b.txt", "法.docx", "A.MD", "a.pdf", "c.ofd"] {
            try put("text of \(name)", name, in: folder)
        }
        let box = DropBox(folder: folder.url.path)
        let content = try box.look(now: now)
        #expect(content.files.map(\.name) == ["A.MD", "a.pdf", "b.txt", "c.ofd", "法.docx"])
        #expect(content.left.isEmpty)
        let first = try #require(content.files.first)
        #expect(try box.bytes(of: first) == Array("text of A.MD".utf8))
        #expect(first.size == 12)
    }

    @Test("files that are not ready, or not ours to read, are left with a reason")
    func left() throws {
        let folder = try TemporaryFolder()
        for name in [".hidden.txt", "a.docx.part", "b.pdf.crdownload", "~$c.docx", "d.exe", "e", "f.txt~"] {
            try put("x", name, in: folder)
        }
        try put("", "empty.txt", in: folder)
        try put("x", "fresh.txt", in: folder, age: 9)
        try put("x", "ahead.txt", in: folder, age: -5)
        try put("x", "settled.txt", in: folder, age: 10)
        try put("x", "future.txt", in: folder, age: -86_400)
        try put("x", "sub.txt/inner.txt", in: folder)
        try put(String(repeating: "x", count: 101), "large.txt", in: folder)
        let content = try DropBox(folder: folder.url.path, limit: 100).look(now: now)
        #expect(content.files.map(\.name) == ["future.txt", "settled.txt"])
        #expect(content.left.count == 12)
        #expect(content.left.allSatisfy { !$0.reason.isEmpty })
        #expect(content.left.first { $0.name == "fresh.txt" }?.reason.contains("10 seconds") == true)
        #expect(content.left.first { $0.name == "large.txt" }?.reason.contains("100 bytes") == true)
        #expect(content.left.first { $0.name == "sub.txt" }?.reason.contains("no file") == true)
    }

    @Test("a link is followed inside the folder only")
    func links() throws {
        let folder = try TemporaryFolder()
        let outside = try TemporaryFolder()
        try put("secret", "secret.txt", in: outside)
        try put("text", "real.txt", in: folder)
        let manager = FileManager.default
        let path = folder.url.path
        try manager.createSymbolicLink(atPath: path + "/in.txt", withDestinationPath: "real.txt")
        try manager.createSymbolicLink(
            atPath: path + "/out.txt", withDestinationPath: outside.url.path + "/secret.txt")
        try manager.createSymbolicLink(atPath: path + "/nowhere.txt", withDestinationPath: "gone")
        try manager.createSymbolicLink(atPath: path + "/loop.txt", withDestinationPath: "loop.txt")
        // A sibling whose name begins as the folder's does is outside too.
        let sibling = URL(filePath: path + "-beside")
        try manager.createDirectory(at: sibling, withIntermediateDirectories: true)
        defer { try? manager.removeItem(at: sibling) }
        try Data("x".utf8).write(to: sibling.appending(path: "s.txt"))
        try manager.createSymbolicLink(
            atPath: path + "/beside.txt", withDestinationPath: sibling.path + "/s.txt")
        let content = try DropBox(folder: path).look(now: now)
        #expect(content.files.map(\.name) == ["in.txt", "real.txt"])
        #expect(content.left.map(\.name) == ["beside.txt", "loop.txt", "nowhere.txt", "out.txt"])
    }

    @Test("a pipe does not make the run wait")
    func pipe() throws {
        let folder = try TemporaryFolder()
        #expect(mkfifo(folder.url.path + "/p.txt", 0o600) == 0)
        #expect(try DropBox(folder: folder.url.path).look(now: now).left.map(\.name) == ["p.txt"])
    }

    @Test("names that are not UTF-8 or steer a terminal are left, and shown harmless")
    func names() throws {
        let folder = try TemporaryFolder()
        for name: [UInt8] in [[0x66, 0xff, 0x2e, 0x74, 0x78, 0x74], Array("e\u{1b}[2J.txt".utf8)] {
            let path = Array((folder.url.path + "/").utf8) + name + [0]
            let file = path.withUnsafeBufferPointer {
                $0.withMemoryRebound(to: CChar.self) { $0.baseAddress.map { creat($0, 0o600) } ?? -1 }
            }
            #expect(file >= 0)
            close(file)
        }
        let content = try DropBox(folder: folder.url.path).look(now: now)
        #expect(content.files.isEmpty)
        #expect(content.left.count == 2)
        #expect(content.left.allSatisfy { !$0.name.unicodeScalars.contains { $0.value < 0x20 } })
    }

    @Test("a file that changes between the look and the reading is not read")
    func changed() throws {
        let folder = try TemporaryFolder()
        try put("one", "a.txt", in: folder)
        let box = DropBox(folder: folder.url.path)
        let file = try #require(try box.look(now: now).files.first)
        try put("other", "a.txt", in: folder)
        #expect(fault { _ = try box.bytes(of: file) } == .changed)
        try FileManager.default.removeItem(at: folder.url.appending(path: "a.txt"))
        #expect(fault { _ = try box.bytes(of: file) } == .unreadable)
    }

    @Test("a folder that is not there is an error that says what to do")
    func absent() {
        #expect(fault { _ = try DropBox(folder: "/nowhere/at/all").look(now: now) } == .absent)
    }
}
