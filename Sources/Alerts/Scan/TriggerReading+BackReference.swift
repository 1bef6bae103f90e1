import Statute

extension TriggerReading {
    /// Where a duty to hand something over is followed by a word for the same thing that is to be kept secret: 对其保密,
    /// "keep it confidential". Nil for other readings, and where no such word stands.
    func backReference(in passage: Passage) -> Range<Int>? {
        switch verdict.rule {
        case .duty, .powerToDemand, .dutyToComply: break
        default: return nil
        }
        let rest = span(range.upperBound, passage.folded.count)
        let openings = passage.language == .zh ? Self.chineseOpenings : Self.englishOpenings
        guard let opening = openings.first(in: passage.folded, rest) else { return nil }
        let end =
            passage.folded[opening.upperBound...].firstIndex(where: ChineseSentence.isBorder)
            ?? passage.folded.count
        let secrets = passage.language == .zh ? Self.chineseSecrets : Self.englishSecrets
        guard let secret = secrets.first(in: passage.folded, span(opening.upperBound, end)),
            secret.lowerBound - opening.upperBound <= 16
        else { return nil }
        // The last word of the opening is the pronoun.
        let length =
            passage.language == .zh ? 1 : passage.folded[opening].reversed().prefix { $0 != " " }.count
        return (opening.upperBound - length)..<opening.upperBound
    }

    private static let chineseOpenings = PhraseSet(.zh, "对其|将其|予以其")
    private static let chineseSecrets = PhraseSet(.zh, "保密")
    private static let englishOpenings = PhraseSet(
        .en,
        "keep it|keep them|treat it|treat them|hold it|hold them|keep that|keep those|keep such|hold such")
    private static let englishSecrets = PhraseSet(.en, "confidential*|secret|confidence")
}
