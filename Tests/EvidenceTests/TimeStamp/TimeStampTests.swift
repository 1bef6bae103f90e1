import Statute
import TestSupport
import Testing

@testable import Evidence

@Suite("Time stamps")
struct TimeStampTests {
    @Test("outlive the certificate that made them")
    func kept() throws {
        let request = try TimeStampRequest(parsing: KeptStamp.request())
        #expect(request.digest == SHA2.sha256(Array(KeptStamp.text.utf8)))
        let stamp = try TimeStamp(
            verifying: KeptStamp.response(), against: request, anchors: KeptStamp.anchors)
        #expect(stamp.time == KeptStamp.time)
        #expect(stamp.accuracy == 1_500_000)
        #expect(stamp.serial == "02")
        #expect(stamp.policy == "1.2.3.4.1")
        #expect(stamp.authority == "/CN=Lexwatch test stamps")
    }

    private func reason(_ response: [UInt8], _ request: TimeStampRequest, _ anchors: [UInt8]) -> String {
        do {
            _ = try TimeStamp(verifying: response, against: request, anchors: anchors)
            return "good"
        } catch {
            return error.description
        }
    }

    @Test("for another text, another request or no trusted root are refuted")
    func refuted() throws {
        let request = try TimeStampRequest(parsing: KeptStamp.request())
        let response = try KeptStamp.response()
        let anchors = KeptStamp.anchors
        #expect(reason(response, request, anchors) == "good")
        let otherNumber = try TimeStampRequest(digest: request.digest)
        #expect(reason(response, otherNumber, anchors).contains("nonce mismatch"))
        let number = try #require(Hexadecimal.bytes("176f27a6256a564c"))
        #expect(try TimeStampRequest(digest: request.digest, nonce: number).bytes == request.bytes)
        let otherText = try TimeStampRequest(digest: SHA2.sha256([1]), nonce: number)
        #expect(reason(response, otherText, anchors).contains("message imprint mismatch"))
        #expect(reason(response, request, []).contains("no PEM certificate"))
        #expect(reason(response, request, Array("nothing\n".utf8)).contains("no PEM certificate"))
        #expect(reason([], request, anchors).contains("not DER"))
        #expect(reason(response + [0], request, anchors).contains("goes on after its end"))
        #expect(reason(Array(response.dropLast()), request, anchors).contains("not DER"))
        // The first certificate is whole, the second is not.
        let broken = anchors + Array("-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n".utf8)
        #expect(reason(response, request, broken).contains("certificate 2 cannot be read"))
    }

    @Test("no request is made of what is no SHA-256")
    func badDigest() {
        #expect(throws: EvidenceError.self) { try TimeStampRequest(digest: [1, 2, 3]) }
        #expect(throws: EvidenceError.self) { try TimeStampRequest(parsing: [0x30, 0x00]) }
    }
}

@Suite("Time stamps and openssl ts", .enabled(if: Stock.hasOpenSSL, "openssl is not installed"))
struct StockTimeStampTests {
    private let digest = SHA2.sha256(Array("a checkpoint".utf8))

    @Test("openssl reads our request and we accept its stamp, but under its own root only")
    func stamp() throws {
        let authority = try ThrowawayAuthority()
        let request = try TimeStampRequest(digest: digest)
        #expect(try TimeStampRequest(digest: digest).bytes != request.bytes)
        #expect(try TimeStampRequest(parsing: request.bytes) == request)
        try authority.folder.write(request.bytes, to: "ours.tsq")
        let text = try authority.openssl(["ts", "-query", "-in", "ours.tsq", "-text"]).output
        #expect(text.contains("Certificate required: yes") && text.contains("Hash Algorithm: sha256"))

        let response = try authority.answer(to: request.bytes)
        let stamp = try TimeStamp(verifying: response, against: request, anchors: authority.root)
        #expect(stamp.authority == "/CN=stamps")
        #expect(stamp.time > 1_700_000_000)
        let stranger = try ThrowawayAuthority()
        #expect {
            try TimeStamp(verifying: response, against: request, anchors: stranger.root)
        } throws: { "\($0)".contains("certificate verify error") }
        // Both roots in one file.
        #expect(
            try TimeStamp(verifying: response, against: request, anchors: stranger.root + authority.root)
                == stamp)
        // The authority's own certificate, named as trusted.
        let own = try authority.folder.bytes("tsa.pem")
        #expect(try TimeStamp(verifying: response, against: request, anchors: own) == stamp)
    }

    @Test("a refusal is told in the authority's words")
    func refusal() throws {
        let authority = try ThrowawayAuthority()
        let request = try TimeStampRequest(digest: digest)
        // openssl takes SHA-256 only, and so we ask for another hash.
        try authority.openssl([
            "ts", "-query", "-digest", String(repeating: "ab", count: 64), "-sha512", "-out", "other",
        ])
        let response = try authority.answer(to: authority.folder.bytes("other"))
        #expect {
            try TimeStamp(verifying: response, against: request, anchors: authority.root)
        } throws: { "\($0)".contains("refused it with status 2") }
        #expect(throws: EvidenceError.self) { try TimeStampRequest(parsing: authority.folder.bytes("other")) }
    }
}
