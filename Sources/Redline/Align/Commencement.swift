/// The article that brings a text into force, and repeals its forerunner.
enum Commencement {
    /// 施行, 生效; come(s) into force / effect, take effect.
    private static let signs = Lexicon(
        [
            "起施行", "施行日期", "起生效", "comes into force", "come into force", "enters into force",
            "enter into force",
            "comes into effect", "come into effect", "takes effect", "take effect", "effective as of",
        ].map { ($0, .formula) })

    /// The last article of a side whose words say so; nil where none of the last two does.
    static func unit(_ side: TokenRows) -> Int? {
        let units = side.text.units
        var seen = 0
        for unit in side.places.indices.reversed() where units[unit].family == .article {
            if side.places[unit].isRead {
                let tokens = side.tokens(unit)
                if tokens.count < 200, signs.stands(in: tokens) { return unit }
            }
            seen += 1
            if seen == 2 { return nil }
        }
        return nil
    }
}
