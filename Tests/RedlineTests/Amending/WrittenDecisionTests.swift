import Statute
import TestSupport
import Testing

@testable import Redline

/// Random changes, made on a list and written as a decision: read and applied, the decision gives the changed law.
@Suite struct WrittenDecisionTests {
    private struct Article {
        /// From 0; nil for a new one.
        var old: Int?
        var paragraphs: [String]
        var isChanged = false
    }

    @Test(
        "a decision that is written from changes leads to the changed law, in Chinese and English",
        arguments: 0..<40)
    func roundTrip(_ seed: Int) {
        var generator = SeededGenerator(seed: UInt64(900 + seed))
        let language: Language = seed % 2 == 0 ? .zh : .en
        let count = Int.random(in: 3...30, using: &generator)
        let old = (0..<count).map { index in
            Article(
                old: index,
                paragraphs: (0...Int.random(in: 0...2, using: &generator)).map {
                    sentence("\(index).\($0)", language)
                })
        }
        let new = changed(old, language, &generator)
        let decision = write(from: old, to: new, language)
        let text = law(print(old, language), language)
        let read = AmendingDecision.read(decision, language: language)
        #expect(read.diagnostics.isEmpty, "\(decision)")
        let result = text.amended(by: read.instructions)
        let expected = law(print(new, language), language)
        #expect(result.problems.isEmpty, "\(decision)")
        #expect(CanonicalText(result.text).string == CanonicalText(expected).string, "\(decision)")
        #expect(result.mismatches(with: expected).isEmpty)
    }

    private func changed(
        _ old: [Article], _ language: Language, _ generator: inout SeededGenerator
    ) -> [Article] {
        var new: [Article] = []
        for article in old {
            switch Int.random(in: 0..<8, using: &generator) {
            case 0 where new.count > 1: continue
            case 1:
                var other = article
                other.paragraphs = [
                    sentence("new \(article.old ?? 0)", language), sentence("more", language),
                ]
                other.isChanged = true
                new.append(other)
            case 2:
                new.append(Article(old: nil, paragraphs: [sentence("inserted \(new.count)", language)]))
                new.append(article)
            default: new.append(article)
            }
        }
        return new
    }

    private func sentence(_ words: String, _ language: Language) -> String {
        language == .zh ? "这是关于“\(words)”的规定。" : "This is a rule about “\(words)”."
    }

    private func print(_ articles: [Article], _ language: Language) -> String {
        let style = LabelStyle(language: language)
        return (language == .zh ? "# 试验法\n\n" : "# Trial Law\n\n")
            + articles.enumerated().map { offset, article in
                style.article(String(offset + 1), like: "") + " "
                    + article.paragraphs.joined(separator: "\n\n")
            }.joined(separator: "\n\n")
    }

    /// As a drafter would write it: by the numbers of the new text, the rest left to the order of the articles.
    private func write(from old: [Article], to new: [Article], _ language: Language) -> String {
        let style = LabelStyle(language: language)
        func name(_ index: Int) -> String { style.article(String(index + 1), like: "") }
        func quoted(_ paragraphs: [String]) -> String {
            language == .zh
                ? "“"
                    + paragraphs.map { $0.replacing("“", with: "‘").replacing("”", with: "’") }.joined(
                        separator: "\n\n“") + "”"
                : "“" + paragraphs.joined(separator: "\n\n“") + "”"
        }
        var points: [String] = []
        let kept = Set(new.compactMap(\.old))
        for index in old.indices where !kept.contains(index) {
            points.append(language == .zh ? "删去\(name(index))。" : "\(name(index)) is deleted.")
        }
        for (index, article) in new.enumerated() {
            if let before = article.old {
                guard article.isChanged else { continue }
                if before == index {
                    points.append(
                        language == .zh
                            ? "将\(name(before))修改为：\(quoted(article.paragraphs))"
                            : "\(name(before)) is amended to read: \(quoted(article.paragraphs))")
                } else {
                    points.append(
                        language == .zh
                            ? "将\(name(before))改为\(name(index))，修改为：\(quoted(article.paragraphs))"
                            : "\(name(before)) becomes \(name(index)) and is amended to read: \(quoted(article.paragraphs))"
                    )
                }
            } else {
                points.append(
                    language == .zh
                        ? "增加一条，作为\(name(index))：\(quoted(article.paragraphs))"
                        : "A new article is added as \(name(index)): \(quoted(article.paragraphs))")
            }
        }
        points.append(language == .zh ? "条文顺序作相应调整。" : "The order of the articles is adjusted accordingly.")
        let head = language == .zh ? "关于修改《试验法》的决定\n\n" : "Decision on Amending the Trial Law\n\n"
        return head
            + points.enumerated().map { offset, point in
                (language == .zh ? SmallNumeral.chinese(offset + 1) + "、" : "\(offset + 1). ") + point
            }.joined(separator: "\n\n") + "\n"
    }
}
