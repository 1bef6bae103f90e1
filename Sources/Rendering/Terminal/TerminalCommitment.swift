import Alerts
import Statute

/// One commitment in full: who, what, limits, force over time, what was held and what lapsed, and how sure we are.
struct TerminalCommitment {
    private let commitment: Commitment
    private let day: String

    init(_ commitment: Commitment, on day: String) {
        self.commitment = commitment
        self.day = day
    }

    func write(on page: inout TerminalPage) {
        let title = AgreementWords.titles(commitment.titles)
        page.paragraph(
            [StyledRun(commitment.id, .strong), StyledRun("  \(title)")], hanging: 4)
        let facts = [
            commitment.reference, commitment.part, "since \(commitment.since)",
            AgreementWords.confidence(commitment.confidence),
        ].compactMap(\.self)
        page.paragraph(facts.joined(separator: " · "), .faint, indent: 4, hanging: 2)
        if let unverified = commitment.unverified {
            page.paragraph("Not verified: \(unverified)", .warning, indent: 4, hanging: 2)
        }
        page.paragraph("Who: \(commitment.who) (strength: \(commitment.strength))", indent: 4, hanging: 5)
        page.paragraph("Promise, in our words: \(commitment.text)", indent: 4, hanging: 2)
        writeForce(on: &page)
        writeLimits(on: &page)
        writeMechanism(on: &page)
        page.paragraph("Sources:", indent: 4)
        for source in commitment.sources { page.paragraph(source, .faint, indent: 6, hanging: 2) }
    }

    private func writeForce(on page: inout TerminalPage) {
        page.paragraph("Force on \(day), and over time:", indent: 4)
        for party in commitment.parties {
            let now = commitment.force(of: party, on: day)
            page.paragraph(
                [StyledRun("\(party)  ", .strong), StyledRun(AlertWords.force(now))], indent: 6, hanging: 4)
            for period in commitment.force where period.party == party {
                let start = period.from.map { "from \($0): " } ?? ""
                var words = start + AgreementWords.shortForce(period.force)
                if let note = period.note { words += ". \(note)" }
                if period.confidence != "sourced" {
                    words += " [\(AgreementWords.confidence(period.confidence))]"
                }
                page.paragraph(words, .faint, indent: 10, hanging: 2)
            }
        }
    }

    private func writeLimits(on page: inout TerminalPage) {
        page.paragraph("Limits:", indent: 4)
        if let none = commitment.noLimits { page.paragraph("none known: \(none)", indent: 6, hanging: 2) }
        for limit in commitment.limits {
            var runs = [StyledRun("\(limit.id): ", .strong), StyledRun(limit.text)]
            if let excludes = limit.excludes { runs.append(StyledRun(" Outside it: \(excludes)")) }
            if let confidence = limit.confidence, confidence != "sourced" {
                runs.append(StyledRun(" [\(AgreementWords.confidence(confidence))]", .warning))
            }
            page.paragraph(runs, indent: 6, hanging: 2)
        }
    }

    private func writeMechanism(on page: inout TerminalPage) {
        guard !commitment.steps.isEmpty else { return }
        let state = commitment.mechanism(on: day).map { " \(AgreementWords.mechanism($0))" } ?? ""
        page.paragraph("Mechanism:\(state)", indent: 4, hanging: 2)
        for step in commitment.steps {
            var words = "\(step.date)  \(AgreementWords.state(step.state)): \(step.what)"
            if step.confidence != "sourced" { words += " [\(AgreementWords.confidence(step.confidence))]" }
            page.paragraph(words, .faint, indent: 6, hanging: 2)
        }
    }
}
