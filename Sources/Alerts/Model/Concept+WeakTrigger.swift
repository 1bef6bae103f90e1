extension Concept {
    /// Words too common to show a concept by themselves (记录, "records"), and the company in which they do: a word of
    /// each list must stand in the same sentence, or in the lead-in or the earlier clauses that it belongs to.
    package struct WeakTrigger: Sendable, Hashable {
        package var words: [String]
        /// The lists, one word of each of which must be there.
        package var company: [[String]]
        /// The words name the opposite of the concept, as those of ``Concept/Words/inverseTriggers`` do.
        package var isInverse: Bool

        package init(words: [String], company: [[String]], isInverse: Bool = false) {
            self.words = words
            self.company = company
            self.isInverse = isInverse
        }
    }
}
