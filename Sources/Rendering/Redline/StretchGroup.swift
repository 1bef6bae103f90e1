import Redline

/// Neighbouring stretches of one fate, line by line: what stands between one opening and one closing sign.
struct StretchGroup {
    let kind: Stretch.Kind
    let edit: ReasonClass?
    /// One array a line; empty arrays are empty lines.
    private(set) var lines: [[Stretch]]
    /// Whether the group is line ends alone: paragraphs were joined or parted there.
    private(set) var isLineEnd: Bool

    /// In order; highlights part stretches, but never groups.
    static func groups(_ stretches: [Stretch]) -> [StretchGroup] {
        var groups: [StretchGroup] = []
        for stretch in stretches {
            if let last = groups.last, last.kind == stretch.kind, last.edit == stretch.edit {
                groups[groups.count - 1].append(stretch)
            } else {
                var group = StretchGroup(kind: stretch.kind, edit: stretch.edit, lines: [[]], isLineEnd: true)
                group.append(stretch)
                groups.append(group)
            }
        }
        return groups
    }

    private mutating func append(_ stretch: Stretch) {
        if case .elsewhere = stretch.kind {
            lines[lines.count - 1].append(stretch)
            isLineEnd = false
            return
        }
        let parts = stretch.text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            if index > 0 { lines.append([]) }
            if part.isEmpty { continue }
            isLineEnd = false
            let isLast = index == parts.count - 1
            lines[lines.count - 1].append(
                Stretch(
                    stretch.kind, String(part), edit: stretch.edit, marks: stretch.marks,
                    ending: isLast ? stretch.ending : []))
        }
    }
}
