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

    /// End tags look for their start no further up than this.
    private static let reach = 1_024

    private var open: [Element] = []
    /// How many of each name are open.
    private var counts: [String: Int] = [:]

    mutating func start(_ name: String) {
        let tag = PageTag(name: name)
        switch tag {
        case .br, .hr, .img, .input, .meta, .link, .base, .area, .frame: return
        default: break
        }
        switch name {
        case "wbr", "col", "embed", "param", "source", "track", "basefont", "bgsound", "keygen", "spacer":
            return
        default: break
        }
        // A block ends the paragraph that it comes in.
        if tag.isBlock || tag == .table, let last = open.lastIndex(where: { Self.isSpecial($0) }),
            open[last].tag == .p
        {
            open.remove(at: last)
            counts["p", default: 1] -= 1
        }
        open.append(Element(name: name, tag: tag))
        counts[name, default: 0] += 1
    }

    mutating func end(_ name: String) -> Verdict {
        let tag = PageTag(name: name)
        if tag == .br { return .lineBreak }
        if counts[name, default: 0] > 0, let index = start(of: name, tag) {
            for element in open[index...] { counts[element.name, default: 1] -= 1 }
            open.removeSubrange(index...)
            return .keep
        }
        switch tag {
        case .p: return .paragraph
        // The parser opens these by itself.
        case .html, .head, .body, .tbody: return .keep
        default: return .drop
        }
    }

    /// Where the element that an end tag ends was opened; nil where it ends nothing.
    private func start(of name: String, _ tag: PageTag) -> Int? {
        let isSpecial = Self.isSpecial(Element(name: name, tag: tag))
        for index in stride(from: open.count - 1, through: max(0, open.count - Self.reach), by: -1) {
            if open[index].tag == tag, open[index].name == name { return index }
            // Nothing but a part of the table itself reaches out of a cell, and nothing but a block out of a block.
            if !isSpecial, Self.isSpecial(open[index]) { return nil }
            if Self.isBoundary(open[index].tag), !Self.isTablePart(tag) { return nil }
        }
        return nil
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
