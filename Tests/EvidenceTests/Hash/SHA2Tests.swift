import Statute
import TestSupport
import Testing

@testable import Evidence

@Suite("SHA-2 of libcrypto")
struct SHA2Tests {
    /// FIPS 180-4's examples.
    @Test("gives the standard's digests")
    func known() {
        #expect(
            Hexadecimal.string(SHA2.sha256(Array("abc".utf8)))
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(
            Hexadecimal.string(SHA2.sha512(Array("abc".utf8)))
                == "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f")
        #expect(SHA2.sha256([]) == SHA256.digest(of: []))
        #expect(SHA2.sha512([]).count == 64)
    }

    @Test("agrees with Statute's, at once and in pieces")
    func pieces() throws {
        var random = SeededGenerator(seed: 180)
        for count in Array(0...130) + [1_000, 65_537] {
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
            let digest = SHA256.digest(of: bytes)
            #expect(SHA2.sha256(bytes) == digest)
            for kind in [SHA2Stream.Kind.sha256, .sha512] {
                var stream = try SHA2Stream(kind)
                var at = 0
                while at < count {
                    let end = min(count, at + Int.random(in: 0...200, using: &random))
                    try stream.update(Array(bytes[at..<end]))
                    at = end
                }
                #expect(try stream.digest() == (kind == .sha256 ? digest : SHA2.sha512(bytes)))
            }
        }
    }
}
