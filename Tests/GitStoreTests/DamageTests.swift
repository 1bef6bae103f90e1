import Foundation
import GitStore
import Testing

@Suite struct DamageTests {
    private let key = "cn/x"

    private func filled(_ scratch: Scratch) throws {
        _ = try scratch.open().write(
            batch(.versions, draft(key, "2001-01-01.a", String(repeating: "第一条。", count: 400))))
    }

    private func read(_ scratch: Scratch) -> StoreError? {
        storeError {
            let store = try scratch.open(.reading)
            for instrument in try store.instruments() {
                for version in try store.versions(of: instrument) { _ = try store.version(version) }
            }
        }
    }

    @Test func `a store that is whole reads without an error`() throws {
        let scratch = try Scratch()
        try filled(scratch)
        #expect(read(scratch) == nil)
    }

    @Test func `a lost pack is damage`() throws {
        let scratch = try Scratch()
        try filled(scratch)
        try FileManager.default.removeItem(atPath: scratch.store + "/objects/pack")
        #expect(read(scratch)?.exitCode == 74)
    }

    @Test("a reference without content is damage", arguments: ["", "x\n", "ref: refs/heads/versions\n"])
    func brokenReference(content: String) throws {
        let scratch = try Scratch()
        try filled(scratch)
        try Data(content.utf8).write(to: URL(fileURLWithPath: scratch.store + "/refs/heads/versions"))
        #expect(read(scratch)?.exitCode == 74)
    }

    @Test func `a flipped bit anywhere in a pack is never taken for text`() throws {
        let scratch = try Scratch()
        try filled(scratch)
        let folder = scratch.store + "/objects/pack/"
        let name = try #require(
            FileManager.default.contentsOfDirectory(atPath: folder).first { $0.hasSuffix(".pack") })
        let whole = try Data(contentsOf: URL(fileURLWithPath: folder + name))
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: folder + name)
        // The last 20 bytes are the pack's own checksum, the first 12 its header: git fsck looks at those.
        for index in stride(from: 12, to: whole.count - 20, by: 7) {
            var changed = whole
            changed[index] ^= 4
            try changed.write(to: URL(fileURLWithPath: folder + name))
            #expect(read(scratch) != nil, "byte \(index)")
        }
    }

    @Test func `a name that we do not write is damage`() throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        let shard = StoreLayout.shard("law")
        let stray = try StorePath("cn/\(shard)/law/not-a-version/zh.txt")
        _ = try store.write(batch(.versions, CommitDraft(changes: [.put(stray, [])], title: "x", time: 1)))
        #expect(try store.instruments() == [try instrument("cn/law")])
        #expect(storeError { _ = try store.versions(of: instrument("cn/law")) }?.exitCode == 74)
    }
}
