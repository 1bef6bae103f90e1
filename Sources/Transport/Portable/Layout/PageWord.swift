/// A run of characters on a page, in the units of the page; y grows downwards.
struct PageWord: Sendable {
    var text: String
    var left: Double
    var right: Double
    /// The middle of its height.
    var middle: Double

    /// Whether it stands anywhere: places are what a file says, and a file says anything.
    var isPlaced: Bool {
        right > left && !text.isEmpty && [left, right, middle].allSatisfy { $0.isFinite && abs($0) < 1e6 }
    }

    /// Whether it says something and stands nowhere.
    var isAstray: Bool {
        !isPlaced && text.unicodeScalars.contains { !$0.properties.isWhitespace }
    }

    /// Its width in half widths: 2 for a Chinese character, 1 for a Latin letter.
    var halves: Int { text.unicodeScalars.reduce(0) { $0 + ($1.isWide ? 2 : 1) } }
}

/// The words of one page, in no order.
struct PageWords: Sendable {
    var width: Double
    var height: Double
    var words: [PageWord]
    /// The part of the page that its largest picture covers, 0 to 1.
    var picture = 0.0

    /// Below as many characters, a page says nothing.
    static let fewest = 20

    var isBare: Bool { words.reduce(0) { $0 + $1.text.unicodeScalars.count } < Self.fewest }
}

extension Unicode.Scalar {
    /// Whether it is set in a square, as ideographs and their punctuation are.
    var isWide: Bool {
        switch value {
        case 0xB7, 0xD7, 0x1100...0x115F, 0x2014...0x2015, 0x2018...0x201D, 0x2026, 0x2103, 0x2160...0x22FF,
            0x2460...0x26FF, 0x2E80...0xA4CF,
            0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
            0x20000...0x3FFFD:
            true
        default: false
        }
    }

    /// Whether a line of Chinese cannot begin with it.
    var isClosing: Bool {
        switch self {
        case "，", "。", "；", "：", "！", "？", "、", "）", "》", "」", "』", "】", "〕", "”", "’", "％", ",", ".", ";",
            ":", ")":
            true
        default: false
        }
    }
}
