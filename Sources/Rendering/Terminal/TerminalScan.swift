package import Alerts
import Statute

/// What one text says about each concept, for `scan`.
package enum TerminalScan {
    package static func render(_ findings: [Finding], style: TerminalStyle) -> String {
        var page = TerminalPage(style)
        if findings.isEmpty { page.paragraph("No concept was found in this text.") }
        var concepts: [String] = []
        for finding in findings where !concepts.contains(finding.concept) { concepts.append(finding.concept) }
        for concept in concepts {
            page.gap()
            page.paragraph(concept, .strong)
            for finding in findings where finding.concept == concept { line(finding, &page) }
        }
        return page.text
    }

    private static func line(_ finding: Finding, _ page: inout TerminalPage) {
        var who: [String] = []
        if let actor = finding.actor { who.append("by \(actor)") }
        if let beneficiary = finding.beneficiary { who.append("to \(beneficiary)") }
        page.paragraph(
            [
                StyledRun(finding.polarity.rawValue, TerminalRedline.style(of: finding.polarity)),
                StyledRun("  \(finding.path.rawValue)  "),
                StyledRun((who + ["rule \(finding.rule)"]).joined(separator: " · "), .faint),
            ], indent: 2, hanging: 2)
        page.paragraph(finding.evidence, indent: 6)
    }
}
