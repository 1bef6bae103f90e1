import Foundation
import Glibc
import TestSupport

/// `openssl s_server` on the loopback, which sends the files of its folder as whole responses, and certificates of
/// every kind made by the same program.
final class TLSServer: Sendable {
    /// Without the program the tests are skipped.
    static let isThere = (try? CommandOutput(["openssl", "version"]))?.status == 0

    struct Unavailable: Error { let what: String }

    /// A folder with a root certificate, and one for each host that the tests want; gone with the value.
    final class Authority {
        private let scratch: TemporaryFolder
        var folder: URL { scratch.url }

        init() throws {
            scratch = try TemporaryFolder()
            let settings = """
                [ca]
                default_ca = authority
                [authority]
                database = index
                serial = serial
                new_certs_dir = .
                default_md = sha256
                policy = names
                x509_extensions = leaf
                copy_extensions = copy
                unique_subject = no
                [names]
                commonName = supplied
                [leaf]
                basicConstraints = CA:FALSE
                """
            try Data(settings.utf8).write(to: folder.appending(path: "settings"))
            try Data().write(to: folder.appending(path: "index"))
            try Data("01\n".utf8).write(to: folder.appending(path: "serial"))
            try selfSigned("root", host: "root.invalid")
        }

        var rootFile: String { folder.appending(path: "root.pem").path }

        private static let key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]

        func selfSigned(_ name: String, host: String) throws {
            try run(
                ["req", "-x509"] + Self.key + [
                    "-keyout", "\(name).key", "-out", "\(name).pem", "-subj", "/CN=\(name)", "-days", "30",
                    "-addext",
                    "subjectAltName=DNS:\(host)",
                ])
        }

        /// - Parameter days: from one day to another, in the form of the program.
        func signed(_ name: String, host: String, days: (String, String)? = nil) throws {
            try run(
                ["req"] + Self.key + [
                    "-keyout", "\(name).key", "-out", "\(name).csr", "-subj", "/CN=\(name)", "-addext",
                    "subjectAltName=DNS:\(host)",
                ])
            let span = days.map { ["-startdate", $0.0, "-enddate", $0.1] } ?? ["-days", "30"]
            try run(
                [
                    "ca", "-config", "settings", "-batch", "-notext", "-cert", "root.pem", "-keyfile",
                    "root.key", "-in",
                    "\(name).csr", "-out", "\(name).pem",
                ] + span)
        }

        /// DER of a certificate.
        func der(_ name: String) throws -> [UInt8] {
            try CommandOutput(["openssl", "x509", "-in", "\(name).pem", "-outform", "DER"], in: folder).output
        }

        private func run(_ arguments: [String]) throws {
            let run = try CommandOutput(["openssl"] + arguments, in: folder)
            if run.status != 0 { throw Unavailable(what: arguments.joined(separator: " ")) }
        }
    }

    let port: String
    private let process: Process

    /// - Parameter pages: whole responses by the name that they are asked for.
    init(_ authority: Authority, certificate: String, pages: [String: String]) throws {
        for (name, page) in pages { try Data(page.utf8).write(to: authority.folder.appending(path: name)) }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "openssl", "s_server", "-accept", "127.0.0.1:0", "-cert", "\(certificate).pem", "-key",
            "\(certificate).key", "-HTTP",
        ]
        process.currentDirectoryURL = authority.folder
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        self.process = process
        var said = ""
        while !said.contains("ACCEPT") || !said.hasSuffix("\n") {
            let more = output.fileHandleForReading.availableData
            if more.isEmpty { throw Unavailable(what: said) }
            said += String(decoding: more, as: UTF8.self)
        }
        port = said.split(separator: ":").last.map { String($0.filter(\.isNumber)) } ?? ""
    }

    // The pool's threads block signals, and a child inherits that: only this one reaches it.
    deinit { kill(process.processIdentifier, SIGKILL) }

    func url(_ page: String, host: String = "localhost") -> String { "https://\(host):\(port)/\(page)" }
}
