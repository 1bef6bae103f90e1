import Evidence
import Foundation
import GitStore
import Statute
import TestSupport
import Testing

@testable import Custody

/// A mail with the evidence of a store, and what becomes of it when it is touched.
struct MailTests {
    private struct Letter {
        var scene: Scene
        var bytes: [UInt8]
    }

    private static let subject = "Cybersecurity Law 网络安全法: 3 changes"

    private func letter(key: SigningKey? = try? .generate()) throws -> Letter {
        let scene = try Scene(key: key)
        try scene.fill(4)
        let store = try GitStore(path: scene.path, access: .reading)
        let desk = try #require(try EvidenceDesk(store))
        let wanted = try [0, 3].map { number -> EvidenceDesk.Wanted in
            let id = try #require(InstrumentID("cn/law-0"))
            let words =
                "Article 1\nText number \(number)\n" + String(repeating: "more ", count: number % 7 * 20)
            return EvidenceDesk.Wanted(
                instrument: id, version: "v\(number)", side: number == 0 ? "from" : "to", source: "gov",
                sha256: SHA256.hex(of: Array("<p>\(words)</p>".utf8)))
        }
        let citation = try #require(try desk.citation(wanted))
        let text = "Summary\r\n第一条 was changed.\r\n"
        let html = "<p>Summary</p>\r\n"
        let part = try EvidenceDesk.evidence(
            citation, key: key, messageID: "abc@localhost", from: "lexwatch@localhost", subject: Self.subject,
            date: "Tue, 24 Nov 2026 00:00:00 +0000", text: Array(text.utf8), html: Array(html.utf8))
        let mail = """
            From: "Lexwatch"
             <lexwatch@localhost>
            Subject: =?UTF-8?B?\(Base64.encode(Array(Self.subject.utf8).prefix(18)))?=
             =?UTF-8?B?\(Base64.encode(Array(Self.subject.utf8).dropFirst(18)))?=
            Date: Tue, 24 Nov 2026 00:00:00 +0000
            Message-ID: <abc@localhost>
            MIME-Version: 1.0
            Content-Type: multipart/mixed;
             boundary="=_m1"

            --=_m1
            Content-Type: multipart/alternative;
             boundary="=_1"

            --=_1
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            Summary
            =E7=AC=AC=E4=B8=80=E6=9D=A1 was=
             changed.

            --=_1
            Content-Type: text/html; charset=utf-8
            Content-Transfer-Encoding: base64

            \(Base64.encode(Array(html.utf8)))
            --=_1--
            --=_m1
            Content-Type: application/json; name="evidence.json"
            Content-Disposition: attachment; filename="evidence.json"
            Content-Transfer-Encoding: base64

            \(Base64.encode(Array(part.utf8)))
            --=_m1--

            """
        return Letter(scene: scene, bytes: Array(mail.utf8))
    }

    private func audit(_ letter: Letter, _ bytes: [UInt8]? = nil, keys: [VerifierKey]? = nil) throws
        -> MailAudit
    {
        let keys = try keys ?? [#require(letter.scene.key).publicKey]
        return MailAudit(bytes ?? letter.bytes, keys: keys, requiresSignatures: false, store: nil)
    }

    @Test func `a mail as it was sent is sound, without the store and with it`() throws {
        let letter = try letter()
        let found = try audit(letter)
        #expect(found.problems.isEmpty, "\(found.problems)")
        #expect(found.captures.map(\.index) == [0, 6])
        let store = try GitStore(path: letter.scene.path, access: .reading)
        let held = MailAudit(letter.bytes, keys: [], requiresSignatures: false, store: store)
        #expect(held.problems.isEmpty)
        #expect(held.remarks.contains { $0.contains("still holds") })
    }

    @Test func `lines may end as the reader's machine ends them`() throws {
        let letter = try letter()
        let bytes = letter.bytes.flatMap { $0 == 0x0a ? [0x0d, 0x0a] : [$0] }
        #expect(try audit(letter, bytes).problems.isEmpty)
    }

    @Test func `the evidence stays the same while the log grows`() throws {
        let letter = try letter()
        try letter.scene.write(9)
        let store = try GitStore(path: letter.scene.path, access: .reading)
        let held = MailAudit(letter.bytes, keys: [], requiresSignatures: false, store: store)
        #expect(held.problems.isEmpty)
        let desk = try #require(try EvidenceDesk(store))
        let id = try #require(InstrumentID("cn/law-0"))
        let wanted = EvidenceDesk.Wanted(
            instrument: id, version: "v0", side: "from", source: "gov",
            sha256: SHA256.hex(of: Array("<p>Article 1\nText number 0\n</p>".utf8)))
        // The first catch-up had two entries.
        #expect(try desk.citation([wanted])?.size == 2)
    }

    @Test func `every byte that says something is named when it is changed`() throws {
        let letter = try letter()
        let whole = String(decoding: letter.bytes, as: UTF8.self)
        var generator = SeededGenerator(seed: 5)
        for sign in [
            "Summary", "=E6=9D=A1", "Date: Tue", "abc@local", "=?UTF-8?B?", "PHA+", "ewog", "lexwatch@",
        ] {
            let range = try #require(whole.range(of: sign))
            let start = whole.utf8.distance(from: whole.startIndex, to: range.lowerBound)
            for step in 0..<sign.utf8.count {
                if sign.hasPrefix("Date"), step < 6 { continue }
                if sign.hasPrefix("=?"), step < 10 { continue }
                var bytes = letter.bytes
                bytes[start + step] ^= 1 << UInt8.random(in: 0..<5, using: &generator)
                let found = try audit(letter, bytes)
                #expect(!found.problems.isEmpty, "\(sign) \(step)")
            }
        }
    }

    @Test func `another key, no signature, and no evidence`() throws {
        let letter = try letter()
        let stranger = try SigningKey.generate().publicKey
        #expect(Set(try audit(letter, keys: [stranger]).problems.map(\.kind)) == [.wrongKey])
        #expect(try audit(letter, keys: []).remarks.count == 1)
        let plain = try self.letter(key: nil)
        let found = try audit(plain, keys: [])
        #expect(Set(found.problems.map(\.kind)) == [.unsignedCheckpoint])
        #expect(found.problems.allSatisfy { $0.weight == .warning })
        let bare = Array("From: a@b\nSubject: x\nContent-Type: text/plain; charset=utf-8\n\nwords\n".utf8)
        #expect(try audit(letter, bare).problems.map(\.kind) == [.noEvidence])
    }

    @Test func `a store that was set back no longer holds what a mail says`() throws {
        let letter = try letter()
        for branch in ["captures", "versions", "log"] {
            try letter.scene.git(
                "update-ref", "refs/heads/\(branch)", try letter.scene.git("rev-parse", "\(branch)~2"))
        }
        for number in 7..<9 { try letter.scene.write(number) }
        let store = try GitStore(path: letter.scene.path, access: .reading)
        let keys = [try #require(letter.scene.key).publicKey]
        #expect(
            MailAudit(letter.bytes, keys: keys, requiresSignatures: false, store: store).problems.map(\.kind)
                == [.fork])
    }
}
