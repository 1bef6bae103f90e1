import TestSupport
import Testing

/// A time stamping authority of a test's own, by `openssl ts`.
final class ThrowawayAuthority {
    let folder: TemporaryFolder

    init(usage: String = "critical,timeStamping") throws {
        folder = try TemporaryFolder()
        try folder.write("01\n", to: "serial")
        try folder.write(
            """
            [tsa]
            serial = serial
            default_policy = 1.2.3.4.1
            digests = sha256
            accuracy = secs:1, millisecs:500
            tsa_name = yes
            ess_cert_id_alg = sha256
            ess_cert_id_chain = no
            signer_digest = sha256
            [stamp]
            extendedKeyUsage = \(usage)

            """, to: "tsa.cnf")
        try openssl(
            ["req", "-x509"] + Self.newKey + ["-keyout", "ca.key", "-out", "ca.pem", "-subj", "/CN=root"])
        try openssl(["req"] + Self.newKey + ["-keyout", "tsa.key", "-out", "tsa.csr", "-subj", "/CN=stamps"])
        try openssl([
            "x509", "-req", "-in", "tsa.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-out",
            "tsa.pem", "-extfile", "tsa.cnf", "-extensions", "stamp",
        ])
    }

    private static let newKey = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]

    /// The authority's whole answer; it says so itself when it refuses.
    func answer(to query: [UInt8]) throws -> [UInt8] {
        try folder.write(query, to: "query")
        try openssl([
            "ts", "-reply", "-config", "tsa.cnf", "-section", "tsa", "-queryfile", "query", "-inkey",
            "tsa.key",
            "-signer", "tsa.pem", "-out", "reply",
        ])
        return try folder.bytes("reply")
    }

    var root: [UInt8] { get throws { try folder.bytes("ca.pem") } }

    @discardableResult
    func openssl(_ arguments: [String]) throws -> CommandRun {
        let run = try Stock.run(["openssl"] + arguments, in: folder)
        try #require(run.status == 0, "\(run.errors)")
        return run
    }
}
