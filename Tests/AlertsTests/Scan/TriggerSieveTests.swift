import Alerts
import Statute
import TestSupport
import Testing

/// The sieve must let through every line in which a trigger stands; for Chinese, where words have no borders, those
/// and no other.
@Suite("The sieve before the scan")
struct TriggerSieveTests {
    private static let chinese = ["源代码", "代码", "开源", "码源", "境内存储", "存储", "内存"]
    private static let english = ["source code", "disclos*", "in China", "built-in"]

    private let scanner: ConceptScanner = {
        var zh = Concept.Words()
        zh.triggers = Self.chinese
        var en = Concept.Words()
        en.triggers = Self.english
        return ConceptScanner(concepts: [
            Concept(
                id: "c", titles: [:], definition: "", words: [.zh: zh, .en: en], bearsOn: [], examples: [])
        ])
    }()

    private func admits(_ line: String, _ language: Language) -> Bool {
        Array(line.utf8).withUnsafeBufferPointer { scanner.mayFind(in: $0, language) }
    }

    @Test("agrees with a plain search for every word, on lines made of pieces of the words")
    func agreement() {
        var random = SeededGenerator(seed: 11)
        let pieces: [String] = Self.chinese.flatMap { $0.map(String.init) } + ["，", "a", "\u{1F600}", "数"]
        for _ in 0..<20_000 {
            let line = (0..<Int.random(in: 0...12, using: &random))
                .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            let bytes = Array(line.utf8)
            let expected = Self.chinese.contains { word in
                let pattern = Array(word.utf8)
                return bytes.indices.contains { bytes[$0...].starts(with: pattern) }
            }
            #expect(admits(line, .zh) == expected, "\(line)")
        }
    }

    @Test("lets through what folding makes into a trigger")
    func folding() {
        #expect(admits("SOURCE CODE", .en))
        #expect(admits("source\u{A0}code", .en))
        #expect(admits("a built\u{2011}in port", .en))
        #expect(admits("it discloses", .en))
        #expect(!admits("resource and code", .en))
    }
}
