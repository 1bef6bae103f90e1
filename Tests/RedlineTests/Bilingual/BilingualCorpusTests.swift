import Foundation
import Statute
import TestSupport
import Testing

@testable import Redline

/// The bundled English renderings against the official Chinese texts that they render.
@Suite(.enabled(if: Corpus.isThere)) struct BilingualCorpusTests {
    private static let versions = [
        ("行政法/网络安全法(2016-11-07).md", "cybersecurity-law/2016-11-07.adopted.en.txt", 79),
        (
            "行政法规/商用密码管理条例(1999-10-07).md", "commercial-cryptography-regulations/1999-10-07.adopted.en.txt",
            27
        ),
        (
            "行政法规/商用密码管理条例(2023-04-27).md", "commercial-cryptography-regulations/2023-04-27.revised.en.txt",
            67
        ),
    ]

    private func chinese(_ path: String) throws -> StatuteText {
        StatuteParser.parse(try Corpus.law(path), language: .zh).text
    }

    private func english(_ path: String) throws -> StatuteText {
        let file = Corpus.packageRoot.appending(path: "snapshots/cn/\(path)")
        return StatuteParser.parse(try String(contentsOf: file, encoding: .utf8), language: .en).text
    }

    @Test(arguments: versions)
    func everyArticleOfABundledVersionPairsWithItsNumber(zh: String, en: String, count: Int) throws {
        let alignment = BilingualAlignment.between(zh: try chinese(zh), en: try english(en))
        let right = alignment.pairs.count { $0.zh.path == $0.en.path }
        let high = alignment.pairs.count { $0.confidence == .high }
        let lines = alignment.pairs.flatMap(\.lines)
        let whole = lines.count { $0.zh.count == 1 && $0.en == $0.zh }
        print(
            "\(en): \(right) of \(count) articles paired, \(high) high; \(whole) of \(lines.count) lines one to one"
        )
        print("  least evidence \(alignment.pairs.map(\.evidence).min() ?? 0)")
        for note in alignment.notes { print("  \(note.category.rawValue): \(note.message)") }
        #expect(right == count)
        #expect(alignment.unpairedChinese.isEmpty && alignment.unpairedEnglish.isEmpty)
        for pair in alignment.pairs where pair.confidence != .high {
            print("  \(pair.zh.label) \(pair.confidence) \(pair.evidence)")
        }
    }

    /// The English without one article, the later ones numbered one down: the text of a version before an insertion.
    @Test(arguments: versions)
    func anEnglishTextOneArticleShortPairsWithTheRightNumbers(zh: String, en: String, count: Int) throws {
        let (chinese, english) = (try chinese(zh), try english(en))
        var wrong = 0
        var missed = 0
        var all = 0
        for left in stride(from: 2, to: count, by: 7) {
            let alignment = BilingualAlignment.between(zh: chinese, en: Self.without(left, english))
            for number in 1...count where number != left {
                let pair = alignment.pair(of: ProvisionPath("art_\(number)"), in: .zh)
                let expected = ProvisionPath("art_\(number < left ? number : number - 1)")
                if let pair { if pair.en.path != expected { wrong += 1 } } else { missed += 1 }
                all += 1
            }
            if alignment.pair(of: ProvisionPath("art_\(left)"), in: .zh) != nil { wrong += 1 }
        }
        print("\(en) one short: \(all) pairs, \(wrong) wrong, \(missed) missed")
        #expect(wrong * 100 <= all)
        #expect(missed * 100 <= all)
    }

    private static func without(_ number: Int, _ text: StatuteText) -> StatuteText {
        var text = text
        func visit(_ node: inout Provision) {
            node.children.removeAll { $0.kind == .article && $0.number == "\(number)" }
            for index in node.children.indices {
                if node.children[index].kind == .article, let value = Int(node.children[index].number),
                    value > number
                {
                    node.children[index].number = "\(value - 1)"
                    node.children[index].label = "Article \(value - 1)"
                    node.children[index].path = ProvisionPath("art_\(value - 1)")
                } else {
                    visit(&node.children[index])
                }
            }
        }
        visit(&text.root)
        return text
    }

    @Test func twoLawsHaveNothingInCommon() throws {
        let alignment = BilingualAlignment.between(
            zh: try chinese(Self.versions[0].0), en: try english(Self.versions[2].1))
        print("unrelated: \(alignment.pairs.count) pairs, \(alignment.pairs.map(\.evidence).reduce(0, +))")
        #expect(alignment.pairs.isEmpty)
        #expect(alignment.notes.map(\.category) == [.unrelated])
    }

    /// The Chinese of the adopted law against the English of a draft: what the English redline links is the truth.
    @Test(arguments: ["2015-07-06.draft-1", "2016-07-05.draft-2", "2025-10-28.amended"])
    func theTextOfAnotherVersionPairsAsTheRedlineLinksIt(version: String) throws {
        let other = try english("cybersecurity-law/\(version).en.txt")
        let same = try english(Self.versions[0].1)
        let alignment = BilingualAlignment.between(zh: try chinese(Self.versions[0].0), en: other)
        var links: [ProvisionPath: Set<ProvisionPath>] = [:]
        for link in ChangeSet.between(same, other).changes.flatMap(\.links) {
            links[link.before, default: []].insert(link.after)
        }
        let right = alignment.pairs.count { links[$0.zh.path]?.contains($0.en.path) ?? false }
        let shifted = alignment.pairs.count { $0.zh.number != $0.en.number }
        print(
            "zh adopted, en \(version): \(alignment.pairs.count) pairs, \(right) as linked, \(shifted) with other numbers; \(links.count) linked"
        )
        for pair in alignment.pairs where !(links[pair.zh.path]?.contains(pair.en.path) ?? false) {
            print(
                "  \(pair.zh.number)=\(pair.en.number) \(pair.ground) \(pair.confidence) \(pair.evidence), linked \(links[pair.zh.path]?.map(\.rawValue).sorted() ?? [])"
            )
        }
        #expect(right * 100 >= alignment.pairs.count * 95)
    }

    /// One article of the Chinese at a time gets a sentence that the English does not have.
    @Test func eachArticleThatOnlyTheChineseChangedIsStaleAndNoOther() throws {
        let (zh, en) = (try chinese(Self.versions[0].0), try english(Self.versions[0].1))
        var named = 0
        var others = 0
        for number in stride(from: 1, through: 79, by: 6) {
            let newer = Self.with("船舶应当在三十日内重新丈量吨位。", in: number, zh)
            let found = BilingualChanges(.between(zh, newer), (zh, newer), beside: (en, en))?.stale ?? []
            named += found.count {
                $0.zh?.number == "\(number)" && $0.language == .en && $0.reason == .unchanged
            }
            others += found.count { $0.zh?.number != "\(number)" }
        }
        print("stale: \(named) of 14 named, \(others) others")
        #expect(named == 14 && others == 0)
    }

    /// The first fines of each English article in turn become others: the translation check names the article, and no other.
    @Test(arguments: versions) func eachFalsifiedFineIsNamed(zh: String, en: String, count: Int) throws {
        let chinese = try chinese(zh)
        let source = try english(en)
        var all = 0
        var named = 0
        for path in source.articleLevel.map(\.path) {
            for place in 0..<2 {
                var found = false
                let falsified = Self.mapped(source, path) { Self.falsified($0, place, &found) }
                guard found else { break }
                all += 1
                let notes = BilingualAlignment.between(zh: chinese, en: falsified).notes
                if notes.map(\.en) == [path], notes.first?.category == .numbers { named += 1 }
            }
        }
        print("\(en): \(named) of \(all) falsified fines named")
        #expect(named == all)
    }

    /// Each modal word of the English in turn turned into another: how many the check names, and whether it names
    /// anything else.
    @Test(arguments: versions) func falsifiedModalWordsAreNamed(zh: String, en: String, count: Int) throws {
        let pairs = BilingualAlignment.between(zh: try chinese(zh), en: try english(en)).pairs
        var all = 0
        var named = 0
        for pair in pairs {
            for (a, b) in zip(pair.zh.lines, pair.en.lines) {
                #expect(ModalityCheck.difference(zh: a.text, en: b.text) == nil, "\(b.text)")
                for (from, to) in [(" shall not ", " may "), (" shall ", " may "), (" may ", " shall ")]
                where b.text.contains(from) && !(from == " may " && b.text.contains(" may not ")) {
                    all += 1
                    let words = b.text.replacing(from, with: to)
                    if ModalityCheck.difference(zh: a.text, en: words) != nil { named += 1 }
                }
            }
        }
        print("\(en): \(named) of \(all) falsified modal words named")
        #expect(named * 3 > all)
    }

    /// The words with the amount at `place` after an `RMB` made 77,000; takes no account of where lines end.
    private static func falsified(_ words: String, _ place: Int, _ found: inout Bool) -> String {
        var parts = words.components(separatedBy: "RMB ")
        guard place + 1 < parts.count else { return words }
        found = true
        let rest = parts[place + 1].drop { $0.isNumber || $0 == "," }
        parts[place + 1] = "77,000" + (parts[place + 1].hasSuffix(",") ? "," : "") + rest
        return parts.joined(separator: "RMB ")
    }

    /// One article with the words of its first line that names an amount put through `edit`.
    private static func mapped(
        _ text: StatuteText, _ path: ProvisionPath, _ edit: (String) -> String
    ) -> StatuteText {
        var text = text
        func change(_ node: inout Provision, _ isDone: inout Bool) {
            if !isDone, node.text.contains("RMB ") {
                node.text = edit(node.text)
                isDone = true
            }
            for index in node.children.indices { change(&node.children[index], &isDone) }
        }
        func visit(_ node: inout Provision) {
            if node.path == path {
                var isDone = false
                change(&node, &isDone)
            } else {
                for index in node.children.indices { visit(&node.children[index]) }
            }
        }
        visit(&text.root)
        return text
    }

    @Test func aRewrittenLawWithItsTranslationLeavesNothingStale() throws {
        let zh = (try chinese(Self.versions[1].0), try chinese(Self.versions[2].0))
        let en = (try english(Self.versions[1].1), try english(Self.versions[2].1))
        let changes = BilingualChanges(.between(zh.0, zh.1), zh, beside: en)
        for found in (changes?.stale ?? []) + (changes?.revised ?? []) {
            print(
                "  \(found.message) \(found.zh?.number ?? "")|\(found.en?.number ?? "") \(found.confidence)")
        }
        #expect(changes?.stale == [])
        #expect(changes?.revised == [])
    }

    private static func with(_ sentence: String, in number: Int, _ text: StatuteText) -> StatuteText {
        var text = text
        func visit(_ node: inout Provision) {
            if node.kind == .article {
                guard node.number == "\(number)" else { return }
                if node.text.isEmpty, !node.children.isEmpty {
                    node.children[0].text += sentence
                } else {
                    node.text += sentence
                }
                return
            }
            for index in node.children.indices { visit(&node.children[index]) }
        }
        visit(&text.root)
        return text
    }
}
