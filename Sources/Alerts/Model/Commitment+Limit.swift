extension Commitment {
    /// A condition written into the promise.
    package struct Limit: Sendable, Hashable {
        /// What a limit takes out of a promise, in a form that rules can test.
        package enum Scope: String, Sendable, Hashable, CaseIterable {
            /// What binds or concerns only government, the military or State secrets.
            case publicBodies = "public-bodies"
            /// What a public body buys or uses.
            case procurement
            /// What binds only operators of critical information infrastructure.
            case criticalInfrastructure = "critical-infrastructure"
            /// A demand in one case: an inspection, a contract, an inquiry.
            case singleCase = "single-case"
            /// What a party holds necessary for its security or for a public policy.
            case exception
        }

        package var id: String
        package var text: String
        /// What falls outside because of it.
        package var excludes: String?
        /// Empty where no rule can test it.
        package var takesOut: Set<Scope>
        /// sourced, derived or recalled; nil where it is that of the commitment.
        package var confidence: String?

        package init(
            id: String, text: String, excludes: String?, takesOut: Set<Scope> = [], confidence: String? = nil
        ) {
            self.id = id
            self.text = text
            self.excludes = excludes
            self.takesOut = takesOut
            self.confidence = confidence
        }
    }
}
