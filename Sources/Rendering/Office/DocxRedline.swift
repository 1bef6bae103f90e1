import Redline
import Statute

/// A redline as a Word document with tracked changes: accepting all of them gives the new text, rejecting all of them
/// the old one. The body holds the two texts and nothing else; what is said of them stands in the header and, where
/// they are asked for, in comments.
package enum DocxRedline {
    /// - Parameters:
    ///   - view: with a selection, only the chosen provisions stand in the document.
    ///   - hand: the author and the date of every change.
    ///   - hasComments: kind, reasons, trust and concepts beside each change. Without, because LibreOffice 7.4 without a
    ///     screen ends with a fault on any document that has a comment.
    package static func document(
        _ view: RedlineView, hand: Hand, hasComments: Bool = false
    ) -> OfficeDocument {
        let text = TrackedText(view)
        let title = view.changes.new.title.isEmpty ? view.changes.old.title : view.changes.new.title
        // Word wants the ids of comments and of changes to differ too.
        let remarks = hasComments ? text.remarks : []
        var body = TrackedBody(hand: hand, firstID: remarks.count, hasComments: hasComments)
        for paragraph in text.paragraphs { body.add(paragraph) }
        return OfficeDocument(
            body: body.xml, remarks: remarks,
            header: header(view), title: title,
            language: view.changes.new.language == .zh ? .zh : .en, layout: .portrait, hand: hand)
    }
}

extension DocxRedline {
    /// Which versions these are, and what must not be taken for more than it is.
    private static func header(_ view: RedlineView) -> [String] {
        let names = view.shortNames
        var lines = ["\(names.old) → \(names.new) · \(ChangeWords.summary(view.changes))"]
        if view.changes.rewrite { lines.append(ChangeWords.rewrite) }
        if let omitted = view.omittedLine { lines.append(omitted) }
        let unknown = UnknownGroups(view.unknown).groups.map { "\($0.title): \($0.ranges)" }
        if !unknown.isEmpty { lines.append("Not known: \(unknown.joined(separator: "; "))") }
        return lines
    }
}

/// Paragraphs with tracked changes as XML; every change has an id of its own.
private struct TrackedBody {
    let hand: Hand
    private(set) var xml = ""
    private var id: Int
    private let hasComments: Bool

    init(hand: Hand, firstID: Int, hasComments: Bool) {
        self.hand = hand
        self.hasComments = hasComments
        id = firstID
    }

    mutating func add(_ paragraph: TrackedParagraph) {
        xml += "<w:p><w:pPr><w:pStyle w:val=\"\(Self.style(paragraph.style))\"/>"
        if let mark = tag(of: paragraph.end) {
            xml += "<w:rPr><\(mark) \(change(paragraph.isEndUnverified))/></w:rPr>"
        }
        xml += "</w:pPr>"
        for run in paragraph.runs { add(run) }
        xml += "</w:p>\n"
    }

    private mutating func add(_ run: TrackedParagraph.Run) {
        let remark = hasComments ? run.remark : nil
        if let remark { xml += "<w:commentRangeStart w:id=\"\(remark)\"/>" }
        let look = run.isLabel ? "<w:rPr><w:rStyle w:val=\"Label\"/></w:rPr>" : ""
        within(
            run.fate, isUnverified: run.isUnverified,
            "<w:r>\(look)\(OfficeText.words(run.text, deleted: run.fate == .deleted))</w:r>")
        if let remark {
            xml += "<w:commentRangeEnd w:id=\"\(remark)\"/>"
            within(
                run.fate, isUnverified: run.isUnverified,
                "<w:r><w:rPr><w:rStyle w:val=\"CommentReference\"/></w:rPr><w:commentReference w:id=\"\(remark)\"/></w:r>"
            )
        }
    }

    private mutating func within(_ fate: Fate, isUnverified: Bool, _ run: String) {
        guard let tag = tag(of: fate) else {
            xml += run
            return
        }
        xml += "<\(tag) \(change(isUnverified))>\(run)</\(tag)>"
    }

    private func tag(of fate: Fate) -> String? {
        switch fate {
        case .kept: nil
        case .deleted: "w:del"
        case .inserted: "w:ins"
        }
    }

    /// What rests on assumed wording is written by another hand, so that a reader sees it apart and can hide it.
    private mutating func change(_ isUnverified: Bool) -> String {
        defer { id += 1 }
        return "w:id=\"\(id)\" \((isUnverified ? hand.doubtful : hand).attributes)"
    }

    private static func style(_ style: TrackedParagraph.Style) -> String {
        switch style {
        case .title: "Title"
        case .headnote: "Headnote"
        case .heading(let level): "Heading\(min(max(level, 1), 3))"
        case .provision: "Provision"
        case .paragraph: "Paragraph"
        case .item: "Item"
        case .subitem: "Subitem"
        }
    }
}
