import Statute

@testable import Redline

/// Checks a row of decisions against the text in which they have all been worked in: every new wording stands there,
/// or a later decision has amended the same place again.
struct StandingWords {
    struct Line {
        var decision: String
        var instruction: Instruction
        /// One quoted line.
        var words: String
        /// It stands somewhere in the consolidated text.
        var stands: Bool
        /// It stands in the provision that the instruction names.
        var standsInPlace: Bool
        /// The later decision and the place by which it was amended again.
        var amendedAgain: String?
    }

    private(set) var lines: [Line] = []

    /// - Parameter decisions: in the order of their adoption.
    init(_ decisions: [(name: String, decision: AmendingDecision)], in text: StatuteText) {
        let whole = QuotedWords.folded(
            text.articleLevel.map { Self.words(of: $0) }.joined() + Self.headings(of: text))
        let units = Dictionary(
            text.articleLevel.map { (Self.name(of: $0), QuotedWords.folded(Self.words(of: $0)).values) }
        ) { first, _ in first }
        let row = decisions.enumerated().flatMap { rank, entry in
            entry.decision.instructions.map { (rank: rank, name: entry.name, instruction: $0) }
        }
        for (index, entry) in row.enumerated() {
            for wording in entry.instruction.modification.newWordings {
                for line in wording.lines {
                    let folded = QuotedWords.folded(Self.bare(line)).values
                    if folded.isEmpty { continue }
                    let inPlace = Self.articles(of: entry.instruction).contains { name in
                        units[name].map { Self.contains($0, folded) } ?? false
                    }
                    let stands = inPlace || Self.contains(whole.values, folded)
                    let later = row[(index + 1)...].first {
                        Self.amends($0.instruction, entry.instruction, line)
                    }
                    lines.append(
                        Line(
                            decision: entry.name, instruction: entry.instruction, words: line, stands: stands,
                            standsInPlace: inPlace,
                            amendedAgain: later.map { "\($0.name) \($0.instruction.number)" }))
                }
            }
        }
    }

    /// Whether `later` changes the line that `earlier` has brought: it gives the article, the paragraph or the list
    /// other words, repeals it, or changes words that the line has.
    private static func amends(_ later: Instruction, _ earlier: Instruction, _ line: String) -> Bool {
        let (old, new) = (places(of: earlier), places(of: later))
        let meets = old.contains { a in
            new.contains { b in
                a.unit == b.unit && (a.paragraph == nil || b.paragraph == nil || a.paragraph == b.paragraph)
            }
        }
        guard meets else { return false }
        switch later.modification {
        case .substitution, .repeal, .join, .split, .heading, .leadIn: return true
        case .words(_, let old, _), .wordRepeal(_, let old):
            return old.flatMap(\.lines).contains { !QuotedWords.ranges(of: bare($0), in: line).isEmpty }
        case .wordInsertion(_, let place, _):
            switch place {
            case .after(let words?), .before(let words?):
                return !QuotedWords.ranges(of: words.string, in: line).isEmpty
            default: return true
            }
        case .insertion, .renumbering, .order: return false
        }
    }

    /// The units that an instruction works on, by name; a new article under its own number.
    private static func articles(of instruction: Instruction) -> [String] {
        places(of: instruction).map { place in
            switch place.unit {
            case .article(let number): number
            case .preamble: "preamble"
            case .title: "title"
            case .whole: "whole"
            case .division: place.path
            }
        }
    }

    /// New provisions under their own numbers.
    private static func places(of instruction: Instruction) -> [Address] {
        if case .insertion(_, _, _, _, let numbers, _, _) = instruction.modification, !numbers.isEmpty {
            return numbers
        }
        return instruction.modification.addresses
    }

    private static func name(of unit: Provision) -> String {
        unit.kind == .preamble ? "preamble" : unit.number
    }

    private static func words(of unit: Provision) -> String {
        let lines = ArticleText(unit).lines
        // Once without the numbers of items and once with them: some decisions quote a list in one line.
        return lines.map(\.text).joined() + "\n" + lines.map(\.printed).joined()
    }

    private static func headings(of text: StatuteText) -> String {
        var found = ""
        var stack = [text.root]
        while let node = stack.popLast() {
            found += node.heading
            stack += node.children.filter(\.kind.isContainer)
        }
        return found
    }

    /// Without the number of an item or an article in front.
    private static func bare(_ line: String) -> String {
        let scalars = Array(line.unicodeScalars)[...]
        let parsed = CanonicalText.parse(line, language: .zh).text.root.children.first
        if let parsed, parsed.kind == .article,
            parsed.number.contains("-") || line.hasPrefix(parsed.label + " ")
        {
            return scalars.dropFirst(parsed.label.unicodeScalars.count).string
        }
        if let heading = WordingReader(language: .zh).heading(Wording(lines: [line], span: 0..<0)) {
            return heading.words
        }
        if let label = PointLabel.leading(scalars) { return scalars.dropFirst(label.length).string }
        return line
    }

    private static func contains(_ text: [UInt32], _ words: [UInt32]) -> Bool {
        !QuotedWords.matches(of: words, in: text).isEmpty
    }
}
