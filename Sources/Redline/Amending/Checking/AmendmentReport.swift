package import Statute

/// A decision applied to the old text and held against the published one: everything that `amend` shows.
package struct AmendmentReport: Sendable, Hashable {
    package var decision: AmendingDecision
    /// The instructions that are about the old text, in order; other values count into this list.
    package var instructions: [Instruction]
    package var amended: AmendedText
    /// How far the decision's own text may be trusted.
    package var fidelity: Fidelity
    /// Nil where no published text was given.
    package var mismatches: [AmendmentMismatch]?

    /// - Parameters:
    ///   - fidelity: how far the decision's own text may be trusted.
    ///   - published: the text as it was published after the decision, with its provenance.
    package init(
        _ decision: AmendingDecision, fidelity: Fidelity = .official, of old: StatuteText,
        against published: StatuteText? = nil, provenance: Provenance = .official
    ) {
        self.fidelity = fidelity
        self.decision = decision
        instructions = decision.instructions(for: old.title)
        amended = old.amended(by: instructions)
        mismatches = published.map { amended.mismatches(with: $0, provenance: provenance) }
    }

    /// Something was not read, could not be applied, or does not agree with the published text.
    package var needsPerson: Bool {
        !decision.unread.isEmpty || amended.problems.contains { $0.kind.needsPerson }
            || (mismatches ?? []).contains { $0.kind.needsPerson }
    }
}

extension AmendingDecision {
    /// The instructions about the law of this title: all of them, unless the decision amends several laws under headings
    /// of their own.
    package func instructions(for title: String) -> [Instruction] {
        let targets = targets
        guard !targets.isEmpty else { return instructions }
        let name = Self.key(title)
        let matching = Set(targets.filter { Self.key($0) == name })
        // A row of one law needs no title to be understood.
        if matching.isEmpty, Set(targets).count == 1 { return instructions }
        return instructions.filter { $0.law.map(matching.contains) ?? false }
    }

    /// A title without marks, blanks and the name of the state.
    private static func key(_ title: String) -> [Unicode.Scalar] {
        let plain = title.unicodeScalars.filter { scalar in
            switch scalar {
            case "《", "》", "〈", "〉", "“", "”", "#": false
            default: !scalar.isBlank && !scalar.isInvisible
            }
        }
        let words = Array(plain)
        let state = Array("中华人民共和国".unicodeScalars)
        return words.starts(with: state) ? Array(words.dropFirst(state.count)) : words
    }
}
