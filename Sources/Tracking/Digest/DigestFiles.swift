package import Alerts
package import Rendering
import Statute

/// The files of one step: the redline page, and the summary as mail, text and HTML.
///
/// Pure: they depend on the two versions and the register, not on the time at which they are made.
package struct DigestFiles {
    /// `cn/cybersecurity-law/2015-07-06.draft-1..2016-07-05.draft-2`, without ending.
    package let name: String
    package let subject: String
    /// By file ending: `redline.html`, `eml`, `txt`, `html`.
    package let contents: [(ending: String, bytes: [UInt8])]

    /// - Parameters:
    ///   - reviews: what a person decided, by alert id.
    ///   - corrections: what was corrected in an earlier mail of this step, a sentence each.
    ///   - proof: where the two texts stand in the log; nil where they are in none.
    ///   - sender: who the summary is from.
    package init(
        _ assessment: Assessment, register: Register, reviews: [String: Review], corrections: [String],
        proof: MailProof? = nil, sender: MailAddress
    ) throws {
        let pair = assessment.pair
        name = "\(pair.new.instrument)/\(pair.old.name)..\(pair.new.name)"
        let page = HTMLRedline.page(
            pair.view(assessment.comparison), alerts: assessment.alerts,
            catalogue: AlertCatalogue(register), reviews: reviews)
        var view = DigestComposer(
            assessment, register: register, reviews: reviews, corrections: corrections
        ).view
        view.evidence = proof?.lines ?? []
        subject = view.subject
        let envelope = MailMessage(
            from: sender, to: [], date: Self.time(pair.after.record.captured), subject: view.subject,
            listID: "\(pair.new.instrument.slug).lexwatch", text: "", html: nil)
        contents = [
            ("redline.html", Array(page.utf8)),
            ("eml", try DigestMail.bytes(view, envelope: envelope, proof: proof)),
            ("txt", Array(DigestText.render(view).utf8)),
            ("html", Array(DigestHTML.render(view).utf8)),
        ]
    }

    /// Unix seconds of `2026-11-23T04:05:06Z`; the beginning of 1970 for anything else.
    private static func time(_ stamp: String) -> Int {
        let parts = stamp.split(whereSeparator: { "T:Z".contains($0) })
        guard parts.count == 4, let day = CalendarDate(String(parts[0])) else { return 0 }
        let clock = parts.dropFirst().compactMap { Int($0) }
        guard clock.count == 3 else { return 0 }
        return Int(day.unixTime) + clock[0] * 3_600 + clock[1] * 60 + clock[2]
    }
}

extension DigestView {
    /// The subject line: which law, which step, and what it comes to.
    package var subject: String { headline.hasSuffix(".") ? String(headline.dropLast()) : headline }
}
