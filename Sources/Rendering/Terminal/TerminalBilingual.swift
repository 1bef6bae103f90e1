package import Redline
import Statute

/// Chinese and English of one version in a terminal: how many pair, and in what they differ.
package enum TerminalBilingual {
    /// - Parameter all: also each pair with how it was found.
    package static func render(_ alignment: BilingualAlignment, all: Bool, style: TerminalStyle) -> String {
        var page = TerminalPage(style)
        let alone = [("zh", alignment.unpairedChinese.count), ("en", alignment.unpairedEnglish.count)]
        var words = ["\(alignment.pairs.count) provisions paired"]
        for confidence in BilingualPair.Confidence.allCases.reversed() {
            let count = alignment.pairs.count { $0.confidence == confidence }
            if count > 0 { words.append("\(count) \(confidence.rawValue) confidence") }
        }
        words += alone.filter { $0.1 > 0 }.map { "\($0.1) in \($0.0) alone" }
        page.paragraph(words.joined(separator: " · "), .strong, hanging: 2)
        if all {
            for pair in alignment.pairs {
                page.paragraph(
                    "\(pair.zh.displayLabel) = \(pair.en.displayLabel)  \(pair.ground.rawValue), \(pair.confidence.rawValue) confidence",
                    indent: 2, hanging: 2)
            }
        }
        if alignment.notes.isEmpty {
            page.paragraph("no differences found", indent: 2)
        }
        for line in FoldedNotes(alignment).lines {
            page.paragraph("!! \(line)", .warning, indent: 2, hanging: 3)
        }
        return page.text
    }
}
