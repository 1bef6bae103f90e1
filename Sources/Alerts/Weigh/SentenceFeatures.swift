import Statute

/// A feature with where it stands in the text.
struct PlacedFeature: Sendable, Hashable {
    var key: FeatureKey
    var range: Range<Int>
}

/// What of a sentence is weighed. `scripts/learn/features.py` counts the same.
enum SentenceFeatures {
    /// Every feature of the folded text, as often as it stands there.
    static func forEach(
        in text: ArraySlice<Unicode.Scalar>, _ language: Language, _ body: (PlacedFeature) -> Void
    ) {
        switch language {
        case .zh: chinese(text, body)
        case .en: english(text, body)
        }
    }

    /// Every ideograph, and every pair that stands side by side.
    private static func chinese(_ text: ArraySlice<Unicode.Scalar>, _ body: (PlacedFeature) -> Void) {
        var before: Unicode.Scalar?
        for place in text.indices {
            let sign = text[place]
            guard (0x3400...0x9FFF).contains(sign.value) else {
                before = nil
                continue
            }
            body(PlacedFeature(key: FeatureKey(sign: sign), range: place..<(place + 1)))
            if let before {
                body(PlacedFeature(key: FeatureKey(before, sign), range: (place - 1)..<(place + 1)))
            }
            before = sign
        }
    }

    /// Every stem; pairs of neighbours, among all words and among those that are not the commonest; pieces of these.
    private static func english(_ text: ArraySlice<Unicode.Scalar>, _ body: (PlacedFeature) -> Void) {
        var before: (stem: UInt32, start: Int)?
        var rarerBefore: (stem: UInt32, start: Int)?
        var place = text.startIndex
        while place < text.endIndex {
            guard isWord(text[place]) else {
                place += 1
                continue
            }
            let start = place
            while place < text.endIndex, isWord(text[place]) { place += 1 }
            let word = text[start..<place]
            let stem = StemHash.of(EnglishStems.stem(of: word))
            body(PlacedFeature(key: FeatureKey(stem: stem), range: start..<place))
            if let before {
                body(PlacedFeature(key: FeatureKey(before.stem, stem), range: before.start..<place))
            }
            before = (stem, start)
            if EnglishStems.isCommon(word) { continue }
            if let rarerBefore {
                body(PlacedFeature(key: FeatureKey(rarerBefore.stem, stem), range: rarerBefore.start..<place))
            }
            rarerBefore = (stem, start)
            pieces(of: word, body)
        }
    }

    /// Every four signs in a row of a word between its marks `^` and `$`.
    private static func pieces(of word: ArraySlice<Unicode.Scalar>, _ body: (PlacedFeature) -> Void) {
        let framed = ["^"] + word + ["$"]
        for start in 0..<max(1, framed.count - 3) {
            let piece = framed[start..<min(start + 4, framed.count)]
            body(PlacedFeature(key: FeatureKey(stem: StemHash.of(["~"] + piece)), range: word.indices))
        }
    }

    private static func isWord(_ sign: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(sign) || ("0"..."9").contains(sign)
    }
}
