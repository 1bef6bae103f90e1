/// Tells Chinese from English by what is written.
enum LanguageGuess {
    /// Chinese where a tenth or more of the letters are ideographs.
    static func language(of source: String) -> Language {
        var ideographs = 0
        var letters = 0
        for scalar in source.unicodeScalars.prefix(20_000) {
            if scalar.isIdeograph { ideographs += 1 } else if scalar.isLatinLetter { letters += 1 }
        }
        return ideographs * 9 >= letters && ideographs > 0 ? .zh : .en
    }
}
