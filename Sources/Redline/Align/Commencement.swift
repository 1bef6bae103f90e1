/// The article that brings a text into force, and repeals its forerunner.
enum Commencement {
    /// 施行, 生效; come(s) into force / effect, take effect.
    private static let signs = Lexicon(
        [
            "起施行", "施行日期", "起生效", "comes into force", "come into force", "enters into force",
            "enter into force",
            "comes into effect", "come into effect", "takes effect", "take effect", "effective as of",
        ].map { ($0, .formula) })

    /// The last of `units` whose words say so; nil where none of the last two does.
    static func unit(among units: [Int], tokens: (Int) -> [Token]) -> Int? {
        units.suffix(2).last { unit in
            let row = tokens(unit)
            return row.count < 200 && !signs.hits(in: row).isEmpty
        }
    }
}
