package import Alerts
import Statute

/// The catalogue of agreements, for `agreements`.
package enum TerminalAgreements {
    /// One table for each agreement: its commitments, what they are for China and the United States on a day, and
    /// how sure we are of them.
    package static func catalogue(_ agreements: [Agreement], on day: String, style: TerminalStyle) -> String {
        var parts: [String] = []
        for agreement in agreements {
            var page = TerminalPage(style)
            heading(agreement, &page)
            let table = TerminalTable(
                [
                    .init("commitment"), .init("title", flexible: true), .init("cn"), .init("us"),
                    .init("confidence"),
                ], rows: agreement.commitments.map { row($0, on: day) })
            parts.append(page.text + table.render(style: style))
        }
        var page = TerminalPage(style)
        page.paragraph(
            "cn, us: what each commitment is for China and for the United States on \(day).", .faint)
        page.paragraph("Unverified: from memory, no source seen.", .faint)
        page.paragraph(Disclaimers.assessment, .faint)
        return (parts + [page.text]).joined(separator: "\n")
    }

    private static func row(_ commitment: Commitment, on day: String) -> [String] {
        [commitment.id, commitment.titles[.en] ?? commitment.titles[.zh] ?? ""]
            + ["cn", "us"].map { AgreementWords.shortForce(commitment.force(of: $0, on: day)) }
            + [AgreementWords.confidence(commitment.confidence)]
    }

    /// Everything that is known of some commitments of an agreement.
    package static func full(
        _ agreement: Agreement, _ commitments: [Commitment], on day: String, style: TerminalStyle
    ) -> String {
        var page = TerminalPage(style)
        heading(agreement, &page)
        for limit in agreement.limits { page.paragraph("– \(limit)", indent: 2, hanging: 2) }
        for source in agreement.sources {
            page.paragraph(
                ([source.url] + [source.note].compactMap(\.self)).joined(separator: ": "), .faint, indent: 2,
                hanging: 2)
        }
        for commitment in commitments {
            page.gap()
            TerminalCommitment(commitment, on: day).write(on: &page)
        }
        page.gap()
        page.paragraph(Disclaimers.assessment, .faint)
        return page.text
    }

    private static func heading(_ agreement: Agreement, _ page: inout TerminalPage) {
        page.paragraph(AgreementWords.titles(agreement.titles), .strong)
        let parties = [agreement.parties.joined(separator: ", "), agreement.others ?? ""]
        page.paragraph(
            [
                agreement.id, agreement.date, AgreementWords.kind(agreement),
                AgreementWords.enforcement(agreement),
                parties.filter { !$0.isEmpty }.joined(separator: "; "),
            ].joined(separator: " · "), .faint, indent: 2, hanging: 2)
    }
}
