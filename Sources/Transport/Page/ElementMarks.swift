/// What the attributes of an element say of its role on the page.
struct ElementMarks {
    private(set) var marks: PageTree.Marks

    init(_ tag: PageTag) {
        switch tag {
        case .nav, .footer, .aside: marks = .chrome
        default: marks = tag.keepsBlanks ? .preformatted : []
        }
    }

    mutating func read(_ attribute: String, _ value: String) {
        switch attribute {
        case "hidden": marks.insert(.hidden)
        case "style":
            let style = value.lowercased().unicodeScalars.filter { !$0.properties.isWhitespace }
            let rules = String(String.UnicodeScalarView(style))
            if rules.contains("display:none") { marks.insert(.hidden) }
            if rules.contains("white-space:pre") { marks.insert(.preformatted) }
        case "role":
            switch value.lowercased() {
            case "navigation", "contentinfo", "complementary", "banner", "search": marks.insert(.chrome)
            default: break
            }
        case "class", "id":
            if Self.words(of: value).contains(where: Self.chrome.contains) { marks.insert(.chrome) }
        default: break
        }
    }

    /// `relatedNews share-box` → related, news, share, box.
    private static func words(of value: String) -> [String] {
        var words: [String] = []
        var word = ""
        for byte in value.utf8.prefix(400) {
            switch byte {
            case 0x61...0x7A: word.unicodeScalars.append(Unicode.Scalar(byte))
            case 0x41...0x5A:
                if let last = word.utf8.last, last >= 0x61 || words.isEmpty == false && word.isEmpty {
                    words.append(word)
                    word = ""
                }
                word.unicodeScalars.append(Unicode.Scalar(byte | 0x20))
            default:
                words.append(word)
                word = ""
            }
        }
        words.append(word)
        return words
    }

    private static let chrome: Set<String> = [
        "nav", "navbar", "navigation", "menu", "breadcrumb", "breadcrumbs", "crumb", "crumbs", "footer",
        "foot",
        "copyright", "share", "related", "relate", "relevant", "recommend", "sidebar", "toolbar", "tools",
        "ad",
        "ads", "advert", "banner", "pagination", "pager", "comment", "comments", "counter", "visitor",
        "login",
        "bshare", "bdsharebuttonbox", "xgxw", "xgyd", "fenxiang", "dibu", "daohang", "weizhi", "sitemap",
        "print",
        "editor", "hotnews", "friendlink", "links",
    ]
}
