import Foundation
import TestSupport
import Testing

@testable import GitStore

@Suite struct DeltaTests {
    private func delta(_ base: [UInt8], _ target: [UInt8], limit: Int = .max / 2) -> [UInt8]? {
        target.withUnsafeBytes { target in
            base.withUnsafeBytes { Delta.encoded(target, against: $0, limit: limit) }
        }
    }

    @Test func `a text and its amendment differ by little`() throws {
        let articles = (1...200).map { "第\($0)条 网络运营者应当按照规定履行第\($0 * 7)项义务。\n" }
        let base = bytes(articles.joined())
        var amended = articles
        amended[50] = "第五十条 关键信息基础设施的运营者还应当报告。\n"
        amended.remove(at: 120)
        amended.insert(articles[10], at: 180)
        let target = bytes(amended.joined())
        let made = try #require(delta(base, target))
        #expect(AppliedDelta.bytes(made, to: base) == target)
        #expect(made.count < 160)
    }

    @Test(
        "what is at the edges comes back",
        arguments: [
            ([], []), ([1], []), ([], [1]), ([1], [1]), ([1, 2], [2, 1]),
            ([UInt8](repeating: 0, count: 70_000), [UInt8](repeating: 0, count: 200_000)),
            ([UInt8](0...255), [UInt8](0...255)),
            ([UInt8](repeating: 7, count: 16), [UInt8](repeating: 7, count: 17)),
        ] as [([UInt8], [UInt8])])
    func edges(base: [UInt8], target: [UInt8]) throws {
        guard let made = delta(base, target) else {
            #expect(base.isEmpty)
            return
        }
        #expect(AppliedDelta.bytes(made, to: base) == target)
    }

    @Test func `a difference that would be too long is none`() throws {
        var dice = SeededGenerator(seed: 3)
        let (base, target) = (noise(4_000, &dice), noise(4_000, &dice))
        #expect(delta(base, target, limit: 2_000) == nil)
        let whole = try #require(delta(base, target))
        #expect(whole.count > 4_000)
        #expect(AppliedDelta.bytes(whole, to: base) == target)
    }

    @Test func `random texts and what random edits make of them come back`() throws {
        var dice = SeededGenerator(seed: 20_261_124)
        for _ in 0..<3_000 {
            let base =
                Bool.random(using: &dice) ? noise(.random(in: 0...600, using: &dice), &dice) : words(&dice)
            var target = base
            for _ in 0..<Int.random(in: 0...5, using: &dice) { edit(&target, base, &dice) }
            guard let made = delta(base, target) else {
                #expect(base.isEmpty)
                continue
            }
            #expect(AppliedDelta.bytes(made, to: base) == target)
        }
    }

    @Test func `megabytes are compared in passing`() throws {
        var dice = SeededGenerator(seed: 1)
        let base = noise(1 << 16, &dice)
        let large = (0..<20).flatMap { _ in base }
        var target = large
        target[500_000] ^= 1
        target.insert(contentsOf: [1, 2, 3], at: 750_000)
        let made = try #require(delta(large, target))
        #expect(AppliedDelta.bytes(made, to: large) == target)
        #expect(made.count < 400)
    }

    private func noise(_ count: Int, _ dice: inout SeededGenerator) -> [UInt8] {
        (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &dice) }
    }

    private func words(_ dice: inout SeededGenerator) -> [UInt8] {
        let stock = ["第", "条", "应当", "不得", "网络运营者", "  ", "\n", "security assessment "]
        return (0..<Int.random(in: 0...200, using: &dice)).flatMap { _ in
            bytes(stock[Int.random(in: 0..<stock.count, using: &dice)])
        }
    }

    private func edit(_ text: inout [UInt8], _ base: [UInt8], _ dice: inout SeededGenerator) {
        let place = Int.random(in: 0...text.count, using: &dice)
        let end = min(text.count, place + Int.random(in: 0...80, using: &dice))
        switch Int.random(in: 0..<4, using: &dice) {
        case 0: text.removeSubrange(place..<end)
        case 1: text.insert(contentsOf: noise(Int.random(in: 0...300, using: &dice), &dice), at: place)
        case 2: text.insert(contentsOf: base.suffix(Int.random(in: 0...400, using: &dice)), at: place)
        default: text.replaceSubrange(place..<end, with: base.prefix(Int.random(in: 0...90, using: &dice)))
        }
    }
}

/// Undoes a delta as gitformat-pack describes it.
enum AppliedDelta {
    /// Nil when it is not well-formed.
    static func bytes(_ delta: [UInt8], to base: [UInt8]) -> [UInt8]? {
        var rest = delta[...]
        func size() -> Int? {
            var (value, shift) = (0, 0)
            while let byte = rest.popFirst() {
                value |= Int(byte & 0x7f) << shift
                shift += 7
                if byte & 0x80 == 0 { return value }
            }
            return nil
        }
        guard size() == base.count, let count = size() else { return nil }
        var result: [UInt8] = []
        while let code = rest.popFirst() {
            if code & 0x80 == 0 {
                guard code > 0, rest.count >= Int(code) else { return nil }
                result += rest.prefix(Int(code))
                rest = rest.dropFirst(Int(code))
                continue
            }
            var numbers = [0, 0]
            for bit in 0..<7 where code & (1 << UInt8(bit)) != 0 {
                guard let byte = rest.popFirst() else { return nil }
                numbers[bit / 4] |= Int(byte) << (8 * (bit % 4))
            }
            let length = numbers[1] == 0 ? 0x10000 : numbers[1]
            guard numbers[0] + length <= base.count else { return nil }
            result += base[numbers[0]..<numbers[0] + length]
        }
        return result.count == count ? result : nil
    }
}
