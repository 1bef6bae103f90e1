import Foundation
import Rendering
import Testing

@Suite struct MailTests {
    private func lines(_ bytes: [UInt8]) -> [[UInt8]] {
        bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    }

    private func message(_ text: String, subject: String = "示例") -> MailMessage {
        var message = Fixtures.envelope(subject: subject)
        message.text = text
        message.html = "<p>\(HTMLText.escape(text))</p>"
        return message
    }

    @Test(arguments: HostileText.all) func `lines are short end with CRLF and are plain ASCII`(_ text: String)
        throws
    {
        let bytes = try message(text + "\n" + String(repeating: text + "长", count: 40)).bytes()
        #expect(bytes.allSatisfy { $0 == 0x0D || $0 == 0x0A || (0x20...0x7E).contains($0) })
        for line in lines(bytes).dropLast() {
            #expect(line.last == 0x0D && line.count <= 77)
            #expect(!line.dropLast().contains(0x0D))
        }
    }

    @Test(arguments: [
        "a\r\nBcc: x@example.org", "a\rb", "a\nb", "\u{85}", "\u{2028}", "\u{0}", "\u{202E}", "\u{1B}[0m",
    ])
    func `control characters in a header are refused`(_ text: String) {
        let scalar = text.unicodeScalars.first { VisibleText.form(of: $0) != nil }?.value ?? 0
        #expect(throws: MailError.controlCharacter(header: "Subject", codePoint: scalar)) {
            try message("x", subject: text).bytes()
        }
        var named = message("x")
        named.from.name = text
        #expect(throws: MailError.controlCharacter(header: "From", codePoint: scalar)) { try named.bytes() }
        var listed = message("x")
        listed.unsubscribe = ["https://example.org/\(text)"]
        #expect(throws: MailError.malformed(header: "List-Unsubscribe", value: "https://example.org/\(text)"))
        {
            try listed.bytes()
        }
    }

    @Test(arguments: ["", "a", "a@b@c", "a b@c", "<a@b>", "a@b\r\nX: y", "ä@b"])
    func `what is no address is refused`(_ address: String) {
        var message = message("x")
        message.to = [MailAddress(address)]
        #expect(throws: MailError.malformed(header: "To", value: address)) { try message.bytes() }
    }

    @Test func `the same message has the same bytes and another text another id`() throws {
        #expect(try message("x").bytes() == message("x").bytes())
        let one = String(decoding: try message("x").bytes(), as: UTF8.self)
        let two = String(decoding: try message("y").bytes(), as: UTF8.self)
        func id(_ text: String) -> Substring? {
            text.split(separator: "\r\n").first { $0.hasPrefix("Message-ID: ") }
        }
        #expect(id(one) != nil && id(one) != id(two))
    }

    @Test func `a computed id is the SHA-256 of what the message says`() throws {
        let message = MailMessage(
            from: MailAddress("a@b.example"), to: [], date: 0, subject: "s", text: "t", html: nil)
        // printf '11:a@b.example1:01:s0:1:t0:' | sha256sum
        let text = String(decoding: try message.bytes(), as: UTF8.self)
        #expect(text.contains("Message-ID: <b99dac4be5c81f13f455a8ac63d43379@b.example>\r\n"))
    }

    @Test(arguments: [
        (0, "Thu, 1 Jan 1970 00:00:00 +0000"), (951_782_400, "Tue, 29 Feb 2000 00:00:00 +0000"),
        (1_478_500_000, "Mon, 7 Nov 2016 06:26:40 +0000"), (-1, "Wed, 31 Dec 1969 23:59:59 +0000"),
        (Int.max, "Fri, 31 Dec 9999 23:59:59 +0000"), (Int.min, "Mon, 1 Jan 1900 00:00:00 +0000"),
    ]) func `dates are written as RFC 5322 has them`(_ seconds: Int, _ text: String) {
        #expect(MailDate.text(seconds) == text)
    }

    @Test func `a message that would be clipped is refused`() {
        let long = message(String(repeating: "长文本", count: 20_000))
        let error = #expect(throws: MailError.self) { try long.bytes() }
        guard case .tooLarge(let bytes, 102_000) = error else {
            Issue.record("expected tooLarge, got \(String(describing: error))")
            return
        }
        #expect(bytes > 102_000)
    }

    @Test(.enabled(if: Python.isThere)) func `a strict reader finds no defect and the same words`() throws {
        let subjects = [
            "示例安全法（草案）: 三项修改涉及承诺，其中一项偏离；另有十五条仅条号变动，八条尚不可知，请核对原文后再作判断",
            "Plain words", "=?UTF-8?B?PHg+?= looks encoded", "  spaces  kept ",
            "x" + String(repeating: "y", count: 200),
            "e\u{301}\u{FB1D}👨👩 “”", "Tariffs = 5 % and \"quotes\"; café",
        ]
        for subject in subjects {
            for text in [
                "网络\n.\nFrom me\n" + String(repeating: "长", count: 500),
                "plain = text \n" + String(repeating: "y", count: 300),
            ] {
                let read = try Python.read(message(text, subject: subject).bytes())
                #expect(read["defects"] as? [String] == [])
                #expect(
                    (read["subject"] as? String).map {
                        $0.unicodeScalars.elementsEqual(subject.unicodeScalars)
                    } ?? false)
                #expect(read["text"] as? String == text)
                #expect(read["to"] as? String == "\"Müller, A.\" <reader@example.org>")
                #expect(read["types"] as? [String] == ["multipart/alternative", "text/plain", "text/html"])
                #expect(
                    read["names"] as? [String] == [
                        "From", "To", "Subject", "Date", "Message-ID", "List-Id", "List-Unsubscribe",
                        "List-Unsubscribe-Post", "Auto-Submitted", "X-Auto-Response-Suppress", "MIME-Version",
                        "Content-Type",
                    ])
                #expect(read["words"] as? Bool == true)
            }
        }
    }

    @Test(.enabled(if: Python.isThere)) func `a digest is read whole by a strict reader`() throws {
        let read = try Python.read(DigestMail.bytes(Fixtures.digest, envelope: Fixtures.envelope()))
        #expect(read["defects"] as? [String] == [])
        #expect(read["text"] as? String == DigestText.render(Fixtures.digest))
        #expect(read["html"] as? String == DigestHTML.render(Fixtures.digest))
    }
}

/// Python's own mail parser as the judge.
enum Python {
    static let isThere = (try? run("print(1)", [])) != nil

    static func read(_ message: [UInt8]) throws -> [String: Any] {
        let script = """
            import sys, json, email, re
            from email import policy
            from email.header import decode_header
            raw = sys.stdin.buffer.read()
            m = email.message_from_bytes(raw, policy=policy.default)
            defects = [repr(d) for p in m.walk() for d in p.defects]
            defects += [repr(d) for v in m.values() for d in getattr(v, 'defects', [])]
            head = raw.split(b'\\r\\n\\r\\n')[0].decode('ascii')
            words = re.findall(r'=\\?UTF-8\\?[BQ]\\?[^?]*\\?=', head)
            whole = True
            for w in words:
                if len(w) > 75: whole = False
                try: decode_header(w)[0][0].decode('utf-8')
                except Exception: whole = False
            body = lambda t: (m.get_body((t,)).get_content() if m.get_body((t,)) else None)
            print(json.dumps({'defects': defects, 'subject': m['subject'], 'to': str(m['to']),
                'types': [p.get_content_type() for p in m.walk()], 'names': m.keys(),
                'text': body('plain').replace('\\r\\n', '\\n'), 'html': body('html').replace('\\r\\n', '\\n'),
                'words': whole}))
            """
        let output = try run(script, message)
        return try #require(try JSONSerialization.jsonObject(with: output) as? [String: Any])
    }

    private static func run(_ script: String, _ input: [UInt8]) throws -> Data {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-c", script]
        let stdin = Pipe()
        let stdout = Pipe()
        process.standardInput = stdin
        process.standardOutput = stdout
        try process.run()
        try stdin.fileHandleForWriting.write(contentsOf: Data(input))
        try stdin.fileHandleForWriting.close()
        let output = stdout.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
        return output
    }
}
