package import Redline
import Statute

/// An amending decision for `amend`: the instructions as understood, what stood in the way, and where the published text
/// says something else.
package enum TerminalAmendment {
    package static func render(_ report: AmendmentReport, style: TerminalStyle) -> String {
        var page = TerminalPage(style)
        let decision = report.decision
        page.paragraph(decision.title.isEmpty ? "(no title)" : decision.title, .strong)
        if report.fidelity != .official {
            page.paragraph("The decision itself: \(report.fidelity.words)", .faint, indent: 2)
        }
        page.gap()
        for (index, instruction) in report.instructions.enumerated() { line(instruction, index, &page) }
        for diagnostic in decision.diagnostics {
            page.paragraph(
                "line \(diagnostic.line): \(diagnostic.category.rawValue): \(diagnostic.message)", .warning,
                indent: 2, hanging: 4)
        }
        page.gap()
        for problem in report.amended.problems {
            page.paragraph(
                "#\(problem.instruction + 1) \(problem.kind.rawValue): \(problem.message)",
                problem.kind.needsPerson ? .warning : .faint, indent: 2, hanging: 4)
        }
        mismatches(report, &page)
        page.gap()
        page.paragraph(summary(report))
        return page.text
    }

    private static func line(_ instruction: Instruction, _ index: Int, _ page: inout TerminalPage) {
        page.paragraph(
            [
                StyledRun("#\(index + 1) "), StyledRun(instruction.modification.kind.rawValue, .strong),
                StyledRun("  \(AmendmentWords.instruction(instruction.modification))"),
                StyledRun("  line \(instruction.line)", .faint),
            ], indent: 2, hanging: 4)
    }

    private static func mismatches(_ report: AmendmentReport, _ page: inout TerminalPage) {
        guard let mismatches = report.mismatches else { return }
        page.gap()
        for mismatch in mismatches where mismatch.kind.needsPerson { write(mismatch, &page) }
        for mismatch in mismatches where !mismatch.kind.needsPerson { write(mismatch, &page) }
        if mismatches.isEmpty {
            page.paragraph("The published text is what the decision makes of the old one.", .good)
        }
    }

    private static func write(_ mismatch: AmendmentMismatch, _ page: inout TerminalPage) {
        let name = mismatch.published ?? mismatch.decided ?? mismatch.path.rawValue
        var head = [
            StyledRun(name, .strong),
            StyledRun("  \(mismatch.kind.rawValue)", mismatch.kind.needsPerson ? .warning : .faint),
            StyledRun(": \(AmendmentWords.mismatch(mismatch.kind))"),
        ]
        if mismatch.kind == .number, let decided = mismatch.decided {
            head.append(StyledRun("; the decision leads to \(decided)"))
        }
        if !mismatch.instructions.isEmpty {
            let numbers = mismatch.instructions.map { "#\($0 + 1)" }.joined(separator: " ")
            head.append(StyledRun("  \(numbers)", .faint))
        }
        if let fidelity = mismatch.fidelity, fidelity != .official {
            head.append(StyledRun("  \(fidelity.words)", .faint))
        }
        page.paragraph(head, hanging: 4)
        for difference in mismatch.differences {
            page.paragraph(
                [StyledRun("decision: "), StyledRun.changed(shown(difference.decided), .deleted)], indent: 4,
                hanging: 4)
            page.paragraph(
                [StyledRun("text:     "), StyledRun.changed(shown(difference.published), .inserted)],
                indent: 4, hanging: 4)
        }
    }

    private static func shown(_ words: String) -> String {
        words.isEmpty ? "(nothing)" : AmendmentWords.shortened(words)
    }

    private static func summary(_ report: AmendmentReport) -> String {
        let articles = report.amended.text.articleLevel.count { $0.kind == .article }
        var parts = [
            count(report.instructions.count, "instruction"), "\(report.decision.unread.count) not read",
            count(report.amended.problems.count { $0.kind.needsPerson }, "problem"),
            ChangeWords.articles(articles),
        ]
        if let mismatches = report.mismatches {
            parts.append(count(mismatches.count { $0.kind.needsPerson }, "mismatch", "mismatches"))
            parts.append(count(mismatches.count { !$0.kind.needsPerson }, "remark"))
        }
        return parts.joined(separator: " · ")
    }

    private static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
        "\(number) \(number == 1 ? one : many ?? one + "s")"
    }
}
