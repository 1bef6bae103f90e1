/// What stood in the way when an instruction was applied: a value, never thrown. The rest is applied all the same.
package struct AmendmentProblem: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The old text has no such provision: nothing was done.
        case addressNotFound = "address-not-found"
        /// Several provisions answer to the address: nothing was done.
        case ambiguousAddress = "ambiguous-address"
        /// The words that the decision quotes from the old text do not stand there: nothing was done.
        case wordsNotFound = "words-not-found"
        /// The words before or behind which others go stand there more than once: nothing was done.
        case ambiguousWords = "ambiguous-words"
        /// The quoted words stand in several places of the provision and were changed in all of them.
        case severalPlaces = "several-places"
        /// The number of a new provision belongs to an old one, of which the decision does not say what becomes.
        case numberTaken = "number-taken"
        /// Two provisions get the same number, or a number leaves a gap that nothing fills.
        case numberConflict = "number-conflict"
        /// A new article stands where one chapter ends and another begins: it was put at the end of the first.
        case ambiguousPlace = "ambiguous-place"
        /// The whole wording that the decision gives is not what its single changes make of the old words.
        case restatementDiffers = "restatement-differs"
        /// The quoted words cannot be cut into as many provisions as are announced: nothing was done.
        case wordingUnclear = "wording-unclear"
        /// Understood, and nothing that can be done to a text by rule.
        case notApplicable = "not-applicable"

        /// Whether the result may be wrong because of it. The other kinds are remarks.
        package var needsPerson: Bool {
            switch self {
            case .severalPlaces, .ambiguousPlace: false
            default: true
            }
        }
    }

    package var kind: Kind
    /// The number of the instruction among those that were applied, from 0.
    package var instruction: Int
    /// A sentence for a person.
    package var message: String

    package init(_ kind: Kind, instruction: Int, _ message: String) {
        self.kind = kind
        self.instruction = instruction
        self.message = message
    }
}

/// How an instruction fails, before it is known which one it was.
struct ApplicationFault: Error {
    var kind: AmendmentProblem.Kind
    var message: String

    init(_ kind: AmendmentProblem.Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }
}
