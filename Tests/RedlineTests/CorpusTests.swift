import Foundation
import Statute
import TestSupport
import Testing

@testable import Redline

/// Real laws: against alignments made by hand, and the pair that other engines were measured on.
@Suite(.enabled(if: Corpus.isThere)) struct CorpusTests {
    @Test func linksAgreeWithTheGoldAlignments() throws {
        var total = Score()
        for gold in try Gold.all() {
            let set = ChangeSet.between(try law(gold.old), try law(gold.new))
            let score = gold.score(set)
            total.add(score)
            #expect(gold.accountsForEveryArticle(set), "\(gold.law)")
            print("\(gold.law): \(score)")
        }
        print("micro: \(total)")
        #expect(total.precision >= 0.98)
        #expect(total.recall >= 0.92)
    }

    @Test func oneInsertedArticleIsOneInsertionAndTheRestIsRenumbering() throws {
        let source = try Corpus.law("行政法/网络安全法(2016-11-07).md")
        let set = ChangeSet.between(
            StatuteParser.parse(source).text, StatuteParser.parse(Self.amended(source)).text)
        #expect(set.summary.kinds == [.inserted: 1, .modified: 2, .renumbered: 72, .unchanged: 5])
        #expect(set.summary.significances == [.substantive: 3, .formal: 72])
        #expect(set.summary.moved == 0)
        let modified = set.changes.filter { $0.kind == .modified }.flatMap(\.reasons).map { drawn($0) }
        #expect(modified == ["modality 应当→可以 loosened", "modality 应当→必须 tightened"])
        let textEdits = set.changes.flatMap(\.links).flatMap(\.edits).filter { $0.class != .crossReference }
        #expect(textEdits.reduce(0) { $0 + $1.before.count + $1.after.count } == 8)
    }

    @Test func theCounterEspionageDefinitionMovedToTheFront() throws {
        let set = ChangeSet.between(
            try law("行政法/反间谍法(2014-11-01).md"), try law("行政法/反间谍法(2023-04-26).md"))
        let change = set.changes.first { $0.before.map(\.number) == ["38"] }
        #expect(change?.kind == .modified)
        #expect(change?.after.map(\.number) == ["4"])
        #expect(change?.moved == true)
    }

    @Test func theCryptographyRegulationsWereRewritten() throws {
        let set = ChangeSet.between(
            try law("行政法规/商用密码管理条例(1999-10-07).md"), try law("行政法规/商用密码管理条例(2023-04-27).md"))
        #expect(set.rewrite)
    }

    @Test func everyPairOfVersionsIsMadeAgain() throws {
        let versions = Dictionary(grouping: Corpus.paths().filter { $0.contains("(") }) { path in
            path.prefix { $0 != "(" }
        }
        let pairs = versions.values.map { $0.sorted() }.filter { $0.count > 1 }
            .flatMap { zip($0, $0.dropFirst()) }
        #expect(!pairs.isEmpty)
        for (a, b) in pairs {
            let (old, new) = (try law(a), try law(b))
            let set = ChangeSet.between(old, new)
            #expect(set.applied(to: old)?.isIdentical(to: new) == true, "\(a)")
            #expect(set.inverted.applied(to: new)?.isIdentical(to: old) == true, "\(a)")
        }
    }

    private func law(_ path: String) throws -> StatuteText { StatuteParser.parse(try Corpus.law(path)).text }

    /// An article after Article 5, all later numbers and references one up, 应当 to 可以 in Article 21 and to 必须
    /// in Article 37.
    private static func amended(_ source: String) -> String {
        var article = 0
        var changed: Set<Int> = []
        return source.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            var line = String(line)
            var lead = ""
            for number in stride(from: 79, through: 1, by: -1) {
                if line.hasPrefix("第\(han(number))条") { article = number }
                if number > 5 { line = line.replacing("第\(han(number))条", with: "第\(han(number + 1))条") }
            }
            if article == 6, changed.insert(6).inserted { lead = "第六条 任何单位不得以准入为条件索要产品的源代码。\n\n" }
            for (number, word) in [(21, "可以"), (37, "必须")]
            where article == number && !changed.contains(number) {
                if let place = line.firstRange(of: "应当") {
                    line.replaceSubrange(place, with: word)
                    changed.insert(number)
                }
            }
            return lead + line
        }.joined(separator: "\n")
    }

    /// 1 to 99 in Chinese.
    private static func han(_ number: Int) -> String {
        let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
        let tens = number < 10 ? "" : (number < 20 ? "" : digits[number / 10]) + "十"
        return tens + digits[number % 10]
    }
}
