import TestSupport
import Testing

@testable import Index

@Suite("how a query is read")
struct QueryTests {
    @Test(
        "words, phrases, OR, stars, minus and NEAR become an expression of ours",
        arguments: [
            ("源代码", #"("源 代 码")"#), ("source code", #"("source" AND "code")"#),
            (#""source code""#, #"("source code")"#), ("“source code”", #"("source code")"#),
            ("数据 出境", #"("数 据" AND "出 境")"#), ("encrypt*", #"("encrypt"*)"#),
            ("source OR 源代码", #"("source") OR ("源 代 码")"#),
            ("data -personal", #"(("data") NOT ("personal"))"#),
            ("source NEAR/5 code", #"(NEAR("source" "code", 5))"#), ("VPN服务", #"("vpn" AND "服 务")"#),
            ("cross-border", #"("cross border")"#), ("a\u{0}b", #"("a" AND "b")"#), ("\"open", #"("open")"#),
            ("NOT and AND", #"("not" AND "and" AND "and")"#), ("body:x", #"("body x")"#),
            ("a^b{c}", #"("a b c")"#),
            ("x OR y z", #"("x") OR ("y" AND "z")"#), ("-a b", #"(("b") NOT ("a"))"#),
            ("laws*", #"("law"*)"#),
        ])
    func read(_ text: String, _ expected: String) throws {
        #expect(try SearchQuery(text).expression == expected)
    }

    @Test(
        "what asks for nothing is refused in words",
        arguments: [
            "", "  ", "。，", "\"\"", "OR", "a OR", "OR a", "-a", "NEAR", "a NEAR", "NEAR b", "a NEAR NEAR b",
            "\u{0}",
        ])
    func refused(_ text: String) {
        #expect(throws: IndexError.self) { try SearchQuery(text) }
    }

    @Test("a query too long or of too many words is refused, and says how long it may be")
    func tooLong() {
        #expect(throws: IndexError.self) { try SearchQuery(String(repeating: "源", count: 4_000)) }
        #expect(throws: IndexError.self) { try SearchQuery(String(repeating: "a b ", count: 200)) }
        do {
            _ = try SearchQuery(String(repeating: "x", count: 10_240))
        } catch {
            #expect("\(error)".contains("10240 bytes"))
        }
    }

    @Test("no text whatever becomes anything but quoted words and our own signs")
    func hostile() throws {
        var random = SeededGenerator(seed: 7)
        let signs = Array(
            "\"'*()-+^:;|&{}[]<>=\\/ \t\u{0}\u{1B}\u{202E}aZ9源，OR NEAR AND NOT“”「」－＊".unicodeScalars)
        for _ in 0..<3_000 {
            var view = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...24, using: &random) {
                view.append(signs[Int.random(in: 0..<signs.count, using: &random)])
            }
            guard let query = try? SearchQuery(String(view)) else { continue }
            // Outside of quotation marks nothing of theirs is left.
            let outside = query.expression.split(separator: "\"", omittingEmptySubsequences: false)
                .enumerated()
                .filter { $0.offset % 2 == 0 }.map { String($0.element) }.joined()
            for word in ["AND", "OR", "NOT", "NEAR"] where outside.contains(word) { continue }
            let rest = outside.unicodeScalars.filter { !"ANDORTE()*, 0123456789".unicodeScalars.contains($0) }
            #expect(rest.isEmpty, "\(query.expression)")
        }
    }
}
