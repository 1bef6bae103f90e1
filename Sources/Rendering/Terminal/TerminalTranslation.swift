import Redline
import Statute

/// The other language in a terminal: below each entry, behind a bar, and a section at the end.
enum TerminalTranslation {
    static func entry(_ change: ProvisionChange, _ view: RedlineView, _ page: inout TerminalPage) {
        guard let changes = view.translation else { return }
        for remark in changes.remarks(on: change) {
            page.paragraph(
                "!! \(TranslationWords.remark(remark))", remark.reason == .revised ? .faint : .warning,
                indent: 4,
                hanging: 3)
        }
        guard view.showsAll || !change.isVerbatim, let words = changes.words(for: change) else { return }
        page.paragraph("│ \(TranslationWords.caption(words))", .faint, indent: 4, hanging: 2)
        for part in OtherRedline(words).parts {
            switch part {
            case .redline(_, let stretches):
                for line in RedlineRuns.lines(stretches, showsAll: view.showsAll) {
                    page.paragraph([StyledRun("│ ", .faint)] + line, indent: 4, hanging: 2)
                }
            case .plain(let text, let isOlder):
                if isOlder { page.paragraph("│ of the older version:", .faint, indent: 4) }
                for line in text.lines {
                    page.paragraph(
                        [StyledRun("│ ", .faint), StyledRun(line.printed)], indent: 4,
                        hanging: 2)
                }
            }
        }
    }

    static func section(_ view: RedlineView, _ page: inout TerminalPage) {
        guard let changes = view.translation else { return }
        page.gap()
        page.paragraph("Translation: \(TranslationWords.summary(changes))", .strong, hanging: 4)
        for line in TranslationWords.lines(changes) {
            page.paragraph(
                line.isWarning ? "!! \(line.words)" : line.words, line.isWarning ? .warning : [], indent: 2,
                hanging: 3)
        }
    }
}
