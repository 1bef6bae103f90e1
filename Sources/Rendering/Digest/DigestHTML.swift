import Alerts
import Statute

/// A digest as the HTML part of a mail: one column, inline styles, no tables, nothing fetched.
///
/// Mail programs strip style sheets and invert colours as they like: every coloured ground brings its own ink, the
/// rest takes the reader's, and insertions and deletions carry tags, signs and words.
package enum DigestHTML {
    package static func render(_ view: DigestView) -> String {
        var body =
            "<h1 style=\"font-size:21px;line-height:1.35;margin:0 0 12px\">\(HTMLText.escape(view.headline))</h1>\n"
        body += "<p \(Look.paragraph)><strong>\(HTMLText.escape(view.instrument))</strong>"
        body += view.chineseTitle.map { " · <span lang=\"zh\">\(HTMLText.escape($0))</span>" } ?? ""
        body += "</p>\n"
        body += "<p \(Look.paragraph)><strong>From</strong> \(HTMLText.escape(view.from.line))<br>\n"
        body += "<strong>To</strong> \(HTMLText.escape(view.to.line))</p>\n"
        if view.sections.isEmpty { body += "<p \(Look.paragraph)>No change bears on a commitment.</p>\n" }
        for section in view.sections { body += self.section(section) }
        body += claims(view.claims)
        for list in DigestWords.lists(view) {
            body += heading(list.title) + "<ul style=\"margin:0 0 12px;padding-left:20px\">\n"
            body +=
                list.lines.map { "<li style=\"margin:0 0 6px\">\(linked($0))</li>\n" }.joined() + "</ul>\n"
        }
        if !view.footer.isEmpty {
            body += "<hr style=\"border:0;border-top:1px solid #8a8f99;margin:24px 0 12px\">\n"
            body += view.footer.map { "<p \(Look.small)>\(linked($0))</p>\n" }.joined()
        }
        return page(title: view.headline, body: body)
    }

    static func page(title: String, body: String) -> String {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="supported-color-schemes" content="light dark">
        <title>\(HTMLText.escape(VisibleText.line(title)))</title>
        <style>
        :root{color-scheme:light dark}
        </style>
        </head>
        <body style="margin:0;padding:0">
        <div role="main" style="max-width:600px;margin:0 auto;padding:16px;font:16px/1.55 -apple-system,'Segoe UI',Roboto,\
        'Noto Sans','PingFang SC','Microsoft YaHei',sans-serif;overflow-wrap:anywhere">
        \(body)</div>
        </body>
        </html>

        """
    }

    private static func heading(_ words: String) -> String {
        "<h2 style=\"font-size:17px;line-height:1.35;margin:26px 0 8px;padding-top:12px;border-top:2px solid #8a8f99\">"
            + "\(HTMLText.escape(words))</h2>\n"
    }

    private static func section(_ section: DigestView.Section) -> String {
        var out = heading(section.title)
        out += "<p \(Look.small)>\(HTMLText.escape(DigestWords.force(section)))</p>\n"
        out += labelled("The promise", section.promise)
        for (index, item) in section.items.enumerated() {
            out += "<h3 style=\"font-size:16px;line-height:1.4;margin:18px 0 6px\">\(index + 1). "
            out += "\(HTMLText.escape(item.title))</h3>\n"
            out += "<p style=\"margin:0 0 6px\"><span style=\"\(Look.bearing(item.direction))\">"
            out += "\(AlertWords.direction(item.direction))</span></p>\n"
            out += "<p \(Look.small)>\(HTMLText.escape(DigestWords.concept(item)))<br>\n"
            out += "\(HTMLText.escape(DigestWords.weight(item)))<br>\n"
            out += "\(HTMLText.escape(ReviewWords.sentence(item.review)))</p>\n"
            out += labelled("What changed", item.sentence) + labelled("Why it matters", item.reason)
            out += labelled("Limits", item.limits) + also(item.also)
            for passage in item.before { out += quote("Before", passage) }
            for passage in item.after { out += quote("After", passage) }
            if !item.redline.isEmpty { out += redline(item) }
            if let link = item.link.flatMap(HTMLText.link) {
                out +=
                    "<p \(Look.paragraph)><a href=\"\(link)\">Read it in full</a></p>\n"
            }
        }
        if !section.limits.isEmpty {
            out +=
                "<p \(Look.small)>Limits of this promise:</p>\n<ul style=\"margin:0 0 12px;padding-left:20px\">\n"
            out +=
                section.limits.map {
                    "<li style=\"margin:0 0 4px;font-size:14px\">\(HTMLText.escape($0))</li>\n"
                }
                .joined() + "</ul>\n"
        }
        return out
    }

    private static func labelled(_ label: String, _ words: String) -> String {
        words.isEmpty ? "" : "<p \(Look.paragraph)><strong>\(label):</strong> \(HTMLText.escape(words))</p>\n"
    }

    private static func also(_ lines: [String]) -> String {
        guard !lines.isEmpty else { return "" }
        return "<p \(Look.small)>It also bears on:</p>\n<ul style=\"margin:0 0 12px;padding-left:20px\">\n"
            + lines.map { "<li style=\"margin:0 0 4px;font-size:14px\">\(HTMLText.escape($0))</li>\n" }
            .joined()
            + "</ul>\n"
    }

    private static func quote(_ side: String, _ passage: DigestView.Passage) -> String {
        let lines = passage.text.unicodeScalars.split(separator: "\n").map { HTMLText.escape(String($0)) }
        return "<p \(Look.small)>\(HTMLText.escape(DigestWords.passage(side, passage)))</p>\n"
            + "<blockquote lang=\"\(passage.language.rawValue)\" \(Look.quote)>\(lines.joined(separator: "<br>\n"))</blockquote>\n"
    }

    private static func redline(_ item: DigestView.Item) -> String {
        let language = (item.after.first ?? item.before.first)?.language ?? .zh
        let lines = RedlineRuns.lines(item.redline, showsAll: false).map { $0.map(run).joined() }
        return "<p \(Look.small)>Redline, \(HTMLText.escape(DigestWords.legend)):</p>\n"
            + "<blockquote lang=\"\(language.rawValue)\" \(Look.quote)>\(lines.joined(separator: "<br>\n"))</blockquote>\n"
    }

    /// The signs of the plain text stand here too: they remain where styles and even tags are lost.
    private static func run(_ run: StyledRun) -> String {
        let words = HTMLText.escape(run.text)
        var style = ""
        if run.style.contains(.mark) { style += "font-weight:bold;" }
        if run.style.contains(.inserted) { return "<ins style=\"\(style)\(Look.inserted)\">\(words)</ins>" }
        if run.style.contains(.deleted) { return "<del style=\"\(style)\(Look.deleted)\">\(words)</del>" }
        return style.isEmpty ? words : "<strong>\(words)</strong>"
    }

    private static func claims(_ claims: [DigestView.ClaimNote]) -> String {
        guard !claims.isEmpty else { return "" }
        var out = heading("What others said")
        for note in claims {
            out += "<p \(Look.paragraph)>\(HTMLText.escape(DigestWords.claim(note.claim)))<br>\n"
            out += "<strong>\(HTMLText.escape(DigestWords.answer(note)))</strong></p>\n"
            out += note.claim.sources.map { "<p \(Look.small)>\(linked($0))</p>\n" }.joined()
        }
        return out
    }

    private static func linked(_ words: String) -> String {
        let text = HTMLText.escape(words)
        guard let link = HTMLText.link(words) else { return text }
        return "<a href=\"\(link)\">\(text)</a>"
    }

    private enum Look {
        static let paragraph = "style=\"margin:0 0 10px\""
        static let small = "style=\"margin:0 0 8px;font-size:14px\""
        static let quote =
            "style=\"margin:0 0 12px;padding:2px 0 2px 12px;border-left:4px solid #8a8f99;line-height:1.75\""
        static let inserted = "color:#0b5228;background:#dcf2e1;text-decoration:underline"
        static let deleted = "color:#8a1a12;background:#fce3e0;text-decoration:line-through"

        static func bearing(_ bearing: Bearing) -> String {
            let colors =
                switch bearing {
                case .away: "color:#7a3400;background:#fdeadb"
                case .toward: "color:#0b5563;background:#dcf0f3"
                case .depends: "color:#3a3d44;background:#ecebe6"
                }
            return "display:inline-block;padding:2px 10px;border-radius:4px;font-weight:bold;\(colors)"
        }
    }
}
