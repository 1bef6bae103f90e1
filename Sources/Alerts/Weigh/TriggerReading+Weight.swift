import Statute

extension TriggerReading {
    /// Reads the polarity by the weight of the sentence's words where these say more than the grammar does.
    ///
    /// The grammar knows where a modal stands and whom it binds; it is silent where a sentence is built in a way that it
    /// does not know. A finding by the concept's own words stays a mention unless the words weigh enough for the measure.
    mutating func weigh(with weigher: LineWeigher?, _ sentence: WeighedSentence, _ concept: Int) {
        guard let weigher, let weighed = weigher.verdict(concept, sentence.scores) else { return }
        if verdict.polarity == .mentions, sentence.taken[concept] == nil { return }
        if weighed.verdict.polarity == verdict.polarity { return }
        if verdict.polarity == .mentions || weighed.margin >= Self.overruling {
            verdict = weighed.verdict
            isByWeight = true
        }
    }

    /// In thousandths: by a smaller lead a reading of the grammar is not overruled. Set once, not tuned.
    private static let overruling = 300
}
