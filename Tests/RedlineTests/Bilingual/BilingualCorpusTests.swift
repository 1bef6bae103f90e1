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
        let read = [(StatuteText, Language)]([(try chinese(zh), .zh), (try english(en), .en)]).map {
            text, language in
            Set(BilingualSide(text, as: language).anchors.joined().map(\.key)).count { key in
                if case .term = key { false } else { true }
            }
        }
        print("  anchors of different keys: \(read)")
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
}
