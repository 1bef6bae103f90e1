import Statute
import Testing

@testable import Alerts

@Suite("The file of the weights")
struct WordWeightsReadingTests {
    private func read(_ lines: String...) throws(WordWeights.Fault) -> WordWeights {
        try WordWeights(reading: Array(lines.joined(separator: "\n").utf8))
    }

    private func fault(_ lines: String...) -> WordWeights.Fault? {
        do throws(WordWeights.Fault) {
            _ = try WordWeights(reading: Array(lines.joined(separator: "\n").utf8))
            return nil
        } catch { return error }
    }

    @Test("concepts, polarities, anchors and features are read")
    func whole() throws {
        let weights = try read(
            "# made by hand", "@language\ten", "@anchors\tkey\tcode", "@polarities\trequires\tforbids",
            "@concept\tkeys\t-900\t-100\t-600\t10\t-10", "@concept\tfines\t5\t6\t7", "",
            "key\t4000\t0:1500\t2:-20",
            "source code\t5000")
        #expect(weights.language == .en)
        #expect(weights.anchors == ["key", "code"])
        #expect(weights.polarities == [.requires, .forbids])
        #expect(
            weights.scales == [
                WordWeights.Scale(concept: "keys", bias: -900, taken: -100, doubted: -600, ways: [10, -10]),
                WordWeights.Scale(concept: "fines", bias: 5, taken: 6, doubted: 7, ways: []),
            ])
        #expect(weights.width == 4)
        #expect(weights.row(of: FeatureKey(words: "source code", .en)) == 1)
        #expect(weights.row(of: FeatureKey(words: "code source", .en)) == nil)
        #expect(weights.products == [6000, 0, -80, 0, 0, 0, 0, 0])
    }

    @Test("what is wrong is named with its line")
    func faults() {
        #expect(fault("@language\tfr")?.line == 1)
        #expect(fault("@anchors\tkey")?.message == "no line says @language")
        #expect(fault("@language\ten")?.message == "no line says @anchors")
        #expect(fault("@language\ten", "@polarities\tdemands")?.message == "“demands” is no polarity")
        #expect(fault("@language\ten", "@concept\tkeys\t1\t2")?.line == 2)
        #expect(fault("@language\ten", "@concept\tkeys\t1\t2\tx")?.line == 2)
        let start = ["@language\ten", "@anchors\tkey", "@concept\tkeys\t1\t2\t3"].joined(separator: "\n")
        #expect(fault(start, "key")?.message == "“key” needs a rarity above 0")
        #expect(fault(start, "key\t-4")?.line == 4)
        #expect(
            fault(start, "key\t4\t1:5")?.message == "“1:5” is no weight of one of 1 concepts and 0 polarities"
        )
        #expect(fault(start, "key\t4\t0:99999999999")?.line == 4)
        #expect(fault(start, "key\t4\t0-5")?.line == 4)
    }
}
