import Material
import Statute

/// The page must carry the title of the law that is looked for (reliability.md, A3 row 22).
enum TitleCheck {
    static func signals(_ view: GateView) -> [Signal] {
        let input = view.input
        if let previous = input.previous, previous.language != input.text.language, view.holdsStatute {
            return [
                Signal(
                    .title,
                    "the text is in \(input.text.language.rawValue), the one before in \(previous.language.rawValue)",
                    release: .reviewer)
            ]
        }
        guard !view.titles.isEmpty else { return [] }
        guard let found = match(view) else {
            return [Signal(.title, strange(view), release: .reviewer)]
        }
        return stage(found, view)
    }

    /// The title on the page that is one of those looked for.
    private static func match(_ view: GateView) -> LawTitle? {
        let head = view.head
        let titles = view.titles
        if head.own.isOne(of: titles) { return head.own }
        let line = head.lines.first { $0.isOne(of: titles) }
        if head.own.readsAsLaw {
            // Above the law may stand the notice or order that publishes it; another law may not.
            return head.own.readsAsCover || titles.contains(where: head.own.contains) ? line : nil
        }
        return line ?? head.pageTitles.first { $0.isOne(of: titles) }
    }

    private static func strange(_ view: GateView) -> String {
        let wanted = view.input.subject.titles.first ?? view.input.previous?.title ?? ""
        let seen =
            view.input.text.title.isEmpty ? view.input.readout.title ?? "" : view.input.text.title
        let title = seen.isEmpty ? "no title" : "“\(PlainWords.short(seen, 60))”"
        return "the page is headed \(title), where “\(PlainWords.short(wanted, 60))” should be"
    }

    /// A draft where a law is declared, and a law where a draft is.
    private static func stage(_ found: LawTitle, _ view: GateView) -> [Signal] {
        let input = view.input
        let before = input.previous.map { LawTitle($0.title) }
        if found.isDraft, !input.subject.isDraft, before?.isDraft != true {
            return [
                Signal(
                    .title,
                    "the page calls itself a draft (“\(PlainWords.short(input.text.title, 60))”), and an adopted text is declared",
                    release: .reviewer)
            ]
        }
        guard input.subject.isDraft, let previous = input.previous else { return [] }
        if before?.isDraft == true, !found.isDraft {
            return [Signal(.title, "the page was headed as a draft and no longer is", release: .reviewer)]
        }
        if LegalHistory.events(in: previous.headnotes).isEmpty,
            let event = LegalHistory.events(in: input.text.headnotes).last
        {
            return [
                Signal(
                    .title, "a draft is declared, and the page now records an adoption on \(event.date)",
                    release: .reviewer)
            ]
        }
        return []
    }
}

/// Document numbers in the headnotes: another number without a new date is another document.
enum NumberCheck {
    static func signals(_ view: GateView) -> [Signal] {
        guard let previous = view.input.previous else { return [] }
        let before = DocumentNumber.all(in: [previous.title] + previous.headnotes)
        let after = DocumentNumber.all(in: [view.input.text.title] + view.input.text.headnotes)
        guard !before.isEmpty, !after.isEmpty, Set(before).isDisjoint(with: after) else { return [] }
        guard view.drift?.namesNewDate != true else { return [] }
        return [
            Signal(
                .number,
                "the document numbers are \(after.joined(separator: ", ")), before \(before.joined(separator: ", ")), and no new date is named",
                release: .reviewer)
        ]
    }
}
