/// The labels of a ``CanonicalText``, read from its bytes.
///
/// The commonest forms, 第N条, （N） and ## 第N章, are told byte by byte; all others by the rules of the parser.
package enum CanonicalLabel {
    /// How the items of one list are numbered; equal styles are one level.
    package struct Style: Sendable, Equatable {
        fileprivate let style: Label.Style

        package static let ideographComma = Style(style: .ideographComma)
    }

    package enum Kind: Sendable {
        case division, article
        case item(Style)
    }

    /// Bytes of a line that are looked at for a label: more than the longest one takes.
    private static let reach = 256

    /// Whether a line may begin with a label, by its first bytes; false is certain.
    package static func mayLead(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
        let first = bytes[start]
        switch first {
        case 0x28: return true
        case 0x30...0x39: return mayEnumerate(bytes, start, end)
        // Article in whatever letters; of other words only divisions come, which are text here.
        case 0x41: return end &- start > 7 && bytes[start &+ 1] | 0x20 == 0x72
        case 0xE2...0xEF: break
        default: return false
        }
        guard end &- start >= 3 else { return false }
        switch key(bytes, start) {
        // ① to ⒛, ○, 〇, （, full-width digits
        case 0xE291A0...0xE2929B, 0xE2978B, 0xE38087, 0xEFBC88, 0xEFBC90...0xEFBC99: return true
        // 第 笫
        case 0xE7ACAC, 0xE7ACAB: return true
        // 一 七 万 三 九 二 五 两 八 六 十 千 四 百 零
        case 0xE4B880, 0xE4B883, 0xE4B887, 0xE4B889, 0xE4B99D, 0xE4BA8C, 0xE4BA94, 0xE4B8A4, 0xE585AB,
            0xE585AD,
            0xE58D81, 0xE58D83, 0xE59B9B, 0xE799BE, 0xE99BB6:
            return mayEnumerate(bytes, start, end)
        default: return false
        }
    }

    /// Whether 、 or a point comes within the reach of a number: 一、 and 1. are labels, 一般 and 1999年 are not.
    private static func mayEnumerate(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
        var index = start
        while index < min(end, start &+ 48) {
            switch bytes[index] {
            case 0x2E: return true
            case 0x30...0x39: index &+= 1
            case 0xE2...0xEF:
                guard index &+ 3 <= end else { return false }
                // 、 ．
                let key = key(bytes, index)
                if key == 0xE38081 || key == 0xEFBC8E { return true }
                if !isNumeral(key) { return false }
                index &+= 3
            default: return false
            }
        }
        return false
    }

    private static func isNumeral(_ key: UInt32) -> Bool {
        switch key {
        case 0xE4B880, 0xE4B883, 0xE4B887, 0xE4B889, 0xE4B99D, 0xE4BA8C, 0xE4BA94, 0xE4B8A4, 0xE585AB,
            0xE585AD,
            0xE58D81, 0xE58D83, 0xE59B9B, 0xE799BE, 0xE99BB6, 0xE2978B, 0xE38087, 0xEFBC90...0xEFBC99:
            true
        default: false
        }
    }

    @inline(__always) private static func key(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> UInt32 {
        UInt32(bytes[at]) << 16 | UInt32(bytes[at &+ 1]) << 8 | UInt32(bytes[at &+ 2])
    }

    /// 第N条 with a blank or the end of the line behind it.
    ///
    /// - Returns: where the label ends; nil where the line is not of this form.
    @inline(__always)
    package static func article(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
        guard end &- start >= 9, bytes[start &+ 1] == 0xAC, bytes[start &+ 2] == 0xAC else { return nil }
        guard let digits = numeral(bytes, start &+ 3, end, most: 9) else { return nil }
        // 条
        guard digits &+ 3 <= end, bytes[digits] == 0xE6, bytes[digits &+ 1] == 0x9D,
            bytes[digits &+ 2] == 0xA1
        else {
            return nil
        }
        let label = digits &+ 3
        return label == end || bytes[label] == 0x20 ? label : nil
    }

    /// （一） and (1), brackets of either width.
    ///
    /// - Returns: where the label ends; nil where the line is not of this form.
    package static func bracketed(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
        var inner = start &+ 1
        if bytes[start] == 0xEF {
            guard start &+ 3 <= end, key(bytes, start) == 0xEFBC88 else { return nil }
            inner = start &+ 3
        } else if bytes[start] != 0x28 {
            return nil
        }
        guard inner < end else { return nil }
        var close = inner
        while close < min(end, inner &+ 4), bytes[close] &- 0x30 < 10 { close &+= 1 }
        if close == inner {
            guard let digits = numeral(bytes, inner, end, most: 5) else { return nil }
            close = digits
        }
        if close < end, bytes[close] == 0x29 { return close &+ 1 }
        return close &+ 3 <= end && key(bytes, close) == 0xEFBC89 ? close &+ 3 : nil
    }

    /// A label of any form.
    package static func read(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> (
        kind: Kind, end: Int
    )? {
        var line = scalars(bytes, start, min(end, start + reach), isCut: end > start + reach)
        var found = Label.leading(line[...])
        if end > start + reach, let label = found, label.length == line.count {
            // A label without end, 第一条之一之一之一…: it goes on behind the reach.
            line = scalars(bytes, start, end, isCut: false)
            found = Label.leading(line[...])
        }
        guard let label = found else { return nil }
        let length = line.prefix(label.length).reduce(0) { $0 + UTF8.width($1) }
        switch label.kind {
        case .division: return (.division, start + length)
        case .article:
            let blanks = line.prefix(label.length).reversed().prefix { $0.isBlank }.count
            return (.article, start + length - blanks)
        case .item(let style): return (.item(Style(style: style)), start + length)
        }
    }

    /// A line that begins with `#`; nil where it is no heading. `isEmpty`: nothing but signs.
    package static func heading(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> (
        level: Int, division: ProvisionKind?, isPreamble: Bool, isEmpty: Bool
    )? {
        if let quick = chapter(bytes, start, end) { return quick }
        guard let heading = Heading.marked(scalars(bytes, start, end, isCut: false)[...]) else { return nil }
        var division: ProvisionKind?
        if let label = heading.label, case .division(let kind) = label.kind { division = kind }
        return (
            heading.level, division, heading.isPreamble, heading.words.isEmpty && heading.label == nil
        )
    }

    /// ## 第N章 and ### 第N节 with a blank behind, told byte by byte.
    private static func chapter(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> (
        level: Int, division: ProvisionKind?, isPreamble: Bool, isEmpty: Bool
    )? {
        var index = start
        while index < end, bytes[index] == 0x23 { index &+= 1 }
        let level = index &- start
        guard level <= Heading.deepest, end &- index >= 11, bytes[index] == 0x20,
            key(bytes, index &+ 1) == 0xE7ACAC,
            let digits = numeral(bytes, index &+ 4, end, most: 5), digits &+ 3 < end,
            bytes[digits &+ 3] == 0x20
        else { return nil }
        switch key(bytes, digits) {
        case 0xE7ABA0: return (level, .chapter, false, false)
        case 0xE88A82: return (level, .section, false, false)
        default: return nil
        }
    }

    /// Numerals of which no two digits stand side by side, so that the value cannot grow too large.
    private static func numeral(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, most: Int)
        -> Int?
    {
        var index = start
        var count = 0
        var lastWasDigit = false
        while index &+ 3 <= end, count < most {
            // The second and third byte tell them apart; the first is checked with them.
            let tail = UInt32(bytes[index &+ 1]) << 8 | UInt32(bytes[index &+ 2])
            let found = digits[Int((tail &* 0x9) >> 4 & 0x3F)]
            guard found & 0xFFFFFF == UInt32(bytes[index]) << 16 | tail else {
                return count > 0 ? index : nil
            }
            let isDigit = found >> 24 == 1
            if isDigit, lastWasDigit { return nil }
            lastWasDigit = isDigit
            index &+= 3
            count &+= 1
        }
        return nil
    }

    /// 一 to 九 (1 in the top byte) and 十 百 千 零 (2), each where its last two bytes lead.
    private static let digits: InlineArray<64, UInt32> = [
        0, 0, 0, 0, 0, 0, 0, 0x01E59B9B,
        0x01E4B880, 0x01E4B883, 0, 0, 0, 0x01E4B889, 0, 0,
        0, 0, 0, 0, 0, 0, 0x02E99BB6, 0,
        0x02E58D81, 0x02E58D83, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0,
        0x01E4B99D, 0, 0, 0, 0, 0, 0x01E4BA8C, 0,
        0x01E585AB, 0x01E585AD, 0, 0x01E4BA94, 0, 0, 0, 0,
        0, 0, 0x02E799BE, 0, 0, 0, 0, 0,
    ]

    private static func scalars(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, isCut: Bool
    ) -> [Unicode.Scalar] {
        var line = Array(String(decoding: bytes[start..<end], as: UTF8.self).unicodeScalars)
        // The reach may end inside a character: one U+FFFD for each of its bytes at most.
        if isCut { for _ in 0..<3 where line.last?.value == 0xFFFD { line.removeLast() } }
        return line
    }
}
