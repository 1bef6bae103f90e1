import Foundation
import Statute
import TestSupport
import Testing

@testable import Redline

/// The amendments to the Criminal Law and to the Constitution, and the Supreme People's Court's decisions: every
/// instruction is read, and what it quotes stands in the consolidated text or was amended again.
@Suite(.enabled(if: Corpus.isThere)) struct CorpusDecisionTests {
    @Test("every instruction of the amendments to the Criminal Law and the Constitution is read")
    func everythingIsRead() throws {
        var total = (files: 0, instructions: 0, unread: 0)
        for folder in ["刑法", "宪法"] {
            for (name, decision) in try decisions(folder) {
                #expect(decision.unread.isEmpty, "\(name)")
                #expect(decision.diagnostics.allSatisfy { $0.category == .quotationNotClosed }, "\(name)")
                #expect(decision.instructions.allSatisfy { $0.law == folder || $0.law == nil }, "\(name)")
                total.files += 1
                total.instructions += decision.instructions.count
                total.unread += decision.unread.count
            }
        }
        print(
            "amendments: \(total.files) read, \(total.instructions) instructions, \(total.unread) parts unread"
        )
        #expect(total.files == 17)
        #expect(total.instructions > 290)
    }

    @Test("every line is in exactly one part", arguments: ["刑法", "宪法", "司法解释"])
    func conservation(_ folder: String) throws {
        for path in Corpus.paths() where path.hasPrefix(folder + "/") && Self.isDecision(path) {
            let source = try Corpus.law(path)
            #expect(AmendingDecision.read(source).holdsEveryLine(of: source), "\(path)")
        }
    }

    @Test(
        "each quoted wording stands in the consolidated text, or a later amendment to the same place says otherwise",
        arguments: ["刑法", "宪法"])
    func standing(_ folder: String) throws {
        let text = StatuteParser.parse(try Corpus.law("\(folder)/\(folder).md")).text
        let check = StandingWords(try decisions(folder), in: text)
        let stands = check.lines.count { $0.stands }
        let again = check.lines.count { !$0.stands && $0.amendedAgain != nil }
        let left = check.lines.filter { !$0.stands && $0.amendedAgain == nil }
        let moved = check.lines.filter { $0.stands && !$0.standsInPlace }
        print(
            "\(folder): \(check.lines.count) quoted lines, \(stands) stand (\(moved.count) under another number), \(again) amended again, \(left.count) unexplained"
        )
        for line in left {
            print(
                "  \(line.decision) \(line.instruction.number) \(line.instruction.modification.addresses.map(\.path)) \(line.words.prefix(30))"
            )
        }
        for line in moved {
            print(
                "  moved: \(line.decision) \(line.instruction.number) \(line.instruction.modification.addresses.map(\.path))"
            )
        }
        var reasons: [String: Int] = [:]
        for line in check.lines where !line.stands {
            reasons["\(line.decision) → \(line.amendedAgain ?? "?")", default: 0] += 1
        }
        for (reason, count) in reasons.sorted(by: { $0.key < $1.key }) { print("  \(count) \(reason)") }
        #expect(left.isEmpty)
    }

    @Test("the decisions of the Supreme People's Court are read as well, and what is not is told")
    func interpretations() throws {
        var total = (files: 0, targets: 0, instructions: 0, unread: 0)
        for path in Corpus.paths() where path.hasPrefix("司法解释/") && Self.isDecision(path) {
            let decision = AmendingDecision.read(try Corpus.law(path))
            total.files += 1
            total.targets += max(decision.targets.count, 1)
            total.instructions += decision.instructions.count
            total.unread += decision.unread.count
        }
        print(
            "interpretations: \(total.files) decisions on \(total.targets) texts, \(total.instructions) instructions, \(total.unread) parts unread"
        )
        // One decision says in prose that an amount "no longer applies": no rule can apply that to a text.
        #expect(total.unread <= 1)
    }

    private static func isDecision(_ path: String) -> Bool {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return (name.contains("修正案") && !name.contains("最高人民法院")) || name.contains("关于修改《")
    }

    /// The decisions of a folder in the order of their adoption.
    private func decisions(_ folder: String) throws -> [(name: String, decision: AmendingDecision)] {
        var found: [(day: String, name: String, decision: AmendingDecision)] = []
        for path in Corpus.paths() where path.hasPrefix(folder + "/") && Self.isDecision(path) {
            let source = try Corpus.law(path)
            let decision = AmendingDecision.read(source)
            let scalars = Array(source.unicodeScalars)
            let notes = decision.parts.filter { $0.role == .headnote }.map { scalars[$0.span].string }
            let day = LegalHistory.events(in: notes).first?.date.description ?? ""
            found.append((day, decision.title, decision))
        }
        return found.sorted { $0.day < $1.day }.map { ($0.name, $0.decision) }
    }
}

/// The Supreme People's Court's decisions of December 2020 against the interpretations as they stand in the corpus.
@Suite(.enabled(if: Corpus.isThere)) struct CorpusInterpretationTests {
    @Test(
        "what the decisions on many interpretations quote stands in those that the corpus holds in the version of that day"
    )
    func standing() throws {
        let paths = Corpus.paths().filter { $0.hasPrefix("司法解释/") }
        var total = (texts: 0, lines: 0, stand: 0, bare: 0)
        var left: [String] = []
        for path in paths where path.contains("件") && path.contains("关于修改《") {
            let decision = AmendingDecision.read(try Corpus.law(path))
            for target in Set(decision.targets) {
                guard let held = paths.first(where: { Self.isText($0, of: target) }) else { continue }
                let text = StatuteParser.parse(try Corpus.law(held)).text
                var own = decision
                own.parts = decision.parts.filter { part in part.instructions.contains { $0.law == target } }
                let check = StandingWords([(target, own)], in: text)
                total.texts += 1
                total.lines += check.lines.count
                total.stand += check.lines.count { $0.stands }
                // A file without any introduction cannot have the one that the decision gives it.
                let isBare = !text.articleLevel.contains { $0.kind == .preamble }
                for line in check.lines where !line.stands {
                    let places = line.instruction.modification.addresses
                    if isBare, places.allSatisfy({ $0.unit == .preamble }) {
                        total.bare += 1
                    } else {
                        left.append("\(target) \(places.map(\.path)) \(line.words.prefix(24))")
                    }
                }
            }
        }
        print(
            "interpretations: \(total.texts) texts held, \(total.lines) quoted lines, \(total.stand) stand, \(total.bare) are introductions that the file lacks, \(left.count) unexplained"
        )
        for line in left { print("  \(line)") }
        #expect(total.texts > 60)
        #expect(left.isEmpty)
    }

    /// The file of an interpretation in its version of 29 December 2020.
    private static func isText(_ path: String, of title: String) -> Bool {
        guard path.hasSuffix("(2020-12-29).md"), let name = path.split(separator: "/").last else {
            return false
        }
        return key(String(name.dropLast("(2020-12-29).md".count))) == key(title)
    }

    private static func key(_ title: String) -> String {
        title.unicodeScalars.filter { !"《》〈〉（）() ".unicodeScalars.contains($0) }.string
            .replacingOccurrences(of: "中华人民共和国", with: "")
    }
}
