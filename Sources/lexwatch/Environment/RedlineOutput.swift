import ArgumentParser
import Foundation
import Rendering
import Transport

/// Writes one redline in the form and the format that were asked for, to standard output or to a file.
struct RedlineOutput {
    let reading: ReadingOptions
    let settings: Settings

    /// Refuses what cannot be had, before anything is read.
    func check() throws {
        if settings.format == .svg {
            throw ValidationError("a redline is no picture: svg is a format of barometer")
        }
        if reading.sideBySide, settings.format != .text || reading.form == .table {
            throw ValidationError("--side-by-side is a layout of text")
        }
        if reading.form == .table, settings.format != .html, settings.format != .docx {
            throw ValidationError(
                "the table has the formats html and docx: add --format html or --format docx")
        }
        if settings.format == .docx, reading.output == nil, isatty(1) == 1 {
            throw ValidationError("docx is no text for a terminal: add --output FILE.docx")
        }
    }

    /// - Parameters:
    ///   - date: of the new version, for tracked changes; nil where it is not known.
    ///   - json: the document of the contract.
    func write(_ view: RedlineView, date: String?, json: () -> JSONValue) throws {
        let hand = Hand(author: reading.author, date: reading.date ?? date)
        switch (settings.format, reading.form) {
        case (.json, _): try put(json().text(.pretty))
        case (.docx, .redline): try put(DocxRedline.document(view, hand: hand, hasComments: reading.comments))
        case (.docx, .table): try put(DocxTable.document(table(view), hand: hand))
        case (.html, .table): try put(HTMLTable.page(table(view)))
        case (.html, .redline): try put(HTMLRedline.page(view))
        case (.svg, _): try check()
        case (.markdown, _): try put(MarkdownRedline.render(view))
        case (.text, _):
            let layout = reading.sideBySide ? TerminalLayout.sideBySide : .inline
            let style = reading.output == nil ? settings.terminal : settings.plain
            if let objection = layout.objection(width: style.width) { settings.remark(objection) }
            try put(TerminalRedline.render(view, style: style, layout: layout))
        }
    }

    private func table(_ view: RedlineView) -> ComparisonTable {
        ComparisonTable(view, hasRemarks: reading.columns == 3)
    }

    private func put(_ text: String) throws {
        guard let output = reading.output else { return Output.print(text) }
        try Output.write(Array((text.hasSuffix("\n") ? text : text + "\n").utf8), to: URL(filePath: output))
    }

    private func put(_ document: OfficeDocument) throws {
        let bytes = try ZipArchive.bytes(document.parts.map { ($0.name, $0.bytes) })
        guard let output = reading.output else {
            StandardStream.put(bytes)
            return
        }
        try Output.write(bytes, to: URL(filePath: output))
    }
}
