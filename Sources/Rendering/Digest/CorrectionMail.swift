/// A correction as a message: plain text and HTML that say the same.
package enum CorrectionMail {
    /// Fills in subject, text and HTML of `envelope`; its references say which mail is corrected.
    package static func bytes(_ view: CorrectionView, envelope: MailMessage, proof: MailProof? = nil)
        throws(MailError) -> [UInt8]
    {
        var message = envelope
        message.subject = VisibleText.line(view.subject)
        message.text = text(view)
        message.html = html(view)
        return try message.bytes(limit: .max, proof: proof)
    }

    package static func text(_ view: CorrectionView) -> String {
        var out = ""
        func paragraph(_ words: String, first: String = "", rest: String = "") {
            let lines = LineBreaker.lines(
                [StyledRun(VisibleText.line(words))], width: DigestText.width - DisplayWidth.of(rest))
            for (index, line) in lines.enumerated() {
                out += (index == 0 ? first : rest) + line.map(\.text).joined() + "\n"
            }
        }
        paragraph(view.subject)
        out += String(repeating: "=", count: DigestText.width) + "\n"
        paragraph(view.opening)
        for (index, item) in view.items.enumerated() {
            out += "\n"
            let number = "\(index + 1). "
            let inset = String(repeating: " ", count: number.utf8.count)
            paragraph("\(item.place): \(item.concept)", first: number, rest: inset)
            paragraph(item.commitment, first: inset, rest: inset)
            paragraph("We told: \(item.told)", first: inset, rest: inset)
            paragraph("What holds: \(item.now)", first: inset, rest: inset)
            for cause in item.why { paragraph("Why: \(cause)", first: inset, rest: inset) }
        }
        out += "\n"
        for line in view.closing { paragraph(line) }
        return out
    }

    package static func html(_ view: CorrectionView) -> String {
        let title = HTMLText.escape(VisibleText.line(view.subject))
        var body = "<h1 style=\"font-size:21px;line-height:1.35;margin:0 0 12px\">\(title)</h1>\n"
        body += "<p>\(HTMLText.escape(view.opening))</p>\n<ol>\n"
        for item in view.items {
            body +=
                "<li style=\"margin:0 0 14px\"><strong>\(HTMLText.escape("\(item.place): \(item.concept)"))</strong><br>\n"
            body += "\(HTMLText.escape(item.commitment))<br>\n"
            body += "We told: \(HTMLText.escape(item.told))<br>\n"
            body += "<strong>What holds: \(HTMLText.escape(item.now))</strong>"
            body += item.why.map { "<br>\nWhy: \(HTMLText.escape($0))" }.joined() + "</li>\n"
        }
        body +=
            "</ol>\n"
            + view.closing.map { "<p style=\"font-size:14px\">\(HTMLText.escape($0))</p>\n" }.joined()
        return DigestHTML.page(title: view.subject, body: body)
    }
}
