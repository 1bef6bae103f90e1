import Foundation
import Statute
import Testing

@testable import Tracking

@Suite("The digest of a text")
struct TextDigestTests {
    private static let law = GateScene.law()

    @Test(
        "is the same for what no reader sees",
        arguments: [
            ("　", " "), ("\n", "\r\n"), ("\n", "\n\n"), ("。", "\u{200B}。"), ("。", "。 "), ("，", "\u{2060}，"),
            ("网络", "网\u{AD}络"), ("本法", "本\u{FEFF}法"),
        ])
    func same(_ from: String, _ to: String) {
        #expect(
            TextDigest(of: GateScene.text(Self.law.replacing(from, with: to)))
                == TextDigest(of: GateScene.text(Self.law)))
    }

    @Test(
        "is another for everything else",
        arguments: [("，", ","), ("2017", "２０１７"), ("十万", "百万"), ("应当", "可以"), ("（一）", "(一)"), ("第六条", "第九条")])
    func other(_ from: String, _ to: String) {
        #expect(
            TextDigest(of: GateScene.text(Self.law.replacing(from, with: to)))
                != TextDigest(of: GateScene.text(Self.law)))
    }

    @Test("is another for characters that are canonically equivalent")
    func canonical() {
        let a = GateScene.law(replacing: 6, with: "隆。")
        let b = GateScene.law(replacing: 6, with: "\u{F9DC}。")
        #expect(!TextDigest.sameButForBlanks(GateScene.text(a), GateScene.text(b)))
    }

    @Test("is what SHA-256 gives of the words without blanks")
    func hash() {
        let text = StatuteText(
            title: "甲 法", language: .zh, headnotes: ["注"],
            root: Provision(
                kind: .body, children: [Provision(kind: .article, number: "1", label: "第一条", text: "某　某。")]))
        #expect(TextDigest(of: text).hex == SHA256.hex(of: Array("甲法注第一条某某。".utf8)))
    }

    @Test("comes back from JSON as its digits, and nothing else does")
    func coding() throws {
        let digest = TextDigest(of: GateScene.text(Self.law))
        let data = try JSONEncoder().encode([digest])
        #expect(String(decoding: data, as: UTF8.self) == "[\"\(digest.hex)\"]")
        #expect(try JSONDecoder().decode([TextDigest].self, from: data) == [digest])
        #expect(TextDigest(hex: "12") == nil)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([TextDigest].self, from: Data("[\"zz\"]".utf8))
        }
    }
}
