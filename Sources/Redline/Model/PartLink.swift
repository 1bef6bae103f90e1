package import Statute

/// One old and one new line of two linked provisions that belong together: paragraphs, items, subitems.
package struct PartLink: Sendable, Hashable {
    /// How the link was found.
    package enum Ground: String, Sendable, Hashable {
        /// The words are equal, byte for byte, and stand once on each side.
        case exact
        /// Equal words that stand there more than once, given in order.
        case neighbour
        /// Shared words.
        case wording
        /// Between neighbours that belong together.
        case place
    }

    package var before: ProvisionPath
    package var after: ProvisionPath
    /// Indices into ``Statute/ArticleText/lines``.
    package var oldLine: Int
    package var newLine: Int
    /// 0…1: twice the common words over all words of both lines; labels and punctuation do not count, references are
    /// equal.
    package var similarity: Double
    package var ground: Ground
    /// Left its place in the common order.
    package var moved: Bool

    package init(
        before: ProvisionPath, after: ProvisionPath, oldLine: Int, newLine: Int, similarity: Double,
        ground: Ground, moved: Bool
    ) {
        self.before = before
        self.after = after
        self.oldLine = oldLine
        self.newLine = newLine
        self.similarity = similarity
        self.ground = ground
        self.moved = moved
    }

    /// The same link seen from the new text.
    var inverted: PartLink {
        PartLink(
            before: after, after: before, oldLine: newLine, newLine: oldLine, similarity: similarity,
            ground: ground, moved: moved)
    }
}

extension ProvisionLink {
    /// The lines of the new provision that no old one became: what was put in. None where the words are equal.
    /// - Parameter provision: the one that ``after`` names.
    package func insertedParts(of provision: ArticleText) -> [ArticleText.Line] {
        edits.isEmpty ? [] : Self.rest(of: provision, without: parts.map(\.newLine))
    }

    /// The lines of the old provision that became none of the new ones. None where the words are equal.
    /// - Parameter provision: the one that ``before`` names.
    package func repealedParts(of provision: ArticleText) -> [ArticleText.Line] {
        edits.isEmpty ? [] : Self.rest(of: provision, without: parts.map(\.oldLine))
    }

    private static func rest(of provision: ArticleText, without linked: [Int]) -> [ArticleText.Line] {
        let linked = Set(linked)
        return provision.lines.indices.filter { !linked.contains($0) }.map { provision.lines[$0] }
    }
}
