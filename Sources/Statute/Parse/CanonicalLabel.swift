/// The labels of a ``CanonicalText``, read from its bytes.
///
/// The two commonest forms, 第N条 and （N）, are told byte by byte; all others by the rules of the parser.
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
        // ( and digits
        case 0x28, 0x30...0x39: return true
        // Article in whatever letters; of other words only divisions come, which are text here.
        case 0x41: return end &- start > 7 && bytes[start &+ 1] | 0x20 == 0x72
        case 0xE2...0xEF: break
        default: return false
        }
        guard end &- start >= 3 else { return false }
        switch UInt32(first) << 16 | UInt32(bytes[start &+ 1]) << 8 | UInt32(bytes[start &+ 2]) {
        // ① to ⒛, ○, 〇, （, full-width digits
        case 0xE291A0...0xE2929B, 0xE2978B, 0xE38087, 0xEFBC88, 0xEFBC90...0xEFBC99: return true
        // 一 七 万 三 九 二 五 两 八 六 十 千 四 第 笫 百 零
        case 0xE4B880, 0xE4B883, 0xE4B887, 0xE4B889, 0xE4B99D, 0xE4BA8C, 0xE4BA94, 0xE4B8A4, 0xE585AB,
            0xE585AD,
            0xE58D81, 0xE58D83, 0xE59B9B, 0xE7ACAC, 0xE7ACAB, 0xE799BE, 0xE99BB6:
            return true
        default: return false
        }
    }

    /// 第N条 with a blank or the end of the line behind it.
    ///
    /// - Returns: where the label ends; nil where the line is not of this form.
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

    /// （N）.
    ///
    /// - Returns: where the label ends; nil where the line is not of this form.
    package static func ideograph(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
        guard end &- start >= 9, bytes[start] == 0xEF, bytes[start &+ 1] == 0xBC, bytes[start &+ 2] == 0x88,
            let digits = numeral(bytes, start &+ 3, end, most: 5), digits &+ 3 <= end, bytes[digits] == 0xEF,
            bytes[digits &+ 1] == 0xBC, bytes[digits &+ 2] == 0x89
        else { return nil }
        return digits &+ 3
    }

    /// A label of any form.
    package static func read(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> (
        kind: Kind, end: Int
    )? {
        let line = scalars(bytes, start, min(end, start + reach))
        guard let label = Label.leading(line[...]) else { return nil }
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
        guard let heading = Heading.marked(scalars(bytes, start, end)[...]) else { return nil }
        var division: ProvisionKind?
        if let label = heading.label, case .division(let kind) = label.kind { division = kind }
        return (
            heading.level, division, heading.isPreamble, heading.words.isEmpty && heading.label == nil
        )
    }

    /// Numerals of which no two digits stand side by side, so that the value cannot grow too large.
    private static func numeral(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, most: Int)
        -> Int?
    {
        var index = start
        var count = 0
        var lastWasDigit = false
        while index &+ 3 <= end, count < most {
            let key = UInt32(bytes[index]) << 16 | UInt32(bytes[index &+ 1]) << 8 | UInt32(bytes[index &+ 2])
            switch key {
            // 一 七 三 九 二 五 八 六 四
            case 0xE4B880, 0xE4B883, 0xE4B889, 0xE4B99D, 0xE4BA8C, 0xE4BA94, 0xE585AB, 0xE585AD, 0xE59B9B:
                if lastWasDigit { return nil }
                lastWasDigit = true
            // 十 千 百 零
            case 0xE58D81, 0xE58D83, 0xE799BE, 0xE99BB6: lastWasDigit = false
            default: return count > 0 ? index : nil
            }
            index &+= 3
            count &+= 1
        }
        return nil
    }

    private static func scalars(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> [Unicode
        .Scalar]
    {
        var line = Array(String(decoding: bytes[start..<end], as: UTF8.self).unicodeScalars)
        // The reach may end inside a character.
        if line.last?.value == 0xFFFD { line.removeLast() }
        return line
    }
}
