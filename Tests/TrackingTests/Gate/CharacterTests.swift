import Testing

@testable import Tracking

@Suite("Characters that are wrong or not what they look like")
struct CharacterTests {
    private static let law = GateScene.law()

    @Test(
        "of a wrong decoding are told",
        arguments: [
            "主管部\u{FFFD}", "主管\u{E123}部门", "国家??部门和????主管部门", "锟斤拷部门", "â€œ部门", "网?部?和国务院?信主?部门",
        ])
    func damage(_ words: String) {
        let source = GateScene.law(replacing: 6, with: "本法所称主管部门，是指\(words)。")
        #expect(GateScene.kinds(GateScene.input(source)) == ["charset"])
        #expect(GateScene.kinds(GateScene.input(source, previous: Self.law)) == ["charset"])
    }

    @Test("that were there before are no news")
    func damageBefore() {
        let source = GateScene.law(replacing: 6, with: "本法所称主管部门，是指\u{E123}部门。")
        let changed = source.replacing("十万元", with: "二十万元")
        #expect(GateScene.kinds(GateScene.input(changed, previous: source)) == [])
    }

    @Test("a question in the text is none", arguments: ["什么是主管部门？国务院规定。", "Who?", "如何处理??"])
    func questions(_ words: String) {
        #expect(GateScene.kinds(GateScene.input(GateScene.law(replacing: 6, with: "\(words)。"))) == [])
    }

    /// A change of nothing but characters that look the same.
    static let twins = [
        ("隆", "\u{F9DC}"), ("金", "\u{2FA6}"), ("用", "\u{2F64}"), ("民", "\u{2EA0}"), ("长", "\u{2ED3}"),
        ("见", "\u{2EC5}"),
        ("數", "\u{F969}"), ("A", "\u{0410}"), ("e", "\u{0435}"), ("é", "e\u{301}"), ("国", "国\u{E0100}"),
        ("法", "法\u{FE00}"),
        ("令", "\u{F9A8}"),
    ]

    @Test("that only look the same are their own signal", arguments: twins)
    func lookAlike(_ plain: String, _ other: String) {
        let before = GateScene.law(replacing: 6, with: "本法所称主管部门，是指\(plain)部门。")
        let after = GateScene.law(replacing: 6, with: "本法所称主管部门，是指\(other)部门。")
        let signals = PageGate.signals(GateScene.input(after, previous: before))
        #expect(signals.map(\.kind) == [.codepoints])
        #expect(signals.map(\.release) == [.reviewer])
    }

    @Test(
        "that turn or hide words are told",
        arguments: [
            "\u{202E}", "\u{202D}", "\u{2066}", "\u{200F}", "\u{61C}", "\u{E0041}", "\u{7}", "\u{FFF9}",
        ])
    func bidi(_ sign: String) {
        let after = GateScene.law(replacing: 6, with: "本法所称主管部门，\(sign)是指国家网信部门和国务院电信主管部门。")
        #expect(GateScene.kinds(GateScene.input(after, previous: Self.law)) == ["codepoints"])
        #expect(GateScene.kinds(GateScene.input(after)) == ["codepoints"])
        // Cleaning them away is no forgery, and words unchanged.
        #expect(GateScene.kinds(GateScene.input(Self.law, previous: after)) == [])
    }

    @Test("NUL for words is told")
    func nul() {
        let after = Self.law.replacing("主管部门", with: "\0\0")
        #expect(GateScene.kinds(GateScene.input(after, previous: Self.law)) == ["codepoints"])
    }

    @Test(
        "that are zero-width blanks say nothing",
        arguments: ["\u{200B}", "\u{FEFF}", "\u{AD}", "\u{3000}", "\u{A0}", " ", "\u{2060}"])
    func blanks(_ sign: String) {
        let after = Self.law.replacing("。", with: "\(sign)。").replacing("\n", with: "\r\n")
        #expect(GateScene.kinds(GateScene.input(after, previous: Self.law)) == [])
        #expect(TextDigest.sameButForBlanks(GateScene.text(after), GateScene.text(Self.law)))
    }

    @Test("the table of radicals is as long as its block")
    func radicals() {
        #expect(LookAlike.equal("\u{2FD5}", "龠"))
        #expect(LookAlike.equal("\u{2F00}", "一"))
        #expect(!LookAlike.equal("已", "己"))
    }
}
