extension Commitment {
    /// Something that was done, or was to be done, under the promise.
    package struct Step: Sendable, Hashable {
        /// How it stands with the step.
        package enum State: String, Sendable, Hashable, CaseIterable {
            /// To be done by then.
            case due
            /// A meeting that took place.
            case held
            /// An act that was performed.
            case done
            /// What was to go on stopped.
            case lapsed
            /// What one side said: an assertion, never a finding.
            case said
        }

        /// ISO 8601 calendar date, or year and month.
        package var date: String
        package var state: State
        package var what: String
        package var confidence: String

        package init(date: String, state: State, what: String, confidence: String) {
            self.date = date
            self.state = state
            self.what = what
            self.confidence = confidence
        }
    }
}
