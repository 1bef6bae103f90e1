import Foundation
import Testing

/// OpenSSH's server on a port of 127.0.0.1 with keys that are thrown away.
final class SecureShell {
    static let isThere =
        FileManager.default.isExecutableFile(atPath: "/usr/sbin/sshd")
        && FileManager.default.isExecutableFile(atPath: "/usr/bin/ssh-keygen")

    private let process = Process()
    /// The server ends when this does.
    private let life = Pipe()
    let port: Int
    let folder: String
    var userKey: String { folder + "/user" }
    var strangerKey: String { folder + "/stranger" }
    var knownHosts: String { folder + "/known_hosts" }
    let user = NSUserName()

    init(in scratch: Scratch) throws {
        folder = scratch.folder + "/ssh"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        for name in ["host", "user", "stranger"] {
            try scratch.run("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", folder + "/" + name])
        }
        port = 20_000 + Int(ProcessInfo.processInfo.processIdentifier) % 20_000 + Int.random(in: 0..<5_000)
        let key = try String(contentsOfFile: folder + "/user.pub", encoding: .utf8)
        try key.write(toFile: folder + "/authorized", atomically: true, encoding: .utf8)
        let settings = """
            Port \(port)
            ListenAddress 127.0.0.1
            HostKey \(folder)/host
            AuthorizedKeysFile \(folder)/authorized
            PasswordAuthentication no
            KbdInteractiveAuthentication no
            UsePAM no
            StrictModes no
            PidFile none
            PermitRootLogin prohibit-password
            SetEnv GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=safe.directory GIT_CONFIG_VALUE_0=*
            """
        try settings.write(toFile: folder + "/settings", atomically: true, encoding: .utf8)
        try FileManager.default.createDirectory(atPath: "/run/sshd", withIntermediateDirectories: true)
        let host = try String(contentsOfFile: folder + "/host.pub", encoding: .utf8)
        try "[127.0.0.1]:\(port) \(host)".write(
            toFile: folder + "/known_hosts", atomically: true, encoding: .utf8)
        // sshd closes what it inherits, by which Foundation sees that a process lives: a shell stands between.
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = [
            "-c", "/usr/sbin/sshd -D -e -f \"$0\" & cat >/dev/null; kill -9 $!", folder + "/settings",
        ]
        process.standardError = FileHandle.nullDevice
        process.standardInput = life
        try process.run()
        for _ in 0..<100 {
            usleep(50_000)
            if try scratch.run("ssh-keyscan", ["-p", "\(port)", "127.0.0.1"]).output.contains("ed25519") {
                return
            }
        }
        Issue.record("sshd does not answer")
    }

    deinit {
        try? life.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    func address(_ path: String) -> String { "ssh://\(user)@127.0.0.1:\(port)\(path)" }
}
