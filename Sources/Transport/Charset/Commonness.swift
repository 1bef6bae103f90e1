/// How much of a text is made of the characters that every Chinese text is full of. Bytes of one Chinese character
/// set often decode in another without an error, to characters that nobody writes; only this tells them apart.
struct Commonness: Sendable, Hashable {
    /// Ideographs in the text.
    let ideographs: Int
    /// Those of them that are among the commonest, in either script.
    let common: Int

    init(of text: String) {
        var ideographs = 0
        var common = 0
        for scalar in text.unicodeScalars where scalar.value >= 0x3400 {
            guard Self.isIdeograph(scalar) else { continue }
            ideographs += 1
            if Self.commonest.contains(scalar) { common += 1 }
        }
        self.ideographs = ideographs
        self.common = common
    }

    /// Enough ideographs to say anything.
    var isTelling: Bool { ideographs >= 40 }
    /// Common ones among hundred ideographs; running text has 20 to 40, a wrong reading hardly any.
    var share: Int { ideographs == 0 ? 0 : common * 100 / ideographs }

    private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
        default: false
        }
    }

    private static let commonest = Set(
        """
        的一是不在有人和国中大为上个以要时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经
        十三之进等部度家电力里如水化高自二理起现加都两体制机当使从业本去把性好应开它合还因由其前然外天政四日社义事平形相全表
        关各重新内数正者立代想已通并提直题党程五果料员入文总次品式设及管件第条款项规章律应违罚保护务责任市场监督院令布施据
        國為個時來們對會發動過說產種後學經進電裡現兩體當從業應開還義關數題員總設條項規違罰護務責場監據與無該門權織區構證
        """.unicodeScalars.filter { $0 != "\n" })
}
