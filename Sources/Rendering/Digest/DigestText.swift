import Alerts
import Statute

/// A digest as plain mail text: readable in any fixed or proportional type, with signs and words only.
package enum DigestText {
    /// Columns, wide characters counted as two; addresses alone may be longer.
    package static let width = 74

    /// The text with line feeds, ending with one.
    package static func render(_ view: DigestView) -> String {
        var page = Page()
        page.paragraph(view.headline)
        page.rule("=")
        page.paragraph([view.instrument, view.chineseTitle].compactMap { $0 }.joined(separator: " · "))
        page.paragraph(view.from.line, first: "From  ", rest: "      ")
        page.paragraph(view.to.line, first: "To    ", rest: "      ")
        if view.sections.isEmpty {
            page.gap()
            page.paragraph("No change bears on a commitment.")
        }
        for section in view.sections { self.section(section, &page) }
        if !view.claims.isEmpty {
            page.heading("What others said")
            for note in view.claims {
                page.paragraph(DigestWords.claim(note.claim), first: "* ", rest: "  ")
                page.paragraph(DigestWords.answer(note), first: "  ", rest: "  ")
                for source in note.claim.sources { page.paragraph(source, first: "  ", rest: "  ") }
            }
        }
        for list in DigestWords.lists(view) {
            page.heading(list.title)
            for line in list.lines { page.paragraph(line, first: "* ", rest: "  ") }
        }
        if !view.footer.isEmpty {
            page.gap()
            page.text += "-- \n"
            for line in view.footer { page.paragraph(line) }
        }
        return page.text
    }

    private static func section(_ section: DigestView.Section, _ page: inout Page) {
        page.heading(section.title)
        page.paragraph(DigestWords.force(section))
        if !section.promise.isEmpty {
            page.gap()
            page.paragraph("The promise: \(section.promise)")
        }
        for (index, item) in section.items.enumerated() {
            page.gap()
            let number = "\(index + 1). "
            let inset = String(repeating: " ", count: number.utf8.count)
            page.paragraph(item.title, first: number, rest: inset)
            page.paragraph(AlertWords.direction(item.direction), first: inset, rest: inset)
            page.paragraph(DigestWords.concept(item), first: inset, rest: inset)
            page.paragraph(DigestWords.weight(item), first: inset, rest: inset)
            page.paragraph(ReviewWords.sentence(item.review), first: inset, rest: inset)
            page.gap()
            page.paragraph("What changed: \(item.sentence)", first: inset, rest: inset)
            if !item.reason.isEmpty {
                page.paragraph("Why it matters: \(item.reason)", first: inset, rest: inset)
            }
            if !item.limits.isEmpty { page.paragraph("Limits: \(item.limits)", first: inset, rest: inset) }
            if !item.also.isEmpty {
                page.gap()
                page.paragraph("It also bears on:", first: inset, rest: inset)
                for line in item.also { page.paragraph(line, first: inset + "- ", rest: inset + "  ") }
            }
            for passage in item.before { quote("Before", passage, inset, &page) }
            for passage in item.after { quote("After", passage, inset, &page) }
            if !item.redline.isEmpty {
                page.gap()
                page.paragraph("Redline, \(DigestWords.legend):", first: inset, rest: inset)
                for line in RedlineRuns.lines(item.redline, showsAll: false) {
                    page.paragraph(line, first: inset + "| ", rest: inset + "| ")
                }
            }
            if let link = item.link {
                page.gap()
                page.paragraph(link, first: inset, rest: inset)
            }
        }
        limits(section, &page)
    }

    private static func limits(_ section: DigestView.Section, _ page: inout Page) {
        if section.limits.isEmpty { return }
        page.gap()
        page.paragraph("Limits of this promise:")
        for limit in section.limits { page.paragraph(limit, first: "- ", rest: "  ") }
    }

    private static func quote(
        _ side: String, _ passage: DigestView.Passage, _ inset: String, _ page: inout Page
    ) {
        page.gap()
        page.paragraph(DigestWords.passage(side, passage), first: inset, rest: inset)
        for line in passage.text.unicodeScalars.split(separator: "\n") {
            page.paragraph(String(line), first: inset + "| ", rest: inset + "| ")
        }
    }

    private struct Page {
        var text = ""

        mutating func paragraph(_ words: String, first: String = "", rest: String = "") {
            // An address that is broken is no address.
            if HTMLText.link(words) != nil {
                text += "\(first)\(words)\n"
            } else {
                paragraph([StyledRun(words)], first: first, rest: rest)
            }
        }

        mutating func paragraph(_ runs: [StyledRun], first: String, rest: String) {
            let lines = LineBreaker.lines(runs, width: DigestText.width - DisplayWidth.of(rest))
            for (index, line) in lines.enumerated() {
                text += (index == 0 ? first : rest) + line.map(\.text).joined() + "\n"
            }
        }

        mutating func heading(_ words: String) {
            gap()
            rule("-")
            paragraph(words)
            rule("-")
        }

        mutating func rule(_ sign: String) { text += String(repeating: sign, count: DigestText.width) + "\n" }

        mutating func gap() {
            if !text.utf8.suffix(2).elementsEqual([0x0A, 0x0A]) { text += "\n" }
        }
    }
}
