/// What a text leaves out of the instrument that it is taken from.
///
/// That a provision does not stand in an extract says nothing about whether the instrument has it.
package struct Extract: Sendable, Hashable {
    /// The articles that are known to be left out, in order.
    package var leftOut: [ProvisionPath]
    /// More is left out, under numbers that are not known: whatever is not held may stand in the instrument.
    package var rest: Bool

    package init(leftOut: [ProvisionPath], rest: Bool = false) {
        self.leftOut = leftOut
        self.rest = rest
    }

    /// `extract: 36 of 55 articles held`; without a total where it is not known.
    ///
    /// - Parameter held: the articles proper of the text.
    package func words(held: Int) -> String {
        if !rest { return "extract: \(held) of \(held + leftOut.count) articles held" }
        if held == 0 { return "extract: only what is listed is held" }
        return "extract: \(held) \(held == 1 ? "article" : "articles") held, the rest is not"
    }
}
