/// What a scalar counts as when texts are compared: width, variant forms and invisible characters fold away.
///
/// Folding is for comparison only; what is shown and applied is always the scalar itself, and a pair that is
/// equal only when folded is reported as typography.
struct Fold: Sendable {
    /// Not there at all: zero-width and formatting characters.
    static let ignored: UInt32 = 0
    /// White space of any width.
    static let blank: UInt32 = 0x20

    /// The Kangxi radicals U+2F00…2FD5, which PDF readers put in the place of the characters they look like.
    private let radicals: [UInt32]

    static let standard = Fold()

    private init() {
        radicals = Array(Self.radicalForms.unicodeScalars).map(\.value)
    }

    /// - Returns: the folded scalar, ignored or blank.
    func callAsFunction(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0x09, 0x0B...0x0D, 0x20: Self.blank
        case 0...0x08, 0x0E...0x1F, 0x7F: Self.ignored
        case 0x0A, 0x21...0x7E: scalar
        case 0x4E00...0x9FFF: Self.variant(scalar)
        case 0xFF01...0xFF5E: scalar - 0xFEE0
        case 0x2F00...0x2FD5: radical(scalar)
        default: Self.rare(scalar)
        }
    }

    private func radical(_ scalar: UInt32) -> UInt32 {
        let index = Int(scalar - 0x2F00)
        return radicals.indices.contains(index) ? radicals[index] : scalar
    }

    private static func rare(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0x80...0x9F, 0xAD, 0x061C, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069: ignored
        case 0xFE00...0xFE0F, 0xFFF9...0xFFFB, 0xE0000...0xE01EF: ignored
        case 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF: blank
        case 0x2018, 0x2019, 0x201A, 0x2032, 0xFF40: 0x27
        case 0x201C, 0x201D, 0x201E, 0x2033: 0x22
        case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63: 0x2D
        case 0xFF61: 0x3002
        case 0xFF64: 0x3001
        case 0x3014, 0xFE59: 0x28
        case 0x3015, 0xFE5A: 0x29
        default: scalar
        }
    }

    /// Characters that drafters and typesetters use one for the other without another meaning.
    private static func variant(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0x5E10: 0x8D26  // 帐 账
        case 0x60DF: 0x552F  // 惟 唯
        case 0x70BA, 0x7232: 0x4E3A  // 為 爲 为
        case 0x65BC: 0x4E8E  // 於 于
        case 0x6236: 0x6237  // 戶 户
        case 0x5167: 0x5185  // 內 内
        case 0x771E: 0x771F  // 眞 真
        case 0x537D: 0x5373  // 卽 即
        case 0x65E3: 0x65E2  // 旣 既
        default: scalar
        }
    }

    private static let radicalForms =
        """
        一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋\
        比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛\
        辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠
        """
}
