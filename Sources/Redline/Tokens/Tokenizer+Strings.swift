/// Phrases of tables and tests.
extension Tokenizer {
    /// The identities of the tokens of a text given as a string.
    static func identities(of text: String) -> [UInt32] { tokens(of: text).map(\.id) }

    /// The tokens of a text given as a string, for tables and tests.
    static func tokens(of text: String) -> [Token] {
        let arena = Arena(bytes: 1 << 10)
        let scalars = text.unicodeScalars.map(\.value)
        let sink = Sink(
            words: Stack(arena, capacity: scalars.count), places: Stack(arena, capacity: scalars.count),
            specials: Stack(arena, capacity: 0), hashed: Stack(arena, capacity: 0),
            references: Stack(arena, capacity: 0),
            numbers: Stack(arena, capacity: 0), sentences: SentenceRows(arena, capacity: 0))
        let interner = Interner(arena, capacity: 64, isLarge: false)
        return ScalarTable.standard.withView { table in
            scalars.withUnsafeBufferPointer { scalars in
                var tokenizer = Tokenizer(FoldedText(raw: scalars, table: table), into: sink, interner)
                tokenizer.run(labels: arena.uninitialized(0))
                // Rows do not hold their arena.
                return withExtendedLifetime(arena) {
                    tokenizer.tokens.array
                }
            }
        }
    }
}
