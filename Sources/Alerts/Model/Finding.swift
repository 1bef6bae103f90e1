package import Statute

/// What one provision says about a concept: who owes it to whom, with the words that show it.
package struct Finding: Sendable, Hashable {
    package var concept: String
    package var polarity: Polarity
    /// The provision in which the words stand: the deepest one, such as `art_31__para_2`.
    package var path: ProvisionPath
    /// The article-level provision that holds ``path``.
    package var article: ProvisionPath
    /// Who is bound, as printed; nil where the sentence does not say.
    package var actor: String?
    /// To or for whom, as printed.
    package var beneficiary: String?
    /// The clause that shows it, as printed.
    package var evidence: String
    /// Where the trigger stands in the text of the article-level provision (``Statute/ArticleText/string``),
    /// in Unicode scalars.
    package var range: Range<Int>
    /// The rule of the grammar that decided, such as `prohibition-of-demand`.
    package var rule: String
    /// The words above that open the list in which the clause stands and govern it, as printed; nil elsewhere.
    package var leadIn: String?
    /// The words are of the opposite, such as storing abroad, and do not forbid it: they leave room for it.
    package var isOpposite = false
    /// Found, or read as it is, by the weight of its words and not by a declared word and the grammar alone.
    package var isByWeight = false

    package init(
        concept: String, polarity: Polarity, path: ProvisionPath, article: ProvisionPath, actor: String?,
        beneficiary: String?, evidence: String, range: Range<Int>, rule: String
    ) {
        self.concept = concept
        self.polarity = polarity
        self.path = path
        self.article = article
        self.actor = actor
        self.beneficiary = beneficiary
        self.evidence = evidence
        self.range = range
        self.rule = rule
    }
}
