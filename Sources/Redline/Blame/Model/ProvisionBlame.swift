package import Statute

/// A stretch of words of one origin.
package struct BlameRun: Sendable, Hashable {
    /// A change that went over the words without making them other words.
    package struct Touch: Sendable, Hashable {
        package enum Kind: String, Sendable, Hashable, CaseIterable {
            /// A number or a reference that follows a renumbering.
            case formal
            /// Punctuation, width, variant characters, wording without legal effect by a named rule.
            case editorial
        }

        /// The version that has them in the new form: an index into the versions of the ``Blame``.
        package var version: Int
        package var kind: Kind

        package init(version: Int, kind: Kind) {
            self.version = version
            self.kind = kind
        }
    }

    /// Unicode scalars of ``Statute/ArticleText/string`` of the provision that was asked for.
    package var range: Range<Int>
    /// Index into ``ProvisionBlame/origins``.
    package var origin: Int
    /// The same words in the provision of the origin, in Unicode scalars; in their older form where ``touches`` says so.
    package var was: Range<Int>
    /// Oldest first.
    package var touches: [Touch]
}

/// Who brought the words of one provision, and what became of it from version to version.
package struct ProvisionBlame: Sendable, Hashable {
    /// The version that was asked for: an index into the versions of the ``Blame``.
    package var version: Int
    /// The article-level provision.
    package var provision: ArticleText
    /// What was asked for: the provision, or a paragraph or item of it.
    package var part: ProvisionPath
    /// Where that stands in the provision's words, in Unicode scalars.
    package var range: Range<Int>
    /// In order, without gaps: they give the words of ``range``.
    package var runs: [BlameRun]
    /// Oldest version first.
    package var origins: [Origin]
    /// One row for each version of the ``Blame``, in legal order.
    package var lineage: [LineageRow]

    /// The words of a run.
    package func words(of run: BlameRun) -> String {
        let scalars = Array(provision.string.unicodeScalars)
        return scalars[run.range.clamped(to: 0..<scalars.count)].string
    }
}
