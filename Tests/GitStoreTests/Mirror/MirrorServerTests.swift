import Foundation
import GitStore
import Testing

@Suite(
    "A mirror over http from git's own server",
    .enabled(if: GitServer.isThere, "git-http-backend and python3 are needed"))
struct MirrorServerTests {
    @Test("clone, update and rewritten history work as over file://")
    func whole() throws {
        let scene = try MirrorScene()
        let server = try GitServer(root: scene.scratch.folder)
        let first = try scene.commit((0..<40).map { ("法律/f\($0)(2020-01-01).md", "第\($0)条\n") })
        let mirror = try scene.mirror(server.address("remote.git"))
        let update = try mirror.update()
        #expect(update.outcome == .cloned)
        #expect(update.bytes > 0)
        #expect(update.objects >= 40)
        #expect(try mirror.files(below: "法律").files.count == 40)
        try scene.commit([("法律/f1(2020-01-01).md", "第一条\n")], parent: first)
        #expect(try mirror.update().outcome == .forwarded)
        #expect(try mirror.changes(since: update.tip).changes.count == 40)
        try scene.commit([("a.md", "a")])
        #expect(try mirror.update().outcome == .rewritten)
        #expect(try mirror.update().outcome == .unchanged)
        #expect(try scene.git("-C", mirror.path, "fsck", "--strict", "--no-dangling").isEmpty)
    }

    @Test(
        "what a remote does wrong has a name, and the mirror stays empty and usable",
        arguments: [
            ("redirect", MirrorError.Kind.redirectRefused), ("loop", .redirectRefused),
            ("password", .credentials),
            ("missing", .malformed), ("page", .malformed), ("garbage", .malformed), ("endless", .tooLarge),
        ])
    func faults(fault: String, kind: MirrorError.Kind) throws {
        let scene = try MirrorScene()
        try scene.commit([("a.md", "a")])
        let server = try GitServer(root: scene.scratch.folder)
        let mirror = try scene.mirror(server.address("remote.git", fault: fault))
        let error = mirrorError { _ = try mirror.update(limits: MirrorLimits(deadline: 20, bytes: 4 << 20)) }
        #expect(error?.kind == kind, "\(error?.message ?? "no error")")
        #expect(error?.message.contains("127.0.0.1") == true)
        #expect(try mirror.tip() == nil)
    }

    @Test(
        "a server that says nothing, or a byte now and then, is left when the deadline is there",
        arguments: ["silent", "drip"])
    func slow(fault: String) throws {
        let scene = try MirrorScene()
        try scene.commit((0..<40).map { ("f\($0).md", "text \($0)") })
        let server = try GitServer(root: scene.scratch.folder)
        let mirror = try scene.mirror(server.address("remote.git", fault: fault))
        let began = ContinuousClock.now
        let error = mirrorError { _ = try mirror.update(limits: MirrorLimits(deadline: 1)) }
        let took = began.duration(to: .now)
        #expect(error?.kind == .deadline)
        // Not a measurement: the server would keep us for 30 seconds and more.
        #expect(took < .seconds(25))
        #expect(try mirror.tip() == nil)
    }

    @Test(
        "a transfer that breaks off or is damaged leaves nothing behind, and the next one is whole",
        arguments: ["cut", "flip"])
    func interrupted(fault: String) throws {
        let scene = try MirrorScene()
        let first = try scene.commit((0..<40).map { ("f\($0).md", "text \($0)") })
        let server = try GitServer(root: scene.scratch.folder)
        // The same server under its good name first: what breaks is an update of a mirror that works.
        let proxy = server.address("remote.git", fault: fault)
        let mirror = try scene.mirror(proxy)
        #expect(mirrorError { _ = try mirror.update() } != nil)
        #expect(try mirror.tip() == nil)
        let good = try scene.mirror(server.address("remote.git"))
        let tip = try good.update().tip
        #expect(tip.description == first)
        let packs = try FileManager.default.contentsOfDirectory(atPath: mirror.path + "/objects/pack")
        #expect(packs.filter { $0.hasSuffix(".pack") || $0.hasSuffix(".idx") }.isEmpty)
        #expect(try scene.git("-C", mirror.path, "fsck", "--strict").contains("error") == false)
    }

    @Test("an update that was interrupted goes on in the next run")
    func goesOn() throws {
        let scene = try MirrorScene()
        let server = try GitServer(root: scene.scratch.folder)
        try scene.commit((0..<200).map { ("f\($0).md", "text \($0)") })
        let mirror = try scene.mirror(server.address("remote.git"))
        #expect(mirrorError { _ = try mirror.update(limits: MirrorLimits(bytes: 1_000)) }?.kind == .tooLarge)
        #expect(try mirror.tip() == nil)
        #expect(try mirror.update().outcome == .cloned)
        #expect(try mirror.files().files.count == 200)
    }

    @Test("an address that may not be spoken to is refused before anything is sent")
    func refusedAddress() throws {
        let scene = try MirrorScene()
        let server = try GitServer(root: scene.scratch.folder)
        let origin = try MirrorOrigin(
            url: server.address("remote.git"), schemes: [.http],
            allowsAddress: { address, _ in address != "127.0.0.1" })
        let error = mirrorError { _ = try GitMirror(folder: scene.mirrors, origin: origin).update() }
        #expect(error?.kind == .addressRefused)
        #expect(error?.message.contains("127.0.0.1") == true)
    }

    @Test("a repository that moved on its own server is followed there")
    func moved() throws {
        let scene = try MirrorScene()
        let tip = try scene.commit([("a.md", "a")])
        let server = try GitServer(root: scene.scratch.folder)
        #expect(
            try scene.mirror(server.address("remote.git", fault: "moved")).update().tip.description == tip)
    }

    @Test("a host without a name or a listener is told apart")
    func nobodyThere() throws {
        let scene = try MirrorScene()
        let port: Int
        do { port = try GitServer(root: scene.scratch.folder).port }
        #expect(
            mirrorError { _ = try scene.mirror("http://127.0.0.1:\(port)/x.git").update() }?.kind == .connect)
        #expect(mirrorError { _ = try scene.mirror("http://nobody.invalid/x.git").update() }?.kind == .name)
    }

    /// Makes a key and a certificate for 127.0.0.1 and laws.example; the first file holds both.
    private func certificate(_ scene: MirrorScene) throws -> (both: String, certificate: String) {
        let folder = scene.scratch.folder
        let made = try scene.scratch.run(
            "openssl",
            [
                "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=laws.example",
                "-addext",
                "subjectAltName=IP:127.0.0.1,DNS:127.0.0.1,DNS:laws.example", "-keyout", folder + "/key.pem",
                "-out",
                folder + "/certificate.pem",
            ])
        try #require(made.status == 0, "openssl is needed: \(made.output)")
        let parts = try ["/key.pem", "/certificate.pem"].map {
            try Data(contentsOf: URL(fileURLWithPath: folder + $0))
        }
        try (parts[0] + parts[1]).write(to: URL(fileURLWithPath: folder + "/both.pem"))
        return (folder + "/both.pem", folder + "/certificate.pem")
    }

    @Test("https works on top of our own connections once the certificate is trusted, and not before")
    func trusted() throws {
        let scene = try MirrorScene()
        let files = try certificate(scene)
        let tip = try scene.commit((0..<40).map { ("f\($0).md", "text \($0)") })
        let server = try GitServer(root: scene.scratch.folder, certificate: files.both)
        let address = server.address("remote.git")
        #expect(mirrorError { _ = try scene.mirror(address).update() }?.kind == .tls)
        try GitMirror.trust(certificateFile: files.certificate)
        #expect(try scene.mirror(address).update().tip.description == tip)
        let silent = server.address("remote.git", fault: "silent")
        let error = mirrorError { _ = try scene.mirror(silent).update(limits: MirrorLimits(deadline: 1)) }
        #expect(error?.kind == .deadline)
    }

    @Test("a proxy is connected to instead, and has to be allowed too")
    func proxy() throws {
        let scene = try MirrorScene()
        let files = try certificate(scene)
        let tip = try scene.commit([("a.md", "a")])
        let server = try GitServer(root: scene.scratch.folder, certificate: files.both)
        let proxy = try GitServer(root: scene.scratch.folder)
        let port = proxy.port
        try GitMirror.trust(certificateFile: files.certificate)
        func mirror(_ allowsAddress: @escaping @Sendable (String, Int) -> Bool) throws -> GitMirror {
            let origin = try MirrorOrigin(
                url: "https://laws.example:\(server.port)/ok/remote.git", proxy: "http://127.0.0.1:\(port)",
                allowsAddress: allowsAddress)
            return try GitMirror(folder: scene.mirrors, origin: origin)
        }
        let refused = mirrorError { _ = try mirror({ _, at in at != port }).update() }
        #expect(refused?.kind == .addressRefused)
        #expect(refused?.message.contains("port \(port)") == true)
        #expect(try mirror({ _, at in at == port }).update().tip.description == tip)
    }

    @Test("https against a server that speaks no TLS is a TLS error")
    func noTLS() throws {
        let scene = try MirrorScene()
        let server = try GitServer(root: scene.scratch.folder)
        let error = mirrorError {
            _ = try scene.mirror("https://127.0.0.1:\(server.port)/ok/remote.git").update()
        }
        #expect(error?.kind == .tls, "\(error?.message ?? "no error")")
    }
}
