import TestSupport
import Testing

@testable import Evidence

/// Whatever bytes come in, there is an answer; and no changed bytes are taken for proof.
@Suite("Hostile bytes")
struct HostileBytesTests {
    /// Flips, inserts, removes, repeats and swaps a few bytes.
    static func mutated(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let place = Int.random(in: 0...max(0, bytes.count - 1), using: &random)
            switch Int.random(in: 0..<7, using: &random) {
            case 0 where !bytes.isEmpty: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            case 1 where !bytes.isEmpty:
                bytes[place] = [0, 1, 0x7F, 0x80, 0xFF].randomElement(using: &random) ?? 0
            case 2: bytes.insert(UInt8.random(in: 0...255, using: &random), at: min(place, bytes.count))
            case 3 where !bytes.isEmpty: bytes.remove(at: place)
            case 4: bytes.removeLast(min(bytes.count, Int.random(in: 1...40, using: &random)))
            case 5:
                let end = min(bytes.count, place + Int.random(in: 1...40, using: &random))
                if place < end { bytes.insert(contentsOf: bytes[place..<end], at: place) }
            default:
                let line = bytes.firstIndex(of: 0x0A) ?? 0
                bytes = Array(bytes[line...]) + bytes[..<line]
            }
        }
        return bytes
    }

    private static func changed(
        _ good: [UInt8], seed: UInt64, count: Int = 4_000, _ look: ([UInt8]) throws -> Void
    ) rethrows {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<count {
            let bytes = mutated(good, &random)
            if bytes != good { try look(bytes) }
        }
    }

    private static func isNamed(_ body: () throws -> Bool) -> Bool {
        do { return try body() } catch { return error is EvidenceError && !"\(error)".isEmpty }
    }

    @Test("a note whose bytes are changed is another note, and not signed; what is read is written as it was")
    func notes() throws {
        let key = try SigningKey.generate()
        var note = try SignedNote(
            text: Checkpoint(origin: "lexwatch/a", size: 7, root: LogHashing.empty).text)
        try note.sign(with: key, name: "lexwatch/a")
        Self.changed(Array(note.string.utf8), seed: 1) { bytes in
            #expect(
                Self.isNamed {
                    let read = try SignedNote(parsing: bytes)
                    guard Array(read.string.utf8) == bytes else { return false }
                    guard read.text != note.text else { return true }
                    return !read.verifies(with: key.publicKey)
                })
        }
        Self.changed(Array(note.text.utf8), seed: 2) { bytes in
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(Self.isNamed { try Checkpoint(parsing: text).text.utf8.elementsEqual(text.utf8) })
        }
    }

    @Test("a key file whose bytes are changed is refused or holds the same key")
    func keys() throws {
        let key = try SigningKey.generate()
        let file = key.openSSHFile(comment: "a comment")
        Self.changed(Array(file.utf8), seed: 3) { bytes in
            #expect(Self.isNamed { try SigningKey(openSSH: bytes).publicKey == key.publicKey })
        }
        // Below the armour, where base64 does not stand guard.
        let blob = try Armour.read(Array(file.utf8), label: "OPENSSH PRIVATE KEY", subject: "")
        Self.changed(blob, seed: 4) { bytes in
            let file = Armour.write(bytes, label: "OPENSSH PRIVATE KEY")
            #expect(Self.isNamed { try SigningKey(openSSH: Array(file.utf8)).publicKey == key.publicKey })
        }
        for (seed, text) in [key.publicKey.openSSHLine(comment: "c"), key.publicKey.noteKey(name: "n")]
            .enumerated()
        {
            Self.changed(Array(text.utf8), seed: UInt64(5 + seed)) { bytes in
                let text = String(decoding: bytes, as: UTF8.self)
                #expect(
                    Self.isNamed {
                        _ = seed == 0 ? try VerifierKey(openSSHLine: text) : try VerifierKey(noteKey: text)
                        return true
                    })
            }
        }
    }

    @Test("a signature whose bytes are changed does not hold")
    func signatures() throws {
        let key = try SigningKey.generate()
        let message = Array("a commit\n".utf8)
        let good = try SSHSignature.sign(message, namespace: "git", with: key)
        let blob = try Armour.read(Array(good.utf8), label: SSHSignature.label, subject: "")
        func look(_ armoured: String) {
            #expect(
                Self.isNamed {
                    let found = try SSHSignature.verify(armoured, message: message, namespace: "git")
                    // Broken into lines in another way it is still the same signature; and a field that is reserved
                    // is passed over.
                    return found == key.publicKey
                })
        }
        Self.changed(Array(good.utf8), seed: 7) { look(String(decoding: $0, as: UTF8.self)) }
        Self.changed(blob, seed: 8) { look(Armour.write($0, label: SSHSignature.label)) }
        // Each single bit, without which a signature of another key could stand here.
        for bit in 0..<(blob.count * 8) {
            var bytes = blob
            bytes[bit / 8] ^= 1 << UInt8(bit % 8)
            #expect(throws: EvidenceError.self) {
                try SSHSignature.verify(
                    Armour.write(bytes, label: SSHSignature.label), message: message, namespace: "git")
            }
        }
    }

    @Test("a time stamp whose bytes are changed says no other time")
    func timeStamps() throws {
        let request = try TimeStampRequest(parsing: KeptStamp.request())
        let anchors = KeptStamp.anchors
        Self.changed(try KeptStamp.response(), seed: 9, count: 2_500) { bytes in
            #expect(
                Self.isNamed {
                    let stamp = try TimeStamp(verifying: bytes, against: request, anchors: anchors)
                    return stamp.time == KeptStamp.time && stamp.serial == "02"
                })
        }
        Self.changed(request.bytes, seed: 10) { bytes in
            #expect(Self.isNamed { try TimeStampRequest(parsing: bytes).digest.count == 32 })
        }
        Self.changed(anchors, seed: 11, count: 1_000) { bytes in
            #expect(
                Self.isNamed {
                    try TimeStamp(verifying: KeptStamp.response(), against: request, anchors: bytes).time
                        == KeptStamp.time
                })
        }
    }

    @Test("bytes without any form are refused by every reader")
    func noise() {
        var random = SeededGenerator(seed: 12)
        for count in 0..<1_000 {
            let bytes = (0..<(count % 300)).map { _ in UInt8.random(in: 0...255, using: &random) }
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(throws: EvidenceError.self) { try SignedNote(parsing: bytes) }
            #expect(throws: EvidenceError.self) { try Checkpoint(parsing: text) }
            #expect(throws: EvidenceError.self) { try SigningKey(openSSH: bytes) }
            #expect(throws: EvidenceError.self) { try VerifierKey(openSSHLine: text) }
            #expect(throws: EvidenceError.self) { try VerifierKey(noteKey: text) }
            #expect(throws: EvidenceError.self) {
                try SSHSignature.verify(text, message: bytes, namespace: "git")
            }
            #expect(throws: EvidenceError.self) { try TimeStampRequest(parsing: bytes) }
            #expect(LogTile(path: text) == nil)
            if let entries = EntryBundle.entries(in: bytes) {
                #expect(EntryBundle.bytes(of: entries) == bytes)
            }
        }
    }
}
