import Statute

/// One sentence with what it inherits: the unit in which a finding is decided.
///
/// ``scalars`` is the lead-in (申请人应当提交下列材料：) followed by the sentence's own words; every range of the grammar
/// counts in it.
struct Passage: Sendable {
    let language: Language
    /// The deepest provision that holds the sentence.
    let path: ProvisionPath
    let scalars: [Unicode.Scalar]
    /// ``scalars`` as words are matched against it; same length.
    let folded: [Unicode.Scalar]
    /// Where the sentence's own words begin in ``scalars``.
    let base: Int
    /// Where they begin in ``Statute/ArticleText/string``.
    let origin: Int
    /// Earlier parts of the same sentence, before a semicolon: only its subject is inherited.
    let antecedent: [Unicode.Scalar]
    /// The sentence before in the same line: its subject holds where this one names nobody. Empty for the first.
    let preceding: ArraySlice<Unicode.Scalar>
    /// What the words of the sentence weigh; the ranges count in ``scalars``. Nil where it was not weighed.
    var weighed: WeighedSentence?

    init(
        language: Language, path: ProvisionPath, leadIn: [Unicode.Scalar], own: [Unicode.Scalar], origin: Int,
        antecedent: [Unicode.Scalar], preceding: ArraySlice<Unicode.Scalar> = []
    ) {
        self.language = language
        self.path = path
        scalars = leadIn + own
        folded = WordPattern.folded(scalars, language)
        base = leadIn.count
        self.origin = origin
        self.antecedent = antecedent
        self.preceding = preceding
    }

    var own: Range<Int> { base..<scalars.count }
    var leadIn: Range<Int> { 0..<base }

    func string(_ range: Range<Int>) -> String { scalars[range].asString }
}

extension ArraySlice<Unicode.Scalar> {
    var asString: String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: self)
        return String(text)
    }
}

extension Array<Unicode.Scalar> {
    var asString: String { self[...].asString }
}
