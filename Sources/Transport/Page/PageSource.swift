/// The markup of a page, made plain for the parser of libxml2, which is older than HTML 5 and drops what it does not
/// know without a word.
///
/// What browsers do not show is taken out (comments, `<!…>` and `<?…>` of any kind, `</` before anything but a
/// letter, end tags that end nothing), a `<` that opens nothing becomes `&lt;`, and references that libxml2 does not read become characters
/// (WHATWG HTML, 13.2.5). Tags, their attributes and the insides of scripts stay byte for byte.
struct PageSource {
    /// What a page ends in the middle of.
    enum Ending: String {
        case tag, comment, script
    }

    /// UTF-8.
    private(set) var bytes: [UInt8] = []
    private(set) var ending: Ending?
    /// Whether `</html>` or `</body>` comes anywhere.
    private(set) var isClosed = false
    /// Whether `<html>` or `<body>` comes anywhere: a page, not a piece of one.
    private(set) var isPage = false
    private(set) var endTags = 0
    /// Attributes of each tag, squared: libxml2 compares each with all before it.
    private(set) var attributeCost = 0
    /// Signs beyond U+2FFF that stand outside of tags: the parser must hand on as many.
    private(set) var wideSigns = 0
    /// Control characters that no parser of HTML lets through; they cannot be seen.
    private(set) var controls = 0

    private let source: [UInt8]
    private var at = 0
    private var elements = OpenElements()

    init(_ source: [UInt8]) {
        self.source = source
        bytes.reserveCapacity(source.count + 64)
        while at < source.count { step() }
    }

    private mutating func step() {
        switch source[at] {
        case 0x3C: markup()
        case 0x26: reference()
        case 0...0x08, 0x0B, 0x0E...0x1F, 0x7F:
            controls += 1
            at += 1
        case 0xEF where byte(1) == 0xBF && (byte(2) == 0xBE || byte(2) == 0xBF):
            // U+FFFE and U+FFFF are no characters.
            take(Self.replacement[...])
            at += 3
        default:
            let end = source[at...].firstIndex { Self.isSpecial($0) } ?? source.count
            take(source[at..<max(end, at + 1)])
            at = max(end, at + 1)
        }
    }

    /// Words, which no tag is.
    private mutating func take(_ words: ArraySlice<UInt8>) {
        for byte in words where byte >= Self.wideLead { wideSigns += 1 }
        bytes.append(contentsOf: words)
    }

    // MARK: Markup

    private mutating func markup() {
        switch byte(1) {
        case 0x21?: declaration()
        case 0x3F?: skip(past: 0x3E)
        case 0x2F?:
            guard let next = byte(2) else { return literal() }
            if Self.isLetter(next) {
                endTag()
            } else {
                skip(past: 0x3E)
            }
        case let next? where Self.isLetter(next): startTag()
        default: literal()
        }
    }

    /// A `<` that is only a sign.
    private mutating func literal() {
        bytes.append(contentsOf: Array("&lt;".utf8))
        at += 1
    }

    private mutating func declaration() {
        guard byte(2) == 0x2D, byte(3) == 0x2D else { return skip(past: 0x3E) }
        // <!--> and <!---> are whole comments; --!> ends one too.
        at += 4
        if byte(0) == 0x3E {
            at += 1
            return
        }
        if byte(0) == 0x2D, byte(1) == 0x3E {
            at += 2
            return
        }
        while at < source.count {
            if source[at] == 0x2D, byte(1) == 0x2D {
                if byte(2) == 0x3E {
                    at += 3
                    return
                }
                if byte(2) == 0x21, byte(3) == 0x3E {
                    at += 4
                    return
                }
            }
            at += 1
        }
        ending = .comment
    }

    private mutating func endTag() {
        endTags += 1
        let start = at
        let name = tagName(from: at + 2)
        if name == "html" || name == "body" { isClosed = true }
        tagEnd()
        switch elements.end(name) {
        case .keep: copy(from: start)
        case .drop: break
        case .paragraph: bytes.append(contentsOf: Array("<p></p>".utf8))
        case .lineBreak: bytes.append(contentsOf: Array("<br>".utf8))
        }
    }

    private mutating func startTag() {
        let start = at
        let name = tagName(from: at + 1)
        if name == "html" || name == "body" { isPage = true }
        // libxml2 takes `<a name="x"/>` at its word, and so do those who write it.
        let isSelfClosed = tagEnd()
        copy(from: start)
        guard !isSelfClosed else { return }
        elements.start(name)
        if ending == nil, Self.isRaw(name) { raw(until: name) }
    }

    /// Script, style and their like: everything up to the end tag of this name.
    private mutating func raw(until name: String) {
        let start = at
        let letters = Array(name.utf8)
        while at < source.count {
            if source[at] == 0x3C, byte(1) == 0x2F, closes(letters, at + 2) {
                // What a script holds is of no use, and libxml2 must not see an end in it that we do not see.
                if name == "textarea" || name == "title" { text(start..<at) }
                return
            }
            at += 1
        }
        if name == "textarea" || name == "title" { text(start..<at) }
        ending = .script
    }

    /// The inside of an element that holds text and no tags.
    private mutating func text(_ range: Range<Int>) {
        let end = at
        at = range.lowerBound
        while at < range.upperBound {
            switch source[at] {
            case 0x3C: literal()
            case 0x26: reference()
            case 0...0x08, 0x0B, 0x0E...0x1F, 0x7F:
                controls += 1
                at += 1
            default:
                take(source[at...at])
                at += 1
            }
        }
        at = max(end, range.upperBound)
    }

    private func closes(_ name: [UInt8], _ start: Int) -> Bool {
        guard start + name.count <= source.count else { return false }
        for (index, letter) in name.enumerated() where source[start + index] | 0x20 != letter { return false }
        guard start + name.count < source.count else { return false }
        return Self.isGap(source[start + name.count]) || source[start + name.count] == 0x3E
    }

    /// Moves past the `>` of a tag, quotation marks respected where a value begins, and counts its attributes.
    ///
    /// - Returns: whether a `/` stands right before the `>`.
    @discardableResult
    private mutating func tagEnd() -> Bool {
        var count = 0
        var isInName = true
        var isAfterSlash = false
        while at < source.count {
            let sign = source[at]
            if sign == 0x3E {
                at += 1
                attributeCost += count * count
                return isAfterSlash
            }
            isAfterSlash = sign == 0x2F
            if sign == 0x3D, !isInName || count > 0 {
                at += 1
                while at < source.count, Self.isBlank(source[at]) { at += 1 }
                if let quote = byte(0), quote == 0x22 || quote == 0x27 {
                    at += 1
                    while at < source.count, source[at] != quote { at += 1 }
                    at += 1
                } else {
                    while at < source.count, !Self.isBlank(source[at]), source[at] != 0x3E { at += 1 }
                }
                isInName = false
                continue
            }
            if Self.isGap(sign) {
                isInName = false
            } else if !isInName {
                isInName = true
                count += 1
            }
            at += 1
        }
        at = source.count
        attributeCost += count * count
        ending = .tag
        return false
    }

    private mutating func copy(from start: Int) {
        // A tag that never ends shows nothing, and what it has swallowed must not come back as text.
        guard ending == nil else { return }
        bytes.append(contentsOf: source[start..<at])
    }

    private mutating func skip(past sign: UInt8) {
        while at < source.count, source[at] != sign { at += 1 }
        if at >= source.count { ending = .comment }
        at += 1
    }

    private func tagName(from start: Int) -> String {
        let name = source[start...].prefix(15).prefix { !Self.isGap($0) && $0 != 0x3E }
        return String(decoding: name.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }

    // MARK: References

    private mutating func reference() {
        guard let found = CharacterReference.leading(source[at...]) else {
            bytes.append(0x26)
            at += 1
            return
        }
        take(found.replacement[...])
        at += found.length
    }

    // MARK: Bytes

    /// A byte that ``step()`` has to look at.
    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x3C, 0x26, 0xEF, 0...0x08, 0x0B, 0x0E...0x1F, 0x7F: true
        default: false
        }
    }

    private static let replacement = Array("\u{FFFD}".utf8)
    /// The first byte of U+3000 in UTF-8; no entity that libxml2 knows gives a sign from there on.
    static let wideLead: UInt8 = 0xE3

    private func byte(_ offset: Int) -> UInt8? {
        at + offset < source.count ? source[at + offset] : nil
    }

    private static func isRaw(_ name: String) -> Bool {
        switch name {
        case "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes": true
        default: false
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    private static func isBlank(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x09, 0x0A, 0x0C, 0x0D, 0x20: true
        default: false
        }
    }

    private static func isGap(_ byte: UInt8) -> Bool { isBlank(byte) || byte == 0x2F }
}
