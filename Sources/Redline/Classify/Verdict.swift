/// What the classifier makes of one change: the class of the edit, and the reasons it gives.
struct Verdict: Sendable {
    var edit: ReasonClass
    var reasons: [Reason]
    var significance: Significance
    /// Terms whose definition it changes.
    var terms: [String] = []
}
