import Material
import Statute
import TestSupport
import Testing

@testable import Tracking

@Suite("Whatever comes")
struct TotalityTests {
    /// Signs on which readers of text trip.
    private static let signs: [Unicode.Scalar] = Array(
        "第一二百〇9９条之章（）()《》：:；。？?\n\r\u{85}\u{2028} \u{3000}\u{0}\u{202E}\u{301}\u{FFFD}\u{E000}\u{F9DC}\u{2F00}\u{2EF3}\u{10FFFD}下列共页page of令号〔〕第附件#>\\<a"
            .unicodeScalars)

    @Test("the gate answers and never traps", arguments: 0..<40)
    func garbage(_ seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        func words(_ most: Int) -> String {
            let count = Int.random(in: 0...most, using: &random)
            return (0..<count).map { _ in Self.signs.randomElement(using: &random) ?? "x" }.string
        }
        func mutated(_ source: String) -> String {
            var scalars = Array(source.unicodeScalars)
            for _ in 0..<Int.random(in: 0...30, using: &random) where !scalars.isEmpty {
                let index = Int.random(in: 0..<scalars.count, using: &random)
                if Bool.random(using: &random) { scalars.remove(at: index) }
                scalars.insert(Self.signs.randomElement(using: &random) ?? "x", at: min(index, scalars.count))
            }
            return scalars.string
        }
        let source = Bool.random(using: &random) ? words(400) : mutated(GateScene.law())
        let input = GateScene.input(
            source, page: words(40), surroundings: words(200),
            links: [Link(address: words(20), words: words(20))],
            previous: Bool.random(using: &random) ? mutated(GateScene.law()) : nil,
            subject: GateSubject(titles: [words(20)], articles: seed, host: words(10)),
            exchange: GateScene.exchange("http://" + words(20), words(20)), earlier: [words(50)],
            attachment: mutated(GateScene.law()), markup: words(50))
        let signals = PageGate.signals(input)
        #expect(signals == PageGate.signals(input))
        #expect(Set(signals.map(\.kind)).count == signals.count)
        if let previous = input.previous {
            let drift = TextDrift(from: previous, to: input.text)
            #expect(drift.charactersLost >= 0 && drift.charactersGained >= 0)
        }
    }

    @Test("numbers that overflow are none", arguments: ["九九九九九九", "99999999", "", "一千万", "十百千", "〇"])
    func numbers(_ digits: String) {
        let value = ChineseNumber.value(Array(digits.unicodeScalars)[...])
        #expect((value ?? 0) <= 99_999)
    }
}
