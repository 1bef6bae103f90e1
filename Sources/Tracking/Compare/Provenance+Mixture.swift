package import Statute

extension Provenance {
    /// The provisions of a text counted by how far each may be trusted, such as `23 reported, 5 recalled, 40 not known`;
    /// nil where all are alike.
    package func mixture(in text: StatuteText) -> String? {
        let counts = Dictionary(grouping: text.articleLevel) { record(for: $0.path).fidelity }.mapValues(
            \.count)
        guard counts.count > 1 else { return nil }
        return counts.sorted { $0.key < $1.key }
            .map { "\($0.value) \($0.key == .assumed ? "not known" : $0.key.rawValue)" }.joined(
                separator: ", ")
    }
}
