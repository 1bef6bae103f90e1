import Statute

/// Exemptions that stand after the duty from which they exempt: no measure of their own.
enum Excepted {
    /// An exemption from a duty that the same article imposes (a freedom: the same paragraph) leaves room for the
    /// opposite, and is told as that. Findings of one article, in the order of the text.
    static func read(_ findings: [Finding]) -> [Finding] {
        guard findings.count > 1, findings.contains(where: { $0.rule == GrammarRule.exemption.rawValue })
        else { return findings }
        var findings = findings
        for index in findings.indices.dropFirst() where findings[index].rule == GrammarRule.exemption.rawValue
        {
            let exemption = findings[index]
            let isBound = findings[..<index].contains { duty in
                duty.concept == exemption.concept && duty.polarity == .requires
                    && (exemption.polarity == .forbids || duty.path == exemption.path)
            }
            guard isBound else { continue }
            findings[index].polarity = .mentions
            findings[index].isOpposite = true
        }
        return findings
    }
}
