import Statute

@testable import Redline

/// Laws that read like laws, and amended versions of them: enough rare wording for votes, enough formulas to mislead.
struct DraftedLaw {
    /// One article: lines, items among them.
    typealias Article = [String]

    var random: Seeded
    let isEnglish: Bool
    private let words: [String]

    init(_ seed: UInt64, english: Bool = false) {
        random = Seeded(seed &* 0x51_7CC1 &+ 11)
        isEnglish = english
        var random = random
        // A vocabulary of the law's own, so that some words are rare in it and some are not.
        words = (0..<60).map { _ in
            english
                ? (0..<Int.random(in: 3...8, using: &random)).map { _ in
                    String("abcdefghiklmnoprstuvwy".randomElement(using: &random) ?? "a")
                }.joined()
                : (0..<2).map { _ in Self.sign(&random) }.joined()
        }
        self.random = random
    }

    private static func sign(_ random: inout Seeded) -> String {
        String(Unicode.Scalar(UInt32.random(in: 0x5F00...0x6200, using: &random)) ?? "字")
    }

    private static let formulas = [
        "违反本法规定，构成犯罪的，依法追究刑事责任", "由有关主管部门责令改正，给予警告", "并处一万元以上十万元以下罚款", "本法自公布之日起施行", "依照本法第三条的规定处罚",
        "县级以上人民政府应当加强管理", "前款规定的单位不得拒绝",
    ]
    private static let englishFormulas = [
        "where the circumstances are serious", "a fine of not less than 10,000 yuan is imposed",
        "as provided in Article 3 of this Law", "This Law takes effect on the date of its publication",
        "the relevant competent department orders it to make corrections",
    ]

    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

    mutating func clause() -> String {
        if chance(15) {
            return (isEnglish ? Self.englishFormulas : Self.formulas).randomElement(using: &random) ?? ""
        }
        let verbs = isEnglish ? ["shall", "may", "must not"] : ["应当", "可以", "不得", "及其"]
        let parts = (0..<number(2...5)).map { _ in words.randomElement(using: &random) ?? "" }
        let verb = verbs.randomElement(using: &random) ?? ""
        let place = number(0...parts.count)
        let all = parts[..<place] + [verb] + parts[place...]
        return all.joined(separator: isEnglish ? " " : "")
    }

    mutating func sentence() -> String {
        let clauses = (0..<number(1...3)).map { _ in clause() }
        return clauses.joined(separator: isEnglish ? ", " : "，") + (isEnglish ? "." : "。")
    }

    mutating func line() -> String {
        let joint = isEnglish ? " " : ""
        return (0..<number(1...3)).map { _ in sentence() }.joined(separator: joint)
    }

    mutating func article() -> Article {
        if chance(3) { return [] }
        var lines = [line()]
        if chance(25) {
            for item in 1...number(2...4) {
                lines.append(
                    (isEnglish ? "(\(item)) " : "（\(Self.han(item))） ") + clause() + (isEnglish ? ";" : "；"))
            }
        }
        if chance(20) { lines.append(line()) }
        return lines
    }

    mutating func articles(_ most: Int) -> [Article] {
        var found = (0..<number(1...most)).map { _ in article() }
        if chance(20), let copy = found.randomElement(using: &random) { found += [copy, copy] }
        if chance(40) { found.append([(isEnglish ? Self.englishFormulas : Self.formulas)[3]]) }
        return found
    }

    /// The same articles after an amendment or several.
    mutating func amended(_ articles: [Article]) -> [Article] {
        var articles = articles
        for _ in 0..<number(0...6) { amend(&articles) }
        return articles
    }

    private mutating func amend(_ articles: inout [Article]) {
        guard let index = articles.indices.randomElement(using: &random) else {
            articles.append(article())
            return
        }
        switch number(0...10) {
        case 0: articles.insert(article(), at: index)
        case 1: articles.remove(at: index)
        case 2: articles.swapAt(index, number(0...(articles.count - 1)))
        case 3, 4: articles[index] = articles[index].map { reworded($0, chance: 12) }
        case 5: articles[index] = articles[index].map { reworded($0, chance: 60) }
        case 6:
            let cut = number(0...articles[index].count)
            let tail = Array(articles[index][cut...])
            articles[index].removeSubrange(cut...)
            articles.insert(tail, at: index + 1)
        case 7:
            let other = number(0...(articles.count - 1))
            if other != index {
                articles[index] += articles[other]
                articles.remove(at: other)
            }
        case 8:
            let mark: Character = isEnglish ? "." : "。"
            let other = number(0...(articles.count - 1))
            if let line = articles[index].first, let end = line.firstIndex(of: mark) {
                articles[index][0] = String(line[line.index(after: end)...].drop { $0 == " " })
                if articles[index][0].isEmpty { articles[index].removeFirst() }
                articles[other].append(String(line[...end]))
            }
        case 9: articles[index].insert(line(), at: number(0...articles[index].count))
        default: articles.insert(articles[index], at: number(0...(articles.count - 1)))
        }
    }

    private mutating func reworded(_ line: String, chance percent: Int) -> String {
        let mark: Character = isEnglish ? " " : "，"
        return line.split(separator: mark, omittingEmptySubsequences: false).map { part in
            chance(percent) ? clause() : String(part)
        }.joined(separator: String(mark))
    }

    /// The articles as canonical text, numbered, in chapters now and then.
    mutating func text(_ articles: [Article]) -> String {
        var lines = [isEnglish ? "# Trial Law" : "# 试验法"]
        if chance(20) { lines.append(sentence()) }
        for (index, article) in articles.enumerated() {
            if chance(8) {
                lines.append(isEnglish ? "## Chapter \(index + 1) Matters" : "## 第\(Self.han(index + 1))章 事项")
            }
            let label = isEnglish ? "Article \(index + 1)" : "第\(Self.han(index + 1))条"
            lines.append(([label] + article.prefix(1)).joined(separator: " "))
            lines += article.dropFirst()
        }
        if chance(10) {
            lines.append(isEnglish ? "## Annex" : "## 附件")
            lines += (0..<number(1...3)).map { _ in sentence() }
        }
        return lines.joined(separator: "\n\n") + "\n"
    }

    /// Two versions of one law; one pair in ten has nothing in common.
    mutating func pair(_ most: Int = 10) -> (old: StatuteText, new: StatuteText) {
        let before = articles(most)
        let after = chance(10) ? articles(most) : amended(before)
        let language: Language = isEnglish ? .en : .zh
        return (
            CanonicalText.parse(text(before), language: language).text,
            CanonicalText.parse(text(after), language: language).text
        )
    }

    /// 1 to 99.
    static func han(_ number: Int) -> String {
        let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
        return (number < 10 ? "" : (number < 20 ? "" : digits[number / 10 % 10]) + "十") + digits[number % 10]
    }
}
