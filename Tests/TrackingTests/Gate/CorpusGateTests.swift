import Foundation
import Material
import Statute
import TestSupport
import Testing

@testable import Tracking

@Suite("The gate and the real laws", .enabled(if: Corpus.isThere, "the corpus is not here"))
struct CorpusGateTests {
    @Test("probe")
    func probe() throws {
        var first: [String: Int] = [:]
        var own = 0
        var shown: [String: Int] = [:]
        var groups: [String: [(String, ParsedStatute, String)]] = [:]
        let started = Date()
        for path in Corpus.paths() {
            let source = try Corpus.law(path)
            let parsed = StatuteParser.parse(source)
            let readout = Readout(text: source, format: .plain)
            let subject = GateSubject(titles: [parsed.text.title])
            let without = PageGate.signals(GateInput(subject: subject, readout: readout, parsed: parsed))
            for signal in without {
                first[signal.kind.rawValue, default: 0] += 1
                shown[signal.kind.rawValue, default: 0] += 1
                if shown[signal.kind.rawValue]! < 12 {
                    print("FIRST", path, signal.kind.rawValue, signal.message)
                }
            }
            // As if a blank had come in, so that the equal digest does not answer.
            var other = parsed.text
            other.title += "（全文）"
            let again = PageGate.signals(
                GateInput(subject: subject, readout: readout, parsed: parsed, previous: other))
            if !again.isEmpty {
                own += 1; print("SELF", path, again.map { "\($0.kind.rawValue): \($0.message)" })
            }
            let stem = path.replacing(/\([0-9-]+\)\.md$/, with: "")
            groups[stem, default: []].append((path, parsed, source))
        }
        print("FIRST", first, "SELF", own, Date().timeIntervalSince(started))
        var pairs = 0
        var held = 0
        for (_, versions) in groups where versions.count > 1 {
            let sorted = versions.sorted { $0.0 < $1.0 }
            for (old, new) in zip(sorted, sorted.dropFirst()) {
                pairs += 1
                let t = Date()
                let signals = PageGate.signals(
                    GateInput(
                        subject: GateSubject(titles: [old.1.text.title]),
                        readout: Readout(text: new.2, format: .plain), parsed: new.1, previous: old.1.text))
                let ms = Date().timeIntervalSince(t) * 1000
                if ms > 300 { print("SLOW", new.0, ms) }
                if !signals.isEmpty {
                    held += 1;
                    print(
                        "PAIR", new.0,
                        signals.map { "\($0.kind.rawValue) \($0.release.rawValue): \($0.message)" })
                }
            }
        }
        print("PAIRS", pairs, "HELD", held)
    }
}
