import Foundation
import Material
import Testing

@testable import Tracking

@Suite("How a quarantine ends")
struct QuarantineRuleTests {
    private static let start = Instant(secondsSince1970: 1_795_000_000)
    private static let a = TextDigest(of: GateScene.text(GateScene.law()))
    private static let b = TextDigest(of: GateScene.text(GateScene.law(title: "另法")))
    private static let soft = Signal(.loss, "half of it", release: .secondCapture)
    private static let hard = Signal(.title, "another law", release: .reviewer)
    private static let open = OpenQuarantine(signals: [soft], digest: a, at: start)

    private static func after(_ hours: Int64) -> Instant { start.advanced(by: hours * 3_600) }

    private static func word(_ verdict: QuarantineRule.Verdict) -> String {
        switch verdict {
        case .stays(let next, _): "stays \(next.seen)"
        case .released: "released"
        case .replaced(let next, _): "replaced \(next.seen)"
        case .lifted: "lifted"
        }
    }

    @Test(
        "the same text releases it after twenty hours, not before",
        arguments: [
            (1, "stays 2"), (19, "stays 2"), (20, "released"), (24, "released"), (1_000, "released"),
            (0, "stays 1"), (-3, "stays 1"),
        ])
    func time(_ hours: Int64, _ expected: String) {
        #expect(
            Self.word(
                QuarantineRule.verdict(
                    on: Self.open, signals: [Self.soft], digest: Self.a, now: Self.after(hours))) == expected)
    }

    @Test(
        "the hours can be set",
        arguments: [
            (2, 1, "stays 2"), (2, 2, "released"), (0, 1, "released"), (-5, 1, "released"),
            (Int.max, 99, "stays 2"),
        ])
    func setHours(_ set: Int, _ hours: Int64, _ expected: String) {
        #expect(
            Self.word(
                QuarantineRule.verdict(
                    on: Self.open, signals: [Self.soft], digest: Self.a, now: Self.after(hours), hours: set))
                == expected)
    }

    @Test("another text replaces it and starts to count anew")
    func replaced() {
        let verdict = QuarantineRule.verdict(
            on: Self.open, signals: [Self.soft], digest: Self.b, now: Self.after(24))
        guard case .replaced(let next, _) = verdict else { Issue.record("\(verdict)"); return }
        #expect(next == OpenQuarantine(signals: [Self.soft], digest: Self.b, at: Self.after(24)))
    }

    @Test("a text against which nothing speaks lifts it", arguments: [true, false])
    func lifted(_ isSame: Bool) {
        let verdict = QuarantineRule.verdict(
            on: Self.open, signals: [], digest: isSame ? Self.a : Self.b, now: Self.after(1))
        #expect(Self.word(verdict) == "lifted")
    }

    @Test("a signal for a reviewer keeps it, whenever it was seen")
    func reviewer() {
        var open = Self.open
        open.signals = [Self.hard]
        #expect(
            Self.word(
                QuarantineRule.verdict(on: open, signals: [Self.hard], digest: Self.a, now: Self.after(500)))
                == "stays 2")
        // Said once, it stands.
        #expect(
            Self.word(
                QuarantineRule.verdict(on: open, signals: [Self.soft], digest: Self.a, now: Self.after(500)))
                == "stays 2")
        #expect(
            Self.word(
                QuarantineRule.verdict(
                    on: Self.open, signals: [Self.hard], digest: Self.a, now: Self.after(500))) == "stays 2")
    }

    @Test("captures of several nights add up, and a break in between starts anew")
    func nights() {
        var open = Self.open
        var words: [String] = []
        for (hour, digest) in [(10, Self.a), (12, Self.b), (22, Self.b), (31, Self.b), (32, Self.b)] {
            let verdict = QuarantineRule.verdict(
                on: open, signals: [Self.soft], digest: digest, now: Self.after(Int64(hour)))
            words.append(Self.word(verdict))
            switch verdict {
            case .stays(let next, _), .replaced(let next, _): open = next
            case .released, .lifted: break
            }
        }
        #expect(words == ["stays 2", "replaced 1", "stays 2", "stays 3", "released"])
    }

    @Test("an open quarantine comes back from JSON")
    func coding() throws {
        let data = try JSONEncoder().encode(Self.open)
        #expect(try JSONDecoder().decode(OpenQuarantine.self, from: data) == Self.open)
    }
}
