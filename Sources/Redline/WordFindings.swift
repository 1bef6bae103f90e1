import Statute

/// What is known of the words of one entry, gathered link by link.
struct WordFindings {
    let explained: Explained
    var links: [ProvisionLink] = []
    private(set) var reasons: [Reason] = []
    /// The same, to be asked quickly: a provision may have thousands.
    private var known: Set<Reason> = []
    private(set) var significance = Significance.formal
    /// Own words have changed: more than numbers and references that follow.
    private(set) var wordsChanged = false
    /// Terms whose definition changed.
    private(set) var terms: [String] = []

    init(explained: Explained) { self.explained = explained }

    mutating func note(_ verdict: Verdict) {
        note(verdict.reasons, verdict.significance)
        if verdict.significance > .formal { wordsChanged = true }
        for term in verdict.terms where !terms.contains(where: { Exactly.equal($0, term) }) {
            terms.append(term)
        }
    }

    /// Only the reasons of the greatest significance stay: they say why the entry has it.
    mutating func note(_ found: [Reason], _ significance: Significance) {
        if significance < self.significance { return }
        if significance > self.significance { (reasons, known) = ([], []) }
        self.significance = significance
        for reason in found where known.insert(reason).inserted { reasons.append(reason) }
    }

    mutating func noteHeading(_ before: String, _ after: String) {
        wordsChanged = true
        note(
            [
                Reason(
                    .text, before: ReasonValue(text: before), after: ReasonValue(text: after),
                    direction: .unclear)
            ],
            .substantive)
    }
}
