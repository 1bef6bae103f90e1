/// One line of a page as it is read, and where on the page it stands.
struct PageLine: Sendable, Hashable {
    /// Without blanks at either end; never empty.
    var words: String
    /// The first and the last text node that it is made of.
    var first: Int
    var last: Int
    /// Bytes of ``words`` that are links.
    var linked: Int
    /// The innermost heading element that it stands in.
    var heading: PageTag?

    /// Nothing but links.
    var isLink: Bool { linked * 10 >= words.utf8.count * 9 }

    /// 附件1：征求意见稿.docx: a label and a link to a file, or such a link alone.
    var isAttachmentLabel: Bool {
        guard linked > 0 else { return false }
        let words = folded.lowercased()
        if words.hasPrefix("附件") {
            // 附件, a number and a colon take 16 bytes at most.
            return self.words.utf8.count - linked <= 16
        }
        return isLink && [".doc", ".docx", ".wps", ".pdf", ".ofd"].contains { words.hasSuffix($0) }
    }

    /// Without any blank, for comparing what is shown in two places.
    var folded: String { Self.folded(words) }

    static func folded(_ words: String) -> String {
        String(String.UnicodeScalarView(words.unicodeScalars.filter { !Blank.isBlank($0) }))
    }
}

/// What counts as blank. The statute parser's list, as that target is below neither this nor the other way round.
enum Blank {
    static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000,
            0xFEFF:
            true
        default: false
        }
    }
}
