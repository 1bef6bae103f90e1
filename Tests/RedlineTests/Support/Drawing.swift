import Statute

@testable import Redline

/// Reads a law from lines, as a person would type it into a test.
func law(_ text: String, _ language: Language = .zh) -> StatuteText {
    StatuteParser.parse(text, language: language).text
}

/// The redline between two typed laws.
func redline(_ old: String, _ new: String, _ language: Language = .zh) -> ChangeSet {
    ChangeSet.between(law(old, language), law(new, language))
}

/// A redline drawn for reading: one line for each entry, its reasons below; unchanged entries left out.
func drawn(_ set: ChangeSet) -> String {
    var lines: [String] = []
    for change in set.changes where change.kind != .unchanged {
        let numbers =
            change.before.map(\.number).joined(separator: "+") + "→"
            + change.after.map(\.number).joined(separator: "+")
        lines.append("\(change.kind) \(numbers)\(change.moved ? " moved" : "") \(change.significance)")
        for reason in change.reasons { lines.append("  " + drawn(reason)) }
    }
    return lines.joined(separator: "\n")
}

func drawn(_ reason: Reason) -> String {
    "\(reason.class.rawValue) \(drawn(reason.before))→\(drawn(reason.after)) \(reason.direction)"
}

private func drawn(_ value: ReasonValue?) -> String {
    guard let value else { return "∅" }
    if let lower = value.lower, let upper = value.upper, let unit = value.unit {
        return "\(value.text)(\(lower)–\(upper) \(unit))"
    }
    guard let number = value.value, let unit = value.unit else { return value.text }
    return "\(value.text)(\(number) \(unit))"
}

/// What the rules say of one changed clause: the reasons of the only changed entry.
func reasons(_ old: String, _ new: String, _ language: Language = .zh) -> String {
    found(old, new, language).map { drawn($0) }.joined(separator: "; ")
}

/// The reasons of the only changed entry.
func found(_ old: String, _ new: String, _ language: Language = .zh) -> [Reason] {
    let label = language == .zh ? "第一条 " : "Article 1 "
    let next = language == .zh ? "\n第二条 另有一条不变的文字。" : "\nArticle 2 Another provision that stays."
    let set = redline(label + old + next, label + new + next, language)
    return set.changes.filter { $0.kind != .unchanged }.flatMap(\.reasons)
}

/// The edits of the chief link of the only changed entry, drawn as `old⟶new class`.
func edits(_ old: String, _ new: String, _ language: Language = .zh) -> String {
    let label = language == .zh ? "第一条 " : "Article 1 "
    let set = redline(label + old, label + new, language)
    guard let change = set.changes.first, let link = change.links.first else { return "" }
    let (a, b) = (Array(change.before[0].string.unicodeScalars), Array(change.after[0].string.unicodeScalars))
    return link.edits.map { edit in
        "\(a[edit.before].string)⟶\(b[edit.after].string) \(edit.class.rawValue)"
    }.joined(separator: "; ")
}
