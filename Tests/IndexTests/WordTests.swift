import Testing

@testable import Index

@Suite("how text is cut into words")
struct WordTests {
    private func words(_ text: String) -> String {
        WordScanner.words(text).map(\.text).joined(separator: " ")
    }

    @Test(
        "ideographs stand alone, letters and digits together, whatever their width and case",
        arguments: [
            ("数据出境", "数 据 出 境"), ("第21条规定", "第 21 条 规 定"), ("ＡＢＣ１２３", "abc123"),
            ("Source Code", "source code"),
            ("VPN服务", "vpn 服 务"), ("cross-border", "cross border"), ("“源代码”、算法", "源 代 码 算 法"),
            ("Straße É", "straße é"),
            ("", ""), ("。，！", ""), ("a\u{0}b", "a b"), ("𠀀字", "𠀀 字"),
        ])
    func cut(_ text: String, _ expected: String) {
        #expect(words(text) == expected)
    }

    @Test("traditional forms count as simplified ones")
    func traditional() { #expect(words("網絡數據") == words("网络数据")) }

    @Test("an invisible character hides no word")
    func invisible() { #expect(words("源\u{200B}代码 sour\u{AD}ce") == "源 代 码 source") }

    @Test(
        "the English plural counts as the singular, and nothing more is cut",
        arguments: [
            ("laws", "law"), ("parties", "party"), ("services", "service"), ("processes", "process"),
            ("process", "process"),
            ("analysis", "analysis"), ("status", "status"), ("businesses", "business"), ("taxes", "tax"),
            ("gas", "gas"),
            ("operator", "operator"), ("operation", "operation"), ("securities", "security"), ("as", "as"),
        ])
    func plural(_ word: String, _ expected: String) { #expect(words(word) == expected) }

    @Test("each word knows where it stands in the text, in bytes")
    func ranges() {
        let found = WordScanner.words("甲 Laws")
        #expect(found.map(\.range) == [0..<3, 4..<8])
        #expect(found.map(\.isIdeograph) == [true, false])
    }

    @Test("bytes that are no UTF-8 separate words and stop nothing")
    func broken() {
        let bytes: [UInt8] = [0x61, 0xFF, 0x62, 0xE4, 0xB8, 0xC3, 0x28, 0xF0, 0x9F]
        var found: [String] = []
        bytes.withUnsafeBufferPointer { buffer in
            WordScanner.scan(buffer) { word, _, _ in
                found.append(String(decoding: word, as: UTF8.self))
                return true
            }
        }
        #expect(found == ["a", "b"])
    }
}
