import Statute

/// A word or a pair of words as a number: the signs themselves in Chinese, 32-bit hashes of the stems in English (FNV-1a),
/// the first of a pair in the upper half.
struct FeatureKey: Sendable, Hashable {
    let value: UInt64

    init(sign: Unicode.Scalar) { value = UInt64(sign.value) }

    init(_ first: Unicode.Scalar, _ second: Unicode.Scalar) {
        value = UInt64(first.value) << 32 | UInt64(second.value)
    }

    init(stem: UInt32) { value = UInt64(stem) }

    init(_ first: UInt32, _ second: UInt32) { value = UInt64(first) << 32 | UInt64(second) }

    /// A feature as `laws/weights/` writes it: `数据`, `source code`.
    init(words: String, _ language: Language) {
        switch language {
        case .zh:
            let signs = Array(words.unicodeScalars.prefix(2))
            self = signs.count == 2 ? FeatureKey(signs[0], signs[1]) : FeatureKey(sign: signs.first ?? " ")
        case .en:
            let stems = words.split(separator: " ").prefix(2).map { StemHash.of($0.unicodeScalars) }
            self = stems.count == 2 ? FeatureKey(stems[0], stems[1]) : FeatureKey(stem: stems.first ?? 0)
        }
    }
}

/// FNV-1a over the signs of a stem (RFC 9923, 32 bits).
enum StemHash {
    static func of(_ signs: some Sequence<Unicode.Scalar>) -> UInt32 {
        signs.reduce(0x811C_9DC5) { ($0 ^ $1.value) &* 0x0100_0193 }
    }
}
