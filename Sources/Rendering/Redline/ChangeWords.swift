import Alerts
package import Redline
package import Statute

extension ArticleText {
    /// What the provision is called where it is spoken of: its printed number, else its heading, else its path.
    package var displayLabel: String {
        if !label.isEmpty { return label }
        if kind == .preamble { return "Preamble" }
        return heading.isEmpty ? path.rawValue : heading
    }
}

extension Fidelity {
    /// `official text`, `not known to differ; unverified` …
    package var words: String {
        switch self {
        case .official: "official text"
        case .rendered: "our rendering of the official text"
        case .reported: "as reported by a named source"
        case .recalled: "from memory, no source seen"
        case .assumed: "assumed, unverified"
        }
    }
}

/// The words in which renderings speak of a change.
package enum ChangeWords {
    /// `第二十一条 → 第二十三条`; one side alone where there is one; `第五十四条 + 第五十五条` for several.
    package static func title(_ change: ProvisionChange) -> String {
        let before = list(change.before, " + ")
        let after = list(change.after, " + ")
        if before.isEmpty { return after }
        if after.isEmpty || before.utf8.elementsEqual(after.utf8) { return before }
        return "\(before) → \(after)"
    }

    /// `modified`, `split into 第五十三条 and 第五十四条`, `renumbered, moved` …
    package static func kind(_ change: ProvisionChange) -> String {
        let word =
            switch change.kind {
            case .split: "split: \(list(change.before, " and ")) became \(list(change.after, " and "))"
            case .joined: "joined: \(list(change.before, " and ")) became \(list(change.after, " and "))"
            case .regrouped:
                "regrouped: \(list(change.before, " and ")) became \(list(change.after, " and "))"
            default: change.kind.rawValue
            }
        guard change.moved else { return word }
        return "\(word), moved: \(list(change.before, " and ")) is now \(list(change.after, " and "))"
    }

    /// `应当→必须 (tightened)`; nil where the reason says no more than that words changed, which the redline shows.
    package static func reason(_ reason: Reason) -> String? {
        if reason.class == .crossReference { return "references follow" }
        if reason.class == .text, reason.direction == .unclear || reason.direction == .neither { return nil }
        let words: String
        switch (reason.before, reason.after) {
        case (nil, nil): return reason.class.rawValue
        case (let before?, nil): words = "−\(value(before))"
        case (nil, let after?): words = "+\(value(after))"
        case (let before?, let after?): words = "\(value(before))→\(value(after))"
        }
        let direction =
            switch reason.direction {
            case .tightened: "tightened"
            case .loosened: "loosened"
            case .unclear, .neither: reason.class.rawValue
            }
        return "\(words) (\(direction))"
    }

    /// At most this many reasons are said in a heading; the rest are counted.
    private static let mostReasons = 4

    /// `substantive`, then the reasons, each once.
    package static func grounds(_ change: ProvisionChange) -> [String] {
        guard change.kind != .unchanged else { return [] }
        var seen: Set<String> = []
        let reasons = change.reasons.compactMap(reason).filter { seen.insert($0).inserted }
        var words = [change.significance.rawValue] + reasons.prefix(mostReasons)
        if reasons.count > mostReasons { words.append("and \(reasons.count - mostReasons) more") }
        return words + relations(change)
    }

    /// `source-code-disclosure: forbids`; says so where only the old text has it.
    package static func badge(_ mark: Mark) -> String {
        VisibleText.line(
            "\(mark.side == .before ? "before · " : "")\(mark.concept): \(mark.polarity.rawValue)")
    }

    /// `before: as reported by a named source`; said where a side is less than an official text, else empty.
    package static func trust(_ change: ProvisionChange) -> String {
        [("before", change.fidelityBefore), ("after", change.fidelityAfter)].compactMap { side, fidelity in
            fidelity.flatMap { $0 == .official ? nil : "\(side): \($0.words)" }
        }.joined(separator: " · ")
    }

    /// `1 article`, `7 articles`.
    package static func articles(_ count: Int) -> String { count == 1 ? "1 article" : "\(count) articles" }

    /// `2 inserted · 1 repealed · 72 renumbered`; kinds that do not occur are left out.
    package static func summary(_ changes: ChangeSet) -> String {
        let summary = changes.summary
        var words: [String] = []
        for kind in ChangeKind.allCases {
            if let count = summary.kinds[kind], count > 0 { words.append("\(count) \(kind.rawValue)") }
        }
        if summary.moved > 0 { words.append("\(summary.moved) moved") }
        words += notKnown(summary).map { "\($0.count) \($0.title)" }
        return words.isEmpty ? "no provisions" : words.joined(separator: " · ")
    }

    /// Said above a redline whose two texts hardly share anything.
    package static let rewrite =
        "The text was rewritten: hardly any provision can be paired. Read the new text as a whole."

    /// What is counted apart: `not known`, and `not held` where a text is an extract.
    package static func notKnown(_ summary: ChangeSet.Summary) -> [(title: String, count: Int)] {
        [("not known", summary.unverified - summary.notHeld), ("not held", summary.notHeld)].filter {
            $0.1 > 0
        }
    }

    /// Said above the list of entries with an assumed side, or with a side that is not held.
    package static func unknown(_ entries: [ProvisionChange]) -> String {
        var sentences: [String] = []
        if entries.contains(where: { !$0.notHeld }) {
            sentences += [
                "On at least one side the wording is only assumed from another version and was not verified.",
                "Nothing is said here about whether it changed.",
            ]
        }
        if entries.contains(where: \.notHeld) {
            sentences += [
                "Not held: one of the two texts is an extract and may leave the provision out.",
                "Nothing is said here about whether it was inserted or repealed.",
            ]
        }
        return sentences.joined(separator: " ")
    }

    private static func list(_ provisions: [ArticleText], _ separator: String) -> String {
        VisibleText.line(provisions.map(\.displayLabel).joined(separator: separator))
    }

    /// Columns of a value in a heading; the redline has the whole of it.
    private static let widestValue = 24

    private static func value(_ value: ReasonValue) -> String {
        // Line feeds and blanks at the ends belong to the redline; here they would be noise.
        let parts = value.text.unicodeScalars.split { $0 == "\n" || $0 == " " }
        let words = VisibleText.line(parts.isEmpty ? "–" : parts.map { String($0) }.joined(separator: " "))
        guard DisplayWidth.of(words) > widestValue else { return words }
        return LineBreaker.prefix(words, width: widestValue - 1) + "…"
    }
}
