/// A word that says what is owed, where it stands in a passage.
struct Modal: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        case prohibition, duty, power, encouragement, exemption
        /// 方可, may … only after: what stands before it is a condition.
        case onlyThen
        /// 不得少于: a floor under a duty.
        case minimum
    }

    var kind: Kind
    var range: Range<Int>
}

/// `from..<to`, empty when the two are the wrong way round.
func span(_ from: Int, _ to: Int) -> Range<Int> { from..<max(from, to) }
