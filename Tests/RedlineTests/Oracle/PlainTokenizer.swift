import Statute

@testable import Redline

/// Cuts plain passages into tokens by the rules for the simple classes: signs, marks, words, numbers, ends of sentences.
///
/// It knows no references, no item labels and no Chinese multipliers; passages for it are made without them.
struct PlainTokenizer {
    struct Piece: Equatable {
        var kind: TokenKind
        var range: Range<Int>
        /// What it is compared by: folded characters, or the value of a number.
        var folded: String
    }

    private let text: [Unicode.Scalar]
    private(set) var pieces: [Piece] = []
    /// Where sentences end, in pieces.
    private(set) var ends: [Int] = []

    init(_ passage: String) {
        text = Array(passage.unicodeScalars)
        var index = 0
        while index < text.count { index = read(index) }
        if ends.last ?? 0 < pieces.count { ends.append(pieces.count) }
    }

    private static let ideographicDigits = Array("〇一二三四五六七八九".unicodeScalars)
    private static let counters = Array("年月日天小个倍元人名次周%岁工".unicodeScalars)
    private static let variants: [Unicode.Scalar: Unicode.Scalar] = [
        "帐": "账", "惟": "唯", "為": "为", "爲": "为", "於": "于", "戶": "户", "內": "内", "⼀": "一", "⼈": "人", "“": "\"",
        "”": "\"",
        "‘": "'", "’": "'", "—": "-", "–": "-", "〔": "(", "〕": ")", "｡": "。", "､": "、",
    ]

    /// Nil for what is not there at all.
    private func folded(_ index: Int) -> Unicode.Scalar? {
        guard text.indices.contains(index) else { return nil }
        switch text[index].value {
        case 0x200B...0x200F, 0xFE0F, 0xAD, 0x00...0x08: return nil
        case 0xFF01...0xFF5E: return Unicode.Scalar(text[index].value - 0xFEE0)
        case 0x3000, 0xA0, 0x09: return " "
        default: return Self.variants[text[index]] ?? text[index]
        }
    }

    private func isLetter(_ index: Int) -> Bool {
        guard let scalar = folded(index) else { return false }
        return scalar.properties.isAlphabetic && scalar.value < 0x530
    }

    private func digit(_ index: Int) -> Int? {
        folded(index).flatMap { $0.isASCII ? Character($0).wholeNumberValue : nil }
    }

    private func numeral(_ index: Int) -> Int? { folded(index).flatMap(Self.ideographicDigits.firstIndex) }

    private mutating func add(_ kind: TokenKind, _ range: Range<Int>, _ folded: String) -> Int {
        pieces.append(Piece(kind: kind, range: range, folded: folded))
        return range.upperBound
    }

    private mutating func read(_ index: Int) -> Int {
        guard let scalar = folded(index), scalar != " " else { return index + 1 }
        if isLetter(index) { return word(index) }
        if digit(index) != nil { return arabic(index) }
        if numeral(index) != nil || scalar == "十" { return chinese(index) }
        if scalar == "\n" {
            _ = add(.lineFeed, index..<(index + 1), "\n")
            ends.append(pieces.count)
            return index + 1
        }
        guard "!\"#$&'()*+,-./:;<=>?@[\\]^_`{|}~§·、。《》【】…￥".unicodeScalars.contains(scalar) else {
            return add(.sign, index..<(index + 1), String(scalar))
        }
        let end = add(scalar == "￥" ? .sign : .mark, index..<(index + 1), String(scalar))
        let endsHere: Bool =
            switch scalar {
            case "。", ";", "!", "?": true
            case ".": end == text.count || folded(end) == nil || folded(end) == " "
            default: false
            }
        if endsHere { ends.append(pieces.count) }
        return end
    }

    /// Letters and digits after the first letter, with invisible ones left out; an apostrophe or a hyphen between letters.
    private mutating func word(_ start: Int) -> Int {
        var end = start
        var word = ""
        while end < text.count {
            let joins = folded(end) == "'" || folded(end) == "-"
            guard
                folded(end) == nil || isLetter(end) || digit(end) != nil
                    || joins && isLetter(end - 1) && isLetter(end + 1)
            else { break }
            if let scalar = folded(end) { word.unicodeScalars.append(scalar) }
            end += 1
        }
        return add(.word, start..<end, word)
    }

    /// Digits with commas before groups of three, decimals, and a percentage sign.
    private mutating func arabic(_ start: Int) -> Int {
        var end = start
        var (digits, decimals) = ("", "")
        var hasPoint = false
        while true {
            if let value = digit(end) {
                if hasPoint { decimals += String(value) } else { digits += String(value) }
            } else if !hasPoint, folded(end) == ".", digit(end + 1) != nil {
                hasPoint = true
            } else if hasPoint || folded(end) != "," || !(1...3).allSatisfy({ digit(end + $0) != nil })
                || digit(end + 4) != nil
            {
                break
            }
            end += 1
        }
        let isWhole = decimals.allSatisfy { $0 == "0" } && decimals.count <= 15
        return number(start, end, isWhole ? Int(digits) : nil)
    }

    /// Digits in a row, or one before what it counts; 十 with what stands beside it.
    private mutating func chinese(_ start: Int) -> Int {
        var end = start
        var (value, tens, sawTens) = (0, 0, false)
        while true {
            if let digit = numeral(end) {
                value = sawTens ? digit : value * 10 + digit
            } else if folded(end) == "十" {
                let count = end > start && numeral(end - 1) != nil ? value : 1
                (tens, value, sawTens) = (tens + 10 * count, 0, true)
            } else {
                break
            }
            end += 1
        }
        if end == start + 1 {
            guard let counted = folded(end), Self.counters.contains(counted) else {
                return add(.sign, start..<end, folded(start).map { String($0) } ?? "")
            }
        }
        return number(start, end, tens + value)
    }

    private mutating func number(_ start: Int, _ end: Int, _ value: Int?) -> Int {
        let isShare = folded(end) == "%"
        let name = value.map(String.init) ?? (start..<end).compactMap(folded).string
        return add(.number, start..<(isShare ? end + 1 : end), name + (isShare ? "%" : ""))
    }
}
