import Statute
import Testing

@Suite struct SHA256Tests {
    @Test(
        "the published vectors come out",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
            (
                "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
                "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
            ),
        ])
    func vectors(text: String, digest: String) {
        #expect(SHA256.hex(of: Array(text.utf8)) == digest)
    }

    @Test func `a million letters a`() {
        var hash = SHA256()
        for _ in 0..<1_000 { hash.update([UInt8](repeating: 0x61, count: 1_000)) }
        #expect(
            Hexadecimal.string(hash.digest())
                == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    @Test func `pieces of any size give the digest of the whole`() {
        let whole = (0..<300).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        for length in 0...200 {
            let expected = SHA256.digest(of: Array(whole[..<length]))
            for size in [1, 3, 55, 56, 63, 64, 65] {
                var hash = SHA256()
                for start in stride(from: 0, to: length, by: size) {
                    hash.update(Array(whole[start..<min(start + size, length)]))
                }
                #expect(hash.digest() == expected, "length \(length) in pieces of \(size)")
            }
        }
    }

    @Test func `hexadecimal digits go both ways`() {
        #expect(Hexadecimal.bytes("00ff1a") == [0, 255, 26])
        #expect(Hexadecimal.string([0, 255, 26]) == "00ff1a")
        #expect(Hexadecimal.bytes("0") == nil)
        #expect(Hexadecimal.bytes("0G") == nil)
    }
}
