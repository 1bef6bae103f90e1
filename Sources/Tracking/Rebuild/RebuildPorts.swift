/// What a rebuild needs of the world, beside the stores.
package struct RebuildPorts {
    /// For bundled and imported texts.
    package var decoder: Decoder
    /// For everything that a source gave; the readers of today.
    package var reader: ReadingRules.Reader
    package var rules: ReadingRules

    package init(
        decoder: Decoder, reader: @escaping ReadingRules.Reader, rules: ReadingRules = .known
    ) {
        self.decoder = decoder
        self.reader = reader
        self.rules = rules
    }
}
