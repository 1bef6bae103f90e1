import Foundation
import GitStore
import Testing

@Suite(.enabled(if: GitServer.isThere)) struct PushServerTests {
    private let access = CopyAccess(allowsHTTP: true, deadline: 60)

    @Test func `a git server takes everything, with its checks on`() throws {
        let scene = try CopyScene(commits: 6)
        let remote = try scene.remote()
        let server = try GitServer(root: scene.scratch.folder)
        let report = try scene.push(
            server.address("copy.git"), access: access, limits: PushLimits(commits: 4))
        #expect(report.slices == 4)
        #expect(try scene.isWhole(remote))
        #expect(try scene.push(server.address("copy.git"), access: access).isUnchanged)
        try scene.add(6, to: scene.scratch.open())
        #expect(try scene.push(server.address("copy.git"), access: access).branches.map(\.commits) == [1, 1])
        #expect(try scene.isWhole(remote))
    }

    @Test func `a connection that breaks loses at most its slice`() throws {
        let scene = try CopyScene(commits: 6)
        let remote = try scene.remote()
        let server = try GitServer(root: scene.scratch.folder)
        let address = server.address("copy.git", fault: "after2")
        let failure = copyError { try scene.push(address, access: access, limits: PushLimits(commits: 3)) }
        #expect(failure?.kind == .unreachable, "\(failure?.message ?? "")")
        #expect(failure?.message.contains("2 of 5 slices are there") == true)
        #expect(try scene.push(address, access: access, limits: PushLimits(commits: 3)).slices == 3)
        #expect(try scene.isWhole(remote))
    }

    @Test func `a token lets us in and is never shown`() throws {
        let scene = try CopyScene(commits: 2)
        let remote = try scene.remote()
        let server = try GitServer(root: scene.scratch.folder)
        let address = server.address("copy.git", fault: "token")
        var access = access
        let without = copyError { try scene.push(address, access: access) }
        #expect(without?.kind == .credentials)
        #expect(without?.message.contains("LEXWATCH_TOKEN_127_0_0_1") == true)
        access.token = { _ in "wrong" }
        let wrong = copyError { try scene.push(address, access: access) }
        #expect(wrong?.kind == .credentials)
        #expect(wrong?.message.contains("wrong") == false)
        access.token = { $0 == "127.0.0.1" ? "git:secret" : nil }
        try scene.push(address, access: access)
        #expect(try scene.isWhole(remote))
    }

    @Test func `a server that is ahead or of another history is told apart`() throws {
        let scene = try CopyScene()
        try scene.remote()
        let server = try GitServer(root: scene.scratch.folder)
        try scene.push(server.address("copy.git"), access: access)
        // A store that never had the newest commits, as after a restore from an old backup.
        let older = try Scratch()
        try FileManager.default.copyItem(atPath: scene.scratch.store, toPath: older.store)
        try scene.add(4, to: scene.scratch.open())
        try scene.push(server.address("copy.git"), access: access)
        let ahead = copyError {
            _ = try older.open(.reading).push(to: CopyAddress(server.address("copy.git")), access: access)
        }
        #expect(ahead?.kind == .ahead)
        #expect(ahead?.message.contains("1 commits ahead") == true)
        _ = try older.open().write(batch(.captures, capture("cn/law", "page", "别的")))
        let fork = copyError {
            _ = try older.open(.reading).push(to: CopyAddress(server.address("copy.git")), access: access)
        }
        #expect(fork?.kind == .fork)
    }

    @Test(
        "a server that does not do as a git server does is named",
        arguments: [
            ("missing", CopyError.Kind.noStore), ("page", .malformed), ("garbage", .malformed),
            ("redirect", .malformed), ("forbidden", .credentials), ("silent", .deadline),
        ])
    func fault(name: String, kind: CopyError.Kind) throws {
        let scene = try CopyScene(commits: 1)
        try scene.remote()
        let server = try GitServer(root: scene.scratch.folder)
        var access = access
        if name == "silent" { access.deadline = 1 }
        let failure = copyError { try scene.push(server.address("copy.git", fault: name), access: access) }
        #expect(failure?.kind == kind, "\(failure?.message ?? "no error")")
    }

    @Test func `plain http is not used unless it is allowed, and nobody there is unreachable`() throws {
        let scene = try CopyScene(commits: 1)
        #expect(copyError { try scene.push("http://127.0.0.1:1/x.git") }?.kind == .address)
        #expect(
            copyError { try scene.push("http://127.0.0.1:1/x.git", access: access) }?.kind == .unreachable)
        #expect(copyError { try scene.push("ssh://127.0.0.1:1/x.git", access: access) }?.kind == .unreachable)
    }

    @Test func `a certificate that nobody vouches for is refused`() throws {
        let scene = try CopyScene(commits: 1)
        try scene.remote()
        let file = scene.scratch.folder + "/server.pem"
        try scene.scratch.run(
            "openssl",
            [
                "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1",
                "-keyout", file,
                "-out", file + ".crt",
            ])
        let pem =
            try String(contentsOfFile: file, encoding: .utf8)
            + String(contentsOfFile: file + ".crt", encoding: .utf8)
        try pem.write(toFile: file, atomically: true, encoding: .utf8)
        let server = try GitServer(root: scene.scratch.folder, certificate: file)
        #expect(
            copyError { try scene.push(server.address("copy.git"), access: access) }?.kind == .certificate)
    }
}
