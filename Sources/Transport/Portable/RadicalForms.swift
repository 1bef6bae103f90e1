/// Radicals that stand for characters: some programs write 一 as U+2F00, because the font draws both by one sign.
enum RadicalForms {
    /// - Returns: the texts with characters in place of radicals, and how many there were.
    static func unified(_ texts: [String]) -> ([String], count: Int) {
        var count = 0
        let unified = texts.map { text -> String in
            guard text.unicodeScalars.contains(where: { (0x2E80...0x2FD5).contains($0.value) }) else {
                return text
            }
            var written = String.UnicodeScalarView()
            for scalar in text.unicodeScalars {
                if let character = character(of: scalar) {
                    written.append(character)
                    count += 1
                } else {
                    written.append(scalar)
                }
            }
            return String(written)
        }
        return (unified, count)
    }

    private static func character(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x2F00...0x2FD5: kangxi[Int(scalar.value - 0x2F00)]
        case 0x2E80...0x2EF3: supplement[scalar]
        default: nil
        }
    }

    /// The 214 radicals in their order (Unicode, Kangxi Radicals).
    private static let kangxi = Array(
        """
        一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺\
        广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶\
        白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身\
        車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊\
        齒龍龜龠
        """.unicodeScalars)

    /// Of the supplement, those that are written as characters of today.
    private static let supplement: [Unicode.Scalar: Unicode.Scalar] = [
        "⺠": "民", "⺟": "母", "⻁": "虎", "⻄": "西", "⻅": "见", "⻆": "角", "⻉": "贝", "⻋": "车", "⻑": "長",
        "⻓": "长", "⻔": "门", "⻘": "青", "⻙": "韦", "⻚": "页", "⻛": "风", "⻜": "飞", "⻝": "食", "⻢": "马",
        "⻣": "骨", "⻤": "鬼", "⻥": "鱼", "⻦": "鸟", "⻨": "麦", "⻩": "黄", "⻬": "齐", "⻮": "齿", "⻰": "龙",
        "⻳": "龟",
    ]
}
