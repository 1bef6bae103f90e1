import Foundation
import Statute
import Testing

@testable import GitStore

@Suite struct PackFormatTests {
    @Test(
        "SHA-1 is that of the standard",
        arguments: [
            ("", "da39a3ee5e6b4b0d3255bfef95601890afd80709"),
            ("abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "84983e441c3bd26ebaae4aa1f95129e5e54670f1"
            ),
            (String(repeating: "a", count: 1_000_000), "34aa973cd4c4daa4f61eeb2bdbad27316534016f"),
        ])
    func sha1(text: String, digest: String) {
        var whole = SHA1()
        whole.update(bytes(text))
        #expect(Hexadecimal.string(whole.digest()) == digest)
        var pieces = SHA1()
        var rest = bytes(text)[...]
        var step = 1
        while !rest.isEmpty {
            pieces.update(Array(rest.prefix(step)))
            rest = rest.dropFirst(step)
            step = step * 3 % 251 + 1
        }
        #expect(Hexadecimal.string(pieces.digest()) == digest)
    }

    @Test func `headers are those of the format`() {
        #expect(PackHeader.pack(objects: 258) == [0x50, 0x41, 0x43, 0x4b, 0, 0, 0, 2, 0, 0, 1, 2])
        #expect(PackHeader.whole(.blob, size: 0) == [0x30])
        #expect(PackHeader.whole(.tree, size: 15) == [0x2f])
        #expect(PackHeader.whole(.commit, size: 16) == [0x90, 0x01])
        #expect(PackHeader.whole(.blob, size: 20_000_000) == [0xb0, 0xd0, 0xa5, 0x4c])
        #expect(PackHeader.difference(size: 3, distance: 127) == [0x63, 0x7f])
        #expect(PackHeader.difference(size: 3, distance: 128) == [0x63, 0x80, 0x00])
        #expect(PackHeader.difference(size: 3, distance: 16_511) == [0x63, 0xff, 0x7f])
        #expect(PackHeader.difference(size: 3, distance: 16_512) == [0x63, 0x80, 0x80, 0x00])
    }

    @Test func `an index holds offsets above two gibibytes in a table of their own`() throws {
        let ids = try ["ff", "00", "01", "7f"].map {
            try #require(ObjectID($0 + String(repeating: "ab", count: 19)))
        }
        let offsets: [UInt64] = [0x8000_0000, 12, 0x7fff_ffff, 0x1_2345_6789]
        let rows = zip(ids, offsets).map {
            PackIndexTable.Row(id: $0, checksum: UInt32($1 & 0xff), offset: $1)
        }
        let pack = [UInt8](repeating: 9, count: 20)
        let table = PackIndexTable.bytes(rows, pack: pack)
        #expect(table.count == 8 + 1_024 + 4 * 28 + 2 * 8 + 40)
        #expect(table[..<8] == [0xff, 0x74, 0x4f, 0x63, 0, 0, 0, 2])
        func number(_ place: Int, _ size: Int) -> UInt64 {
            table[place..<place + size].reduce(0) { $0 << 8 | UInt64($1) }
        }
        #expect([0, 1, 0x7e, 0x7f, 0xfe, 0xff].map { number(8 + $0 * 4, 4) } == [1, 2, 2, 3, 3, 4])
        let names = 8 + 1_024
        #expect((0..<4).map { table[names + $0 * 20] } == [0x00, 0x01, 0x7f, 0xff])
        let checksums = names + 80
        #expect((0..<4).map { number(checksums + $0 * 4, 4) } == [12, 0xff, 0x89, 0])
        let places = checksums + 16
        #expect((0..<4).map { number(places + $0 * 4, 4) } == [12, 0x7fff_ffff, 0x8000_0000, 0x8000_0001])
        #expect(number(places + 16, 8) == 0x1_2345_6789)
        #expect(number(places + 24, 8) == 0x8000_0000)
        #expect(Array(table[(places + 32)...].prefix(20)) == pack)
        var hash = SHA1()
        hash.update(Array(table.dropLast(20)))
        #expect(Array(table.suffix(20)) == hash.digest())
    }

    @Test func `trees are edited in git's order`() throws {
        let id = try #require(ObjectID(String(repeating: "12", count: 20)))
        let other = try #require(ObjectID(String(repeating: "34", count: 20)))
        func addition(_ name: String, _ isFolder: Bool, _ id: ObjectID) -> TreeBytes.Addition {
            TreeBytes.Addition(name: bytes(name), isFolder: isFolder, id: id)
        }
        func shown(_ tree: [UInt8]) -> [String] {
            guard let read = TreeBytes(tree) else { return ["no tree"] }
            return ["a", "a.b", "a0", "a-b"].compactMap { name in
                read.number(of: bytes(name)).map {
                    "\($0) \(name)\(read.isFolder($0) ? "/" : "") \(read.id($0) == id)"
                }
            }
        }
        // A folder counts as if a slash followed: "a.b" < "a/" < "a0".
        let made = TreeBytes().replacing(
            [], with: [addition("a0", false, id), addition("a", true, id), addition("a.b", false, id)])
        #expect(shown(made) == ["1 a/ true", "0 a.b true", "2 a0 true"])
        let tree = try #require(TreeBytes(made))
        let turned = tree.replacing(
            [1, 0], with: [addition("a", false, other), addition("a-b", true, other)])
        #expect(shown(turned) == ["0 a false", "2 a0 true", "1 a-b/ false"])
        #expect(tree.replacing([0, 1, 2], with: []).isEmpty)
        #expect(tree.replacing([], with: []) == made)
        #expect(TreeBytes(Array(made.dropLast())) == nil)
        #expect(TreeBytes([1]) == nil)
        #expect(TreeBytes(bytes("100644 x")) == nil)
        #expect(TreeBytes([])?.number(of: bytes("a")) == nil)
    }
}
