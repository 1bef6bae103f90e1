/// What somebody said that a text does: kept apart from the texts, and shown with what they say.
package struct Claim: Sendable, Hashable {
    package var id: String
    /// ISO 8601 date, or year and month.
    package var date: String
    package var by: String
    /// The concept it is about.
    package var concept: String
    package var claim: String
    /// Stages of the instrument that it speaks of.
    package var about: [String]
    /// What the texts say.
    package var answer: String
    package var confidence: String
    package var sources: [String]

    package init(
        id: String, date: String, by: String, concept: String, claim: String, about: [String], answer: String,
        confidence: String, sources: [String]
    ) {
        self.id = id
        self.date = date
        self.by = by
        self.concept = concept
        self.claim = claim
        self.about = about
        self.answer = answer
        self.confidence = confidence
        self.sources = sources
    }
}
