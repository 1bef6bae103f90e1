/// The elements that are open while a page is gone through, as far as needed to tell which end tags end something.
///
/// libxml2 lets `</font>` end the paragraph that was opened inside; browsers do not (WHATWG HTML, 13.2.6.4.7, "any
/// other end tag" and the adoption agency), and neither may we, or a crossed `<font>` cuts a sentence in two.
struct OpenElements {
    /// What is to be done with an end tag.
    enum Verdict {
        case keep, drop
        /// `</p>` that ends nothing is an empty paragraph, `</br>` is a `<br>`.
        case paragraph, lineBreak
    }

    private struct Element {
        let name: String
        let tag: PageTag
    }

    private var open: [Element] = []

    mutating func start(_ name: String) {
        let tag = PageTag(name: name)
        switch tag {
        case .br, .hr, .img, .input, .meta, .link, .base, .area, .frame: return
        default: break
        }
        switch name {
        case "wbr", "col", "embed", "param", "source", "track", "basefont", "bgsound", "keygen", "spacer": return
        default: break
        }
        // A block ends the paragraph that it comes in.
        if tag.isBlock || tag == .table, let last = open.lastIndex(where: { Self.isSpecial($0) }),
            open[last].tag == .p
        {
            open.remove(at: last)
        }
        open.append(Element(name: name, tag: tag))
    }

    mutating func end(_ name: String) -> Verdict {
        let tag = PageTag(name: name)
        if tag == .br { return .lineBreak }
        let isSpecial = Self.isSpecial(Element(name: name, tag: tag))
        for index in stride(from: open.count - 1, through: max(0, open.count - 8_192), by: -1) {
            if open[index].name == name {
                open.removeSubrange(index...)
                return .keep
            }
            // Nothing but a part of the table itself reaches out of a cell, and nothing but a block out of a block.
            if !isSpecial, Self.isSpecial(open[index]) { return .drop }
            if Self.isBoundary(open[index].tag), !Self.isTablePart(tag) { break }
        }
        switch tag {
        case .p: return .paragraph
        // The parser opens these by itself.
        case .html, .head, .body, .tbody: return .keep
        default: return .drop
        }
    }

    private static func isSpecial(_ element: Element) -> Bool {
        element.tag.isBlock || isTablePart(element.tag) || element.tag.isUnseen || element.tag == .button
            || element.tag == .select || element.name == "marquee"
    }

    private static func isBoundary(_ tag: PageTag) -> Bool {
        switch tag {
        case .td, .th, .caption, .table, .html: true
        default: false
        }
    }

    private static func isTablePart(_ tag: PageTag) -> Bool {
        switch tag {
        case .table, .caption, .thead, .tbody, .tfoot, .tr, .td, .th, .html, .body: true
        default: false
        }
    }
}
