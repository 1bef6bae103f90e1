import Foundation
import Material
import TestSupport
import Testing
import Transport

@Suite("programs that read for us")
struct ChildProgramTests {
    private let pdf = ReadingRequest(bytes: Array("%PDF-1.4 all of it".utf8), name: "a.pdf")

    /// Reads through a script that stands in for `pdftotext`.
    private func read(_ script: String, seconds: Double = 20) async throws -> (
        ReadingFault?, folder: TemporaryFolder
    ) {
        let folder = try TemporaryFolder()
        let file = try folder.write("#!/bin/sh\ncd \(folder.url.path)\n\(script)\n", to: "program")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
        var request = pdf
        request.limits.seconds = seconds
        var fault: ReadingFault?
        // While we wrote it, another test may have forked: then the script is "busy" for a moment (126).
        for _ in 0..<50 {
            guard case .failure(let found) = await PDFReader(program: file.path).read(request) else {
                return (nil, folder)
            }
            fault = found
            guard found.message.hasSuffix("status 126") else { break }
            try await Task.sleep(for: .milliseconds(50))
        }
        return (fault, folder)
    }

    @Test("without the program, the packages are named")
    func missing() async {
        guard case .failure(let fault) = await PDFReader(program: nil).read(pdf) else {
            Issue.record("was read")
            return
        }
        #expect(fault.kind == .needsProgram)
        #expect(fault.message.contains("poppler-utils") && fault.message.contains("poppler-data"))
        let old = ReadingRequest(bytes: Array("{\\rtf1 a}".utf8), name: "a.doc")
        guard case .failure(let other) = await LegacyReader(program: nil).read(old, as: .doc) else {
            Issue.record("was read")
            return
        }
        #expect(other.kind == .needsProgram && other.message.contains("libreoffice-writer-nogui"))
    }

    @Test("what it says on standard error decides, whatever its status is")
    func complaints() async throws {
        let cases: [(String, ReadingFault.Kind)] = [
            (
                "echo 'Syntax Error: Missing language pack for '\"'Adobe-GB1'\"' mapping' >&2; exit 0",
                .needsProgram
            ),
            ("echo 'Command Line Error: Incorrect password' >&2; exit 1", .encrypted),
            ("echo 'Syntax Error (12): Dictionary key' >&2; exit 0", .malformed),
            ("exit 3", .program), ("kill -SEGV $$", .program), ("exit 0", .malformed),
        ]
        for (script, kind) in cases {
            #expect(try await read(script).0?.kind == kind, "\(script)")
        }
    }

    @Test("one that hangs is killed at its deadline with all that it started")
    func hang() async throws {
        let (fault, folder) = try await read(
            "sleep 300 & echo $! > child; echo $$ > parent; wait", seconds: 1)
        #expect(fault?.kind == .program)
        #expect(fault?.message.contains("not done after 1.0 seconds") == true)
        for name in ["child", "parent"] {
            let text = try String(contentsOf: folder.url.appending(path: name), encoding: .utf8)
            let process = try #require(pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines)))
            #expect(await isGone(process), "\(name) lives on")
        }
    }

    /// An orphan is reaped by the system in its own time.
    private func isGone(_ process: pid_t) async -> Bool {
        for _ in 0..<200 {
            let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
            guard let status, !status.contains(") Z ") else { return true }
            try? await Task.sleep(for: .milliseconds(10))
        }
        return false
    }

    @Test("what it leaves running holds nobody up and is killed")
    func orphan() async throws {
        let (fault, folder) = try await read("sleep 300 >/dev/null 2>&1 & echo $! > child; exit 3")
        #expect(fault?.kind == .program)
        let text = try String(contentsOf: folder.url.appending(path: "child"), encoding: .utf8)
        let process = try #require(pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines)))
        #expect(await isGone(process))
    }

    @Test("a task that is cancelled ends its program")
    func cancelled() async throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("#!/bin/sh\ntouch \(folder.url.path)/started\nsleep 300\n", to: "program")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
        let request = pdf
        let task = Task { await PDFReader(program: file.path).read(request) }
        let mark = folder.url.appending(path: "started").path
        for _ in 0..<500 where !FileManager.default.fileExists(atPath: mark) {
            try await Task.sleep(for: .milliseconds(10))
        }
        task.cancel()
        #expect(await task.value.kind == .program)
    }

    @Test("too much output ends it")
    func flood() async throws {
        #expect(try await read("yes").0?.kind == .tooLarge)
        // A flood of complaints is read and thrown away.
        #expect(try await read("head -c 20000000 /dev/zero >&2; exit 3").0?.kind == .program)
    }

    @Test("it has limits, no environment of ours, no open files of ours, and a document to seek in")
    func limits() async throws {
        setenv("LEXWATCH_TEST_SECRET", "1", 1)
        let (_, folder) = try await read(
            """
            (ulimit -v; ulimit -c; head -c 5) > said
            env > environment; ls /proc/self/fd > files
            head -c 3000000 /dev/zero > large
            """)
        func lines(_ name: String) throws -> [String] {
            try String(contentsOf: folder.url.appending(path: name), encoding: .utf8)
                .split(separator: "\n").map(String.init)
        }
        #expect(try lines("said") == ["1048576", "0", "%PDF-"])
        #expect(try lines("environment").contains { $0.contains("SECRET") } == false)
        // 0 to 2, and that of the folder which `ls` reads.
        #expect(try lines("files").count == 4)
        let large = try FileManager.default.attributesOfItem(
            atPath: folder.url.appending(path: "large").path)
        #expect(large[.size] as? Int == 1 << 20)
    }
}
