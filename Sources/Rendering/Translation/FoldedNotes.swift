import Redline
import Statute

/// The notes on one alignment as lines for people: what is missing in one line for each language, numbers that
/// differ in step in one line for all, the rest one by one.
struct FoldedNotes: Sendable {
    let lines: [String]

    init(_ alignment: BilingualAlignment) {
        var lines: [String] = []
        if alignment.notes.contains(where: { $0.category == .missing }) {
            lines +=
                Self.missing("en", alignment.unpairedChinese) + Self.missing("zh", alignment.unpairedEnglish)
        }
        if let numbering = Self.numbering(alignment.pairs) { lines.append(numbering) }
        for note in alignment.notes where note.category != .missing && note.category != .numbering {
            lines.append(VisibleText.line(note.message))
        }
        self.lines = lines
    }

    /// `en lacks 第十三条, 第三十条`
    private static func missing(_ language: String, _ texts: [ArticleText]) -> [String] {
        texts.isEmpty
            ? []
            : [VisibleText.line("\(language) lacks \(texts.map(\.displayLabel).joined(separator: ", "))")]
    }

    /// `numbered otherwise: 第十四条–第二十九条 = Article 13–Article 28`
    private static func numbering(_ pairs: [BilingualPair]) -> String? {
        var runs: [(first: Int, last: Int)] = []
        for (index, pair) in pairs.enumerated() where !pair.zh.number.utf8.elementsEqual(pair.en.number.utf8)
        {
            if let run = runs.last, run.last == index - 1, let step = step(pair),
                step == self.step(pairs[index - 1])
            {
                runs[runs.count - 1].last = index
            } else {
                runs.append((index, index))
            }
        }
        guard !runs.isEmpty else { return nil }
        let words = runs.map { run in
            let (first, last) = (pairs[run.first], pairs[run.last])
            let one = "\(first.zh.displayLabel) = \(first.en.displayLabel)"
            if run.first == run.last { return one }
            return "\(first.zh.displayLabel)–\(last.zh.displayLabel) = "
                + "\(first.en.displayLabel)–\(last.en.displayLabel)"
        }
        return VisibleText.line("numbered otherwise: \(words.joined(separator: ", "))")
    }

    private static func step(_ pair: BilingualPair) -> Int? {
        guard let zh = Int(pair.zh.number), let en = Int(pair.en.number) else { return nil }
        let (step, overflow) = zh.subtractingReportingOverflow(en)
        return overflow ? nil : step
    }
}
