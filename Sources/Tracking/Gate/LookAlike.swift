/// Characters that are printed like others: compatibility ideographs, radicals as PDF readers give them, the two widths
/// of letters and marks, and letters of other alphabets (reliability.md, B row 6).
enum LookAlike {
    /// The ordinary character for one that looks like it; itself where there is none.
    static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x2F00...0x2FD5: kangxi[Int(scalar.value) - 0x2F00]
        // Full and half width: a mark stays the same mark.
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        case 0x2E80...0x2EF3, 0x370...0x4FF: others[scalar] ?? scalar
        default: scalar
        }
    }

    /// Whether two words differ in nothing but such characters and in what is not seen.
    static func equal(_ a: String, _ b: String) -> Bool {
        // `==` is canonical equivalence, which takes the compatibility ideographs for the ordinary ones.
        plain(a) == plain(b)
    }

    private static func plain(_ words: String) -> String {
        var view = String.UnicodeScalarView()
        for scalar in words.unicodeScalars where !scalar.isUnseen { view.append(plain(scalar)) }
        return String(view)
    }

    /// What U+2F00 to U+2FD5 stand for, in order (Unicode, compatibility decomposition).
    private static let kangxi = Array(
        ("一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢"
            + "尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火"
            + "爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿"
            + "肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹"
            + "雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠").unicodeScalars)

    /// Radicals that PDF fonts put for whole characters, and Cyrillic and Greek letters like Latin ones.
    private static let others: [Unicode.Scalar: Unicode.Scalar] = [
        "⺟": "母", "⺠": "民", "⻁": "虎", "⻄": "西", "⻅": "见", "⻆": "角", "⻉": "贝", "⻋": "车", "⻓": "长", "⻔": "门",
        "⻘": "青", "⻚": "页", "⻛": "风", "⻜": "飞", "⻝": "食", "⻢": "马", "⻥": "鱼", "⻦": "鸟", "⻩": "黄", "⻬": "齐",
        "⻮": "齿", "⻰": "龙", "⻳": "龟",
        "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "у": "y", "х": "x", "і": "i", "ѕ": "s", "ј": "j",
        "А": "A", "В": "B", "Е": "E", "К": "K", "М": "M", "Н": "H", "О": "O", "Р": "P", "С": "C", "Т": "T",
        "Х": "X",
        "Α": "A", "Β": "B", "Ε": "E", "Ζ": "Z", "Η": "H", "Ι": "I", "Κ": "K", "Μ": "M", "Ν": "N", "Ο": "O",
        "Ρ": "P",
        "Τ": "T", "Υ": "Y", "Χ": "X", "ο": "o", "ν": "v",
    ]
}
