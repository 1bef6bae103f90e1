import TestSupport
import Testing

@testable import Evidence

@Suite("Signed notes")
struct SignedNoteTests {
    // The key and note of the documentation of Go's golang.org/x/mod/sumdb/note, an implementation by others.
    static let verifier = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
    static let seed = "gQoUAtUUbI2E8kQzMPVAgOv5juF9nHT2JS/F1ccoMXM="
    static let text = """
        If you think cryptography is the answer to your problem,
        then you don't know what your problem is.

        """
    static let line =
        "\u{2014} PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"

    static func key(_ base64: String) throws -> SigningKey {
        let seed = try #require(Base64.decode(base64))
        return try SigningKey(seed: seed)
    }

    @Test("are signed to the same bytes as in Go")
    func signing() throws {
        let key = try Self.key(Self.seed)
        #expect(key.publicKey.noteKey(name: "PeterNeumann") == Self.verifier)
        var note = try SignedNote(text: Self.text)
        try note.sign(with: key, name: "PeterNeumann")
        try note.sign(with: key, name: "PeterNeumann")
        #expect(note.string == Self.text + "\n" + Self.line)
    }

    @Test("made by Go are verified")
    func verifying() throws {
        let note = try SignedNote(parsing: Self.text + "\n" + Self.line)
        let key = try VerifierKey(noteKey: Self.verifier)
        #expect(note.verifies(with: key))
        #expect(note.verifies(with: key, name: "PeterNeumann"))
        #expect(!note.verifies(with: key, name: "Peterneumann"))
        #expect(note.signatures.first?.keyHash == 0xc74f_20a3)
        let other = try SigningKey.generate().publicKey
        #expect(!note.verifies(with: other))
        let changed = try SignedNote(parsing: Self.text + "Really.\n\n" + Self.line)
        #expect(!changed.verifies(with: key))
    }

    @Test("keep empty lines of their text and end it at the last")
    func emptyLines() throws {
        let key = try SigningKey.generate()
        var note = try SignedNote(text: "\n\none\n\n\ntwo\n\n")
        try note.sign(with: key, name: "n")
        let read = try SignedNote(parsing: note.string)
        #expect(read.text == note.text)
        #expect(read.verifies(with: key.publicKey, name: "n"))
        #expect(read.string == note.string)
    }

    @Test("of several signers hold for each of them, and for a key with a bad line of its own not at all")
    func severalSigners() throws {
        let (one, two) = (try SigningKey.generate(), try SigningKey.generate())
        var note = try SignedNote(text: "text\n")
        try note.sign(with: one, name: "one")
        try note.sign(with: two, name: "two")
        let read = try SignedNote(parsing: note.string)
        #expect(read.verifies(with: one.publicKey, name: "one"))
        #expect(read.verifies(with: two.publicKey, name: "two"))
        #expect(!read.verifies(with: one.publicKey, name: "two"))
        let hash = one.publicKey.noteHash(name: "one")
        let bad = SignedNote.Signature(name: "one", keyHash: hash, bytes: Array(repeating: 0, count: 64))
        let spoilt = SignedNote(text: read.text, signatures: read.signatures + [bad])
        #expect(!spoilt.verifies(with: one.publicKey, name: "one"))
        #expect(spoilt.verifies(with: two.publicKey, name: "two"))
    }

    @Test("a line of another kind of key is kept and not verified")
    func unknownKinds() throws {
        let note = try SignedNote(parsing: Self.text + "\n" + "\u{2014} witness AAAAAAE=\n" + Self.line)
        #expect(note.signatures.map(\.name) == ["witness", "PeterNeumann"])
        #expect(note.verifies(with: try VerifierKey(noteKey: Self.verifier)))
    }

    /// Without a text of their own they follow `text` and an empty line.
    static let badLines: [String] = [
        "", "\n", String(line.dropLast()), line + "\n", " " + line, line + "x\n",
        line.replacing("\u{2014}", with: "-"), line.replacing("\u{2014} ", with: "\u{2014}"),
        line.replacing(" x08", with: "  x08"), line.replacing("Neumann", with: "+"),
        line.replacing("Neumann", with: "\u{a0}"), line.replacing("PeterNeumann", with: ""),
        line.replacing("=", with: ""), line.replacing("AM=", with: "AN="),
        line.replacing("x08g", with: "x0-g"),
        line.replacing("\n", with: " \n"), line.replacing("\n", with: "\r\n"), "\u{2014} n \n",
        "\u{2014} n AAAAAA==\n", String(repeating: line, count: 101),
    ]
    static let badNotes: [String] = [
        "", "\n", "\n\n", "text", "text\n", "text\n" + line, "te\rxt\n\n" + line, "te\txt\n\n" + line,
        "te\0xt\n\n" + line, "text\r\n\r\n" + line,
    ]

    @Test("in any other spelling are refused", arguments: badNotes + badLines.map { "text\n\n" + $0 })
    func refused(_ text: String) {
        #expect(throws: EvidenceError.self) { try SignedNote(parsing: text) }
    }

    @Test("that are not UTF-8 or too long are refused")
    func refusedBytes() {
        #expect(throws: EvidenceError.malformed(subject: "note", line: nil, reason: "the text is not UTF-8"))
        {
            try SignedNote(parsing: [0xC3, 0x28, 0x0A, 0x0A] + Array(Self.line.utf8))
        }
        #expect(throws: EvidenceError.self) {
            try SignedNote(parsing: Array(repeating: 0x41, count: 1_000_001))
        }
        #expect(throws: EvidenceError.malformed(subject: "note", line: 2, reason: "a control character (13)"))
        {
            try SignedNote(text: "a\nb\r\n")
        }
    }

    @Test(
        "are not signed under a name that would not be read back",
        arguments: ["", "a b", "a+b", "a\nb", "a\u{3000}b"])
    func names(_ name: String) throws {
        let key = try SigningKey.generate()
        var note = try SignedNote(text: "text\n")
        #expect(throws: EvidenceError.self) { try note.sign(with: key, name: name) }
    }

    @Test(
        "keys in another spelling are refused",
        arguments: [
            "", "PeterNeumann", "PeterNeumann+c74f20a3",
            "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
            "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
            "Peter+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
            "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW\n",
            "PeterNeumann+c74f20a3+Ahpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", "a+b+c+d", "+00000000+AQ==",
        ])
    func badKeys(_ text: String) {
        #expect(throws: EvidenceError.self) { try VerifierKey(noteKey: text) }
    }

    @Test("the name of a key may be asked of its line")
    func noteName() {
        #expect(VerifierKey.noteName(of: Self.verifier) == "PeterNeumann")
    }
}
