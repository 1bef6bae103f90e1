import Foundation
import TestSupport
import Testing

@Suite("Bad input")
struct BadInputTests {
    private let law = "# 规则\n\n第一条 经营者应当保存日志。\n\n第二条 本规则自公布之日起施行。\n"

    private func parse(_ bytes: [UInt8], _ more: String...) throws -> CommandRun {
        let folder = try TemporaryFolder()
        let file = folder.url.appending(path: "law.md")
        try Data(bytes).write(to: file)
        return try CommandRun(["parse", file.path, "--format", "json"] + more)
    }

    @Test("GB18030 is read, and said so")
    func gb18030() throws {
        let bytes = try #require(law.data(using: String.Encoding(rawValue: 0x8000_0632)))
        let run = try parse([UInt8](bytes))
        #expect(run.status == 0)
        #expect(run.errors.contains("GB18030"))
        #expect(run.json["title"] as? String == "规则")
    }

    @Test("what is no text is refused with 65 and a reason")
    func refused() throws {
        let cases: [([UInt8], String)] = [
            ([], "no text"), ([0x89, 0x50, 0x4E, 0x47, 0x0D], "PNG"), ([0x41, 0x00, 0x42], "binary"),
            (Array(Array(law.utf8).dropLast(2)).dropLast(2) + [0xE6], "damaged"),
        ]
        for (bytes, word) in cases {
            let run = try parse(bytes)
            #expect(run.status == 65, "\(word): \(run.errors)")
            #expect(run.errors.contains(word))
            #expect(run.output.isEmpty)
        }
    }

    @Test("over the limit, missing, a folder, and wrong usage have the codes of the contract")
    func codes() throws {
        #expect(try parse(Array(law.utf8), "--max-bytes", "20").status == 65)
        #expect(try CommandRun(["parse", "/no/such/law.md"]).status == 66)
        #expect(try CommandRun(["parse", "/tmp"]).status == 65)
        #expect(try CommandRun(["compare", "only-one.md"]).status == 64)
        #expect(try CommandRun(["frobnicate"]).status == 64)
        #expect(try CommandRun(["--version"]).status == 0)
        #expect(try CommandRun(["compare", "--help"]).status == 0)
    }

    @Test("a fault in a declaration names file and line, and ends with 78")
    func yamlFault() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.copyItem(
            at: Corpus.packageRoot.appending(path: "laws/schemas"),
            to: folder.url.appending(path: "laws/schemas"))
        try folder.write("schema: 1\nid: cn/a\nnonsense: 1\n", to: "laws/cn/a/instrument.yml")
        let store = folder.url.appending(path: "store.git").path
        let run = try CommandRun([
            "--store", store, "--laws", folder.url.appending(path: "laws").path, "snapshot", "--offline",
        ])
        #expect(run.status == 78)
        #expect(run.errors.contains("instrument.yml:3:"))
        #expect(!FileManager.default.fileExists(atPath: store))
    }

    @Test(
        "a configuration that cannot be used ends with 78",
        arguments: ["nonsense: 1\n", "max-bytes: many\n", "[\n"])
    func configuration(text: String) throws {
        let folder = try TemporaryFolder()
        try folder.write(text, to: "lexwatch.yml")
        #expect(try CommandRun(["list"], in: folder.url).status == 78)
    }

    @Test("a repository that is not ours is refused and left as it was")
    func foreignStore() throws {
        let folder = try TemporaryFolder()
        let store = folder.url.appending(path: "x.git").path
        let git = URL(filePath: "/usr/bin/git")
        #expect(try CommandRun(git, ["init", "-q", "--bare", store]).status == 0)
        let before = try CommandRun(URL(filePath: "/usr/bin/find"), [store, "-type", "f"]).output
        let run = try CommandRun(["--store", store, "snapshot", "--offline"])
        #expect(run.status == 65)
        #expect(run.errors.contains("not a Lexwatch store"))
        #expect(try CommandRun(URL(filePath: "/usr/bin/find"), [store, "-type", "f"]).output == before)
    }

    @Test("a place that cannot be written ends with 73 and leaves nothing")
    func cannotWrite() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("x", to: "file").path
        #expect(try CommandRun(["--store", "\(file)/store.git", "snapshot"]).status == 73)
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "x")
    }

    @Test("reading a store that is not there ends with 66 and makes none")
    func absentStore() throws {
        let folder = try TemporaryFolder()
        let store = folder.url.appending(path: "none.git").path
        #expect(try CommandRun(["--store", store, "list"]).status == 66)
        #expect(!FileManager.default.fileExists(atPath: store))
    }
}
