import Statute

@testable import Redline

/// Reads a decision as a person would type it into a test.
func decision(_ text: String, _ language: Language = .zh) -> AmendingDecision {
    AmendingDecision.read(text, language: language)
}

/// The instructions of a decision drawn for reading, one a line; what was not read comes as `unread LINE`.
func drawn(_ decision: AmendingDecision) -> String {
    var lines: [String] = []
    for part in decision.parts {
        switch part.role {
        case .title, .headnote, .preliminary: break
        case .target(let law): lines.append("target \(law)")
        case .closing(let found): lines += found.map { drawn($0) } + ["closing"]
        case .instructions(let found): lines += found.map { drawn($0) }
        case .unread: lines.append("unread \(part.lines.lowerBound)")
        }
    }
    return lines.joined(separator: "\n")
}

func drawn(_ instruction: Instruction) -> String {
    let law = instruction.law.map { "《\($0)》 " } ?? ""
    return law + (instruction.restates ? "restated " : "") + drawn(instruction.modification)
}

private func drawn(_ modification: Modification) -> String {
    func all(_ places: [Address]) -> String { places.map(\.path).joined(separator: "+") }
    func all(_ wordings: [Wording]) -> String { wordings.map { "“\($0.string)”" }.joined() }
    func where_(_ place: Modification.Place) -> String {
        switch place {
        case .end: "end"
        case .beginning: "beginning"
        case .after(let words): "after" + (words.map { "“\($0.string)”" } ?? "")
        case .before(let words): "before" + (words.map { "“\($0.string)”" } ?? "")
        }
    }
    func quoted(_ wording: Wording) -> String { "“" + wording.lines.joined(separator: "|") + "”" }
    return switch modification {
    case .substitution(let places, let wording): "substitution \(all(places)) \(quoted(wording))"
    case .leadIn(let place, let wording): "lead-in \(place.path) \(quoted(wording))"
    case .words(let places, let old, let new): "words \(all(places)) \(all(old))→\(all(new))"
    case .insertion(let kind, let count, let at, let place, let numbers, let heading, let wording):
        "insertion \(count) \(kind.rawValue) \(where_(place)) of [\(at.path)] as \(all(numbers))"
            + (heading.map { " ‘\($0)’" } ?? "") + (wording.isEmpty ? "" : " \(quoted(wording))")
    case .wordInsertion(let at, let place, let wording):
        "word-insertion \(at.path) \(where_(place)) \(quoted(wording))"
    case .repeal(let places): "repeal \(all(places))"
    case .wordRepeal(let places, let words): "word-repeal \(all(places)) \(all(words))"
    case .renumbering(let pairs):
        "renumbering " + pairs.map { "\($0.old.path)→\($0.new.path)" }.joined(separator: ", ")
    case .join(let places, let number, let wording):
        "join \(all(places))→\(number?.path ?? "") \(quoted(wording))"
    case .split(let place, let numbers, let wording): "split \(place.path)→\(all(numbers)) \(quoted(wording))"
    case .heading(let place, let old, let new):
        "heading \(place.path) \(old.map { quoted($0) } ?? "")→\(quoted(new))"
    case .order: "order"
    }
}

/// What a decision makes of an old text: the canonical lines of the result, then its problems.
func amended(_ old: String, by instructions: String, _ language: Language = .zh) -> String {
    let decision = decision(instructions, language)
    let result = law(old, language).amended(by: decision.instructions)
    let unread = decision.unread.map { "unread \($0.lines.lowerBound)" }
    let problems = result.problems.map { "! \($0.kind.rawValue)" }
    let lines = CanonicalText(result.text).string.split(separator: "\n").map(String.init)
    return (lines + unread + problems).joined(separator: "\n")
}

/// Where a decision and a published text do not agree, one a line.
func mismatches(
    _ old: String, _ instructions: String, _ published: String, _ language: Language = .zh
) -> String {
    law(old, language).amended(by: decision(instructions, language).instructions)
        .mismatches(with: law(published, language)).map { drawn($0) }.joined(separator: "\n")
}

func drawn(_ mismatch: AmendmentMismatch) -> String {
    let differences = mismatch.differences.map { "“\($0.decided)”≠“\($0.published)”" }.joined(separator: " ")
    return "\(mismatch.kind.rawValue) \(mismatch.path) \(differences)"
}
