import Statute

/// Edits that do not make other words: numbers and references that follow a renumbering, and editorial ones.
enum FollowingEdit {
    /// Nil for an edit of substance.
    static func manner(
        of edit: Edit, in entry: ProvisionChange, _ old: [Unicode.Scalar], _ new: [Unicode.Scalar]
    ) -> CarriedWords.Manner? {
        switch edit.class {
        case .typography: .editorial
        case .crossReference: isStray(edit, entry, old, new) ? nil : .formal
        default: nil
        }
    }

    /// A reference that points elsewhere now, without a renumbering that it follows: the entry says so in its reasons.
    private static func isStray(
        _ edit: Edit, _ entry: ProvisionChange, _ old: [Unicode.Scalar], _ new: [Unicode.Scalar]
    ) -> Bool {
        guard entry.significance == .substantive else { return false }
        let strays = entry.reasons.filter { $0.class == .crossReference && $0.direction == .unclear }
        guard !strays.isEmpty else { return false }
        let before = old[edit.before.clamped(to: 0..<old.count)].string
        let after = new[edit.after.clamped(to: 0..<new.count)].string
        return strays.contains { holds($0.before, before) && holds($0.after, after) }
    }

    /// A reference to a chapter is told whole where only its number was edited.
    private static func holds(_ value: ReasonValue?, _ words: String) -> Bool {
        guard let value else { return words.isEmpty }
        return words.isEmpty ? value.text.isEmpty : contains(value.text, words)
    }

    private static func contains(_ text: String, _ words: String) -> Bool {
        let (whole, part) = (Array(text.utf8), Array(words.utf8))
        guard part.count <= whole.count else { return false }
        return (0...(whole.count - part.count)).contains { whole[$0...].starts(with: part) }
    }
}
