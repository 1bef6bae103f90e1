import Foundation
import GitStore
import Testing

@Suite(.enabled(if: SecureShell.isThere)) struct PushShellTests {
    @Test func `ssh takes everything with the right keys on both sides, and names what is wrong with others`()
        throws
    {
        let scene = try CopyScene(commits: 5)
        let remote = try scene.remote()
        let shell = try SecureShell(in: scene.scratch)
        let address = shell.address(remote)
        var access = CopyAccess(keyFile: shell.userKey, knownHosts: [shell.knownHosts], deadline: 60)

        access.knownHosts = [scene.scratch.folder + "/none"]
        let unknown = copyError { try scene.push(address, access: access) }
        #expect(unknown?.kind == .hostKey)
        #expect(unknown?.message.contains("SHA256:") == true)

        let other = try String(contentsOfFile: shell.strangerKey + ".pub", encoding: .utf8)
        let changed = scene.scratch.folder + "/changed"
        try "[127.0.0.1]:\(shell.port) \(other)".write(toFile: changed, atomically: true, encoding: .utf8)
        access.knownHosts = [changed]
        #expect(
            copyError { try scene.push(address, access: access) }?.message.contains("not the one") == true)

        access.knownHosts = [shell.knownHosts]
        access.keyFile = shell.strangerKey
        #expect(copyError { try scene.push(address, access: access) }?.kind == .credentials)
        access.keyFile = nil
        #expect(copyError { try scene.push(address, access: access) }?.kind == .credentials)

        access.keyFile = shell.userKey
        #expect(copyError { try scene.push(shell.address("/nowhere.git"), access: access) }?.kind == .noStore)
        let report = try scene.push(address, access: access, limits: PushLimits(commits: 4))
        #expect(report.slices == 4)
        #expect(try scene.isWhole(remote))
    }

    @Test func `known hosts are read as OpenSSH writes them`() throws {
        let scratch = try Scratch()
        let shell = try SecureShell(in: scratch)
        try scratch.run("ssh-keygen", ["-q", "-H", "-f", shell.knownHosts])
        #expect(try String(contentsOfFile: shell.knownHosts, encoding: .utf8).hasPrefix("|1|"))
        let scene = try CopyScene(commits: 1)
        let remote = try scene.remote()
        try scene.push(
            shell.address(remote),
            access: CopyAccess(keyFile: shell.userKey, knownHosts: [shell.knownHosts], deadline: 60))
        #expect(try scene.isWhole(remote))
    }
}
