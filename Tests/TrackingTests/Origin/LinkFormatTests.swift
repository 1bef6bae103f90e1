import Material
import TestSupport
import Testing

@testable import Tracking

@Suite("Links of a link document")
struct LinkFormatTests {
    /// Draws links as the tests write them.
    private func drawn(_ text: String, limit: Int = 100_000) -> [String] {
        LinkFormat(text, limit: limit).links.map { "\($0.target) [\($0.relations.joined(separator: "|"))]" }
    }

    @Test(
        "targets and relations",
        arguments: [
            ("<http://a/>; rel=\"original\"", ["http://a/ [original]"]),
            ("<a>;rel=self , <b>;rel=\"first Memento\"", ["a [self]", "b [first|memento]"]),
            ("<a,b;c>;rel=x", ["a,b;c [x]"]),
            ("<a>; title=\"one, two; <three>\"; rel=x, <b>;rel=y", ["a [x]", "b [y]"]),
            ("<a>; title=\"quote \\\" , inside\"; rel=x,\n <b>", ["a [x]", "b []"]),
            ("<a>; rel=x; rel=y", ["a [x]"]),
            ("<a>; rel = \"x\" ; flag; =lost;;", ["a [x]"]),
            (" , ,<a>,,\r\n<b>,", ["a []", "b []"]),
            ("", []), ("<", []), ("<a", []), ("nothing at all", []),
            ("junk, <a>;rel=x", ["a [x]"]), ("<a> junk, <b>", ["b []"]),
            ("\"quoted, comma\", <a>", ["a []"]), ("<a>;rel=\"never closed, <b>", ["a [never|closed,|<b>]"]),
        ])
    func reading(text: String, expected: [String]) {
        #expect(drawn(text) == expected)
    }

    @Test("a comma inside a date in quotes ends nothing")
    func quotedComma() throws {
        let format = LinkFormat("<a>;rel=memento;datetime=\"Mon, 06 Jul 2015 08:00:00 GMT\",<b>;rel=memento")
        #expect(format.links.count == 2)
        #expect(format.links.first?.datetime == Instant(secondsSince1970: 1_436_169_600))
        #expect(format.links.last?.datetime == nil)
    }

    @Test("what is no link is counted, and the links after it are read")
    func faults() {
        let format = LinkFormat("x, <a>;rel=b, y z, <c")
        #expect(format.links.map(\.target) == ["a"])
        #expect(format.faults == 3)
        #expect(!format.isCut)
    }

    @Test("no more links are read than allowed, and that is said")
    func limit() {
        let format = LinkFormat(String(repeating: "<a>,", count: 50), limit: 10)
        #expect(format.links.count == 10)
        #expect(format.isCut)
    }

    @Test("bytes of every kind are read to the end")
    func total() {
        var generator = SeededGenerator(seed: 7)
        let alphabet = Array("<>;,=\"\\ \nrelab\u{e9}".utf8) + [0, 0xff]
        for _ in 0..<2_000 {
            let bytes = (0..<Int(generator.next() % 60)).map { _ in
                alphabet[Int(generator.next() % UInt64(alphabet.count))]
            }
            let format = LinkFormat(bytes)
            #expect(format.links.count + format.faults <= bytes.count)
        }
    }
}
