import TestSupport
import Testing

@testable import Evidence

@Suite("Base64")
struct Base64Tests {
    /// RFC 4648, 10.
    @Test(
        "of the RFC",
        arguments: zip(
            ["", "f", "fo", "foo", "foob", "fooba", "foobar"],
            [
                "", "Zg==", "Zm8=", "Zm9v", "Zm9vYg==", "Zm9vYmE=", "Zm9vYmFy",
            ]))
    func known(_ plain: String, _ coded: String) {
        #expect(Base64.encode(Array(plain.utf8)) == coded)
        #expect(Base64.decode(coded) == Array(plain.utf8))
    }

    @Test(
        "in any other spelling is none",
        arguments: [
            "Zg", "Zg=", "Zg===", "Zh==", "Zm9=", "Zm8=Zg==", "=", "====", "A===", "Z===", "Zm 9v", "Zm9v\n",
            "Zm-_", "Zg=a",
            "Zg==Zg==", "====Zm9v", "Zm9é",
        ])
    func refused(_ text: String) {
        #expect(Base64.decode(text) == nil)
    }

    @Test("gives back whatever bytes went in")
    func roundTrip() {
        var random = SeededGenerator(seed: 64)
        for count in 0..<200 {
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
            #expect(Base64.decode(Base64.encode(bytes)) == bytes)
        }
    }
}
