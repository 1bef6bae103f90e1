import Testing

@testable import Evidence

@Suite("Checkpoints")
struct CheckpointTests {
    /// Of Go's checksum database, whose key is written into the go command.
    static let goKey = "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8"
    static let goNote = """
        go.sum database tree
        15368405
        /g9am3I6YWNKaZX/jkne1fqd9zEyjss+JXyPXG0WfkY=

        \u{2014} sum.golang.org Az3grqJGUaSGukG9p8nI2vKgiFn7qGHxn0W+mrwyI6Gz3F0t1J3LzmWk/p96Ybf295EjwdSwlzgijq5WA9d1Ded7owM=

        """

    @Test("of Go's checksum database are read and verified")
    func goSum() throws {
        let note = try SignedNote(parsing: Self.goNote)
        #expect(note.verifies(with: try VerifierKey(noteKey: Self.goKey), name: "sum.golang.org"))
        let checkpoint = try Checkpoint(parsing: note.text)
        #expect(checkpoint.origin == "go.sum database tree")
        #expect(checkpoint.size == 15_368_405)
        #expect(checkpoint.root.base64 == "/g9am3I6YWNKaZX/jkne1fqd9zEyjss+JXyPXG0WfkY=")
        #expect(checkpoint.text == note.text)
    }

    static let root = LogHashing.empty.base64

    @Test("are written as they are read")
    func roundTrip() throws {
        for text in [
            "lexwatch/0123\n0\n\(Self.root)\n", "o\n9223372036854775807\n\(Self.root)\none\ntwo words\n",
        ] {
            #expect(try Checkpoint(parsing: text).text == text)
        }
        let made = try Checkpoint(origin: "o", size: 3, root: LogHashing.empty, extensions: ["x"])
        #expect(try Checkpoint(parsing: made.text) == made)
    }

    @Test(
        "in any other spelling are refused",
        arguments: [
            "", "\n", "\n\n\n", "o\n1\n", "o\n1\n\(root)", "\n1\n\(root)\n", "o\n\n\(root)\n",
            "o\n01\n\(root)\n",
            "o\n00\n\(root)\n", "o\n+1\n\(root)\n", "o\n-1\n\(root)\n", "o\n1 \n\(root)\n",
            "o\n 1\n\(root)\n",
            "o\n9223372036854775808\n\(root)\n", "o\n99999999999999999999999999\n\(root)\n",
            "o\n0x1\n\(root)\n",
            "o\n１\n\(root)\n", "o\r\n1\r\n\(root)\r\n", "o\n1\n\(root)=\n", "o\n1\n\(root.dropLast())\n",
            "o\n1\nAAAA\n", "o\n1\n\(root)\n\n", "o\n1\n\(root)\n\nx\n", "o\n1\n\(root)\nx\ty\n",
            "o\n1\n \(root)\n",
            "o\n1\n\(root.dropLast(2))V=\n", "\to\n1\n\(root)\n",
        ])
    func refused(_ text: String) {
        #expect(throws: EvidenceError.self) { try Checkpoint(parsing: text) }
    }

    @Test("cannot be made so that they could not be read")
    func unmakeable() {
        let root = LogHashing.empty
        #expect(throws: EvidenceError.self) { try Checkpoint(origin: "", size: 1, root: root) }
        #expect(throws: EvidenceError.self) { try Checkpoint(origin: "a\nb", size: 1, root: root) }
        #expect(throws: EvidenceError.self) { try Checkpoint(origin: "a", size: -1, root: root) }
        #expect(throws: EvidenceError.self) {
            try Checkpoint(origin: "a", size: 1, root: root, extensions: [""])
        }
    }

    @Test("that differ only in how a letter is spelt are not the same")
    func spelling() throws {
        let (one, two) = ("\u{e9}", "e\u{301}")
        #expect(
            try Checkpoint(origin: one, size: 1, root: LogHashing.empty)
                != Checkpoint(origin: two, size: 1, root: LogHashing.empty))
    }
}
