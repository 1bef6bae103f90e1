import Statute
import Testing

@testable import Alerts

/// scripts/learn/test_features.py holds the learner to the same cases.
@Suite("What of a sentence is weighed")
struct SentenceFeaturesTests {
    private func keys(_ text: String, _ language: Language) -> Set<FeatureKey> {
        var found: Set<FeatureKey> = []
        SentenceFeatures.forEach(in: WordPattern.folded(Array(text.unicodeScalars), language)[...], language)
        {
            found.insert($0.key)
        }
        return found
    }

    private func named(_ words: [String], _ language: Language) -> Set<FeatureKey> {
        Set(words.map { FeatureKey(words: $0, language) })
    }

    @Test("Chinese: each ideograph and each pair, not across a mark or a digit")
    func chinese() {
        #expect(keys("留存日志，6个月", .zh) == named(["留", "存", "日", "志", "个", "月", "留存", "存日", "日志", "个月"], .zh))
        #expect(keys("GB/T 1。", .zh).isEmpty)
    }

    @Test("English: stems, pairs of all words and of the rarer ones, pieces of the rarer ones")
    func english() {
        let expected = [
            "no", "key", "shall", "be", "stor", "no key", "key shall", "shall be", "be stor", "key stor",
            "~^key", "~key$", "~^sto", "~stor", "~tore", "~ored", "~red$",
        ]
        #expect(keys("No key shall be stored.", .en) == named(expected, .en))
    }

    @Test("an ending is cut where four signs are left")
    func stems() {
        func stem(_ word: String) -> String {
            EnglishStems.stem(of: Array(word.unicodeScalars)[...]).asString
        }
        #expect(stem("disclosing") == "disclos")
        #expect(stem("keys") == "keys")
        #expect(stem("codes") == "code")
        #expect(stem("certified") == "certif")
        #expect(stem("parties") == "part")
        #expect(stem("secretly") == "secret")
    }

    @Test("every feature says where it stands")
    func places() {
        var ranges: [Range<Int>] = []
        SentenceFeatures.forEach(in: Array("a key".unicodeScalars)[...], .en) { ranges.append($0.range) }
        #expect(ranges == [0..<1, 2..<5, 0..<5, 2..<5, 2..<5])
    }
}
