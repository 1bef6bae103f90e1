import Foundation
import Material
import Statute
import TestSupport
import Testing

@testable import Tracking

@Suite("The gate and the real laws", .enabled(if: Corpus.isThere, "the corpus is not here"))
struct CorpusGateTests {
    private struct Law {
        let path: String
        let source: String
        let parsed: ParsedStatute

        init(_ path: String) throws {
            self.path = path
            source = try Corpus.law(path)
            parsed = StatuteParser.parse(source)
        }

        var text: StatuteText { parsed.text }
        var lines: [String] { PlainWords.lines(source) }
    }

    private static func signals(_ source: String, titles: [String], previous: StatuteText?) -> [Signal] {
        PageGate.signals(
            GateInput(
                subject: GateSubject(titles: titles), readout: Readout(text: source, format: .html),
                parsed: StatuteParser.parse(source), previous: previous))
    }

    private static func report(_ figures: String) { print("gate and corpus: \(figures)") }

    @Test("each law passes against itself, also where its title is written otherwise")
    func itself() throws {
        var told = 0
        for path in Corpus.paths() {
            let law = try Law(path)
            let subject = GateSubject(titles: [law.text.title])
            let readout = Readout(text: law.source, format: .html)
            let same = GateInput(
                subject: subject, readout: readout, parsed: law.parsed, previous: law.text)
            #expect(PageGate.signals(same) == [], "\(path)")
            // With another title the digests differ, and every check is asked.
            var previous = law.text
            previous.title += "（全文）"
            let other = GateInput(
                subject: subject, readout: readout, parsed: law.parsed, previous: previous)
            #expect(PageGate.signals(other) == [], "\(path)")
            let first = GateInput(subject: subject, readout: readout, parsed: law.parsed)
            told += PageGate.signals(first).isEmpty ? 0 : 1
        }
        Self.report(
            "\(told) of \(Corpus.paths().count) laws are told on a first capture without a count declared")
        #expect(told * 50 < Corpus.paths().count)
    }

    @Test("real amendments pass: fewer than one pair of versions in twenty is held back")
    func pairs() throws {
        var versions: [String: [String]] = [:]
        for path in Corpus.paths() {
            versions[path.replacing(/\([0-9-]+\)\.md$/, with: ""), default: []].append(path)
        }
        var pairs = 0
        var held: [String] = []
        var stale = 0
        for paths in versions.values where paths.count > 1 {
            for (old, new) in zip(paths, paths.dropFirst()) {
                let (before, after) = (try Law(old), try Law(new))
                pairs += 1
                let signals = Self.signals(after.source, titles: [before.text.title], previous: before.text)
                if !signals.isEmpty { held.append("\(new): \(signals.map(\.kind.rawValue))") }
                stale +=
                    Self.signals(before.source, titles: [after.text.title], previous: after.text).isEmpty
                    ? 0 : 1
            }
        }
        Self.report("\(stale) of \(pairs) older versions that come after a newer one are told")
        #expect(stale * 10 >= pairs * 9)
        Self.report("\(pairs - held.count) of \(pairs) pairs of versions pass without a signal")
        #expect(pairs > 50)
        #expect(held.count * 20 < pairs, "\(held)")
    }

    @Test("what faults make of real laws is told, and small amendments are not")
    func faults() throws {
        let paths = Corpus.paths()
        let laws = try stride(from: 0, to: paths.count, by: 25).map { try Law(paths[$0]) }
            .filter { $0.text.articleLevel.count { $0.kind == .article } >= 8 }
        #expect(laws.count > 40)
        var missed: [String] = []
        var cases = 0
        func expect(_ law: Law, _ name: String, _ source: String, tells: Bool) {
            cases += 1
            let signals = Self.signals(source, titles: [law.text.title], previous: law.text)
            if signals.isEmpty == tells { missed.append("\(name): \(law.path): \(signals.map(\.message))") }
        }
        for (index, law) in laws.enumerated() {
            let lines = law.lines
            let scalars = law.source.unicodeScalars
            expect(
                law, "half of the lines", lines.prefix(lines.count / 2).joined(separator: "\n"), tells: true)
            expect(law, "cut at 60 %", scalars.prefix(scalars.count * 6 / 10).string, tells: true)
            expect(law, "cut at 95 %", scalars.prefix(scalars.count * 95 / 100).string, tells: true)
            expect(law, "another law", laws[(index + 7) % laws.count].source, tells: true)
            expect(law, "maintenance", "系统维护中，请稍后访问", tells: true)
            let middle = lines.count / 2
            let holed = lines.prefix(middle - 3) + lines.suffix(lines.count - middle - 3)
            let lost = lines[(middle - 3)..<(middle + 3)].contains {
                $0.hasPrefix("第") && !$0.hasPrefix("第一")
            }
            if lost, StatuteShape(law.text).breaks.isEmpty {
                let text = StatuteParser.parse(holed.joined(separator: "\n")).text
                if !StatuteShape(text).breaks.isEmpty {
                    expect(law, "a hole", holed.joined(separator: "\n"), tells: true)
                }
            }
            if StatuteShape(law.text).items >= 6 {
                let bare = lines.filter { !($0.hasPrefix("（") || $0.hasPrefix("(")) || $0.contains("通过") }
                let text = StatuteParser.parse(bare.joined(separator: "\n")).text
                if StatuteShape(text).items * 3 < StatuteShape(law.text).items {
                    expect(law, "no items", bare.joined(separator: "\n"), tells: true)
                }
            }
            // Amendments without a date.
            let weaker = law.source.replacing("应当", with: "可以", maxReplacements: 2)
            expect(law, "modality", weaker, tells: false)
            let body = lines.lastIndex { $0.hasPrefix("第") && $0.contains("条") } ?? 0
            var longer = lines
            longer[body] = longer[body] + "国务院有关部门应当在三十日内作出答复。"
            expect(law, "a sentence added", longer.joined(separator: "\n"), tells: false)
        }
        Self.report(
            "\(cases - missed.count) of \(cases) made faults and amendments of \(laws.count) laws are judged right"
        )
        #expect(missed.isEmpty, "\(missed.prefix(20).joined(separator: "\n"))")
    }
}
