/// What decoded text is, by how it looks (after WHATWG MIME Sniffing, 7.1); what a server calls it decides only
/// where it looks like nothing.
enum TextKind: Sendable, Hashable {
    case html, plain
    case other(String)

    static func of(_ text: String, mediaType: String?) -> TextKind {
        let head = String(
            String.UnicodeScalarView(
                text.unicodeScalars.lazy.drop { Blank.isBlank($0) }.prefix(4_096))
        ).lowercased()
        let bytes = Array(head.utf8)
        if openings.contains(where: { starts(bytes, $0) }) { return .html }
        if head.hasPrefix("<?xml") || head.hasPrefix("<rss") || head.hasPrefix("<feed") {
            if head.contains("<html") { return .html }
            return .other("an XML document")
        }
        if head.hasPrefix("{\\rtf") { return .other("a document in RTF") }
        if head.hasPrefix("mime-version:") { return .other("a web archive (MHTML)") }
        if head.hasPrefix("{\"") || head.hasPrefix("[{") { return .other("JSON") }
        let isCalledHTML = mediaType == "text/html" || mediaType == "application/xhtml+xml"
        if isCalledHTML || mediaType == nil, hasTags(text) { return .html }
        return isCalledHTML && head.contains("<") && head.contains(">") ? .html : .plain
    }

    private static let openings = [
        "<!doctype html", "<html", "<head", "<body", "<script", "<iframe", "<h1", "<div", "<font", "<table",
        "<a",
        "<style", "<title", "<b", "<br", "<p", "<meta", "<!--", "<link", "<frameset", "<center", "<span",
        "<article",
        "<main", "<section", "<form", "<td", "<tr", "<ul", "<ol",
    ]

    /// Whether bytes begin with an opening and a sign that ends a name.
    private static func starts(_ bytes: [UInt8], _ opening: String) -> Bool {
        guard bytes.starts(with: opening.utf8) else { return false }
        if opening == "<!--" || opening.hasPrefix("<!doctype") { return true }
        switch bytes.dropFirst(opening.utf8.count).first {
        case 0x09?, 0x0A?, 0x0C?, 0x0D?, 0x20?, 0x2F?, 0x3E?: return true
        default: return false
        }
    }

    /// Whether at least three end tags stand in the text: a piece of a page that begins with words.
    private static func hasTags(_ text: String) -> Bool {
        var count = 0
        var previous: (UInt8, UInt8) = (0, 0)
        for byte in text.utf8.prefix(1 << 20) {
            if previous == (0x3C, 0x2F), (0x61...0x7A).contains(byte | 0x20) { count += 1 }
            if count == 3 { return true }
            previous = (previous.1, byte)
        }
        return false
    }
}
