/// What was asked for, read from a person's words by a grammar of our own: no word of theirs ever reaches SQLite as syntax.
///
/// ```
/// query   = all (OR all)*              either side
/// all     = part+                      every part, anywhere in one provision, its headings and its title
/// part    = [-] (near | phrase)        -: none of them
/// near    = phrase (NEAR[/n] phrase)+  at most n words between, 10 unless said
/// phrase  = "words" | word[*]          words one behind the other; *: any word that begins so
/// ```
///
/// A run of ideographs is a phrase. Case, width, traditional forms and English plurals make no difference.
package struct SearchQuery: Sendable, Hashable {
    /// Words that stand one behind the other.
    package struct Phrase: Sendable, Hashable {
        package var words: [String]
        /// The last word stands for any that begins with it.
        package var isPrefix: Bool
        /// All words are ideographs.
        var isIdeographic: Bool
    }

    /// Phrases of which each is near the next; one alone where ``distance`` is nil.
    package struct Part: Sendable, Hashable {
        package var phrases: [Phrase]
        package var distance: Int?
    }

    /// What one side of an OR asks for.
    package struct Alternative: Sendable, Hashable {
        /// At least one.
        package var wanted: [Part]
        package var unwanted: [Part]
    }

    /// At least one.
    package var alternatives: [Alternative]

    /// Every phrase that is asked for.
    package var phrases: [Phrase] { alternatives.flatMap(\.wanted).flatMap(\.phrases) }
}
