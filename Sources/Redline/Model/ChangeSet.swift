package import Statute

/// One side of a change: words, with the number they stand for where they stand for one.
package struct ReasonValue: Sendable, Hashable {
    package var text: String
    /// In ``unit``; nil where the words are no number, and for a range.
    package var value: Int?
    /// The ends of a range, 十万元以上五十万元以下, in ``unit``; nil elsewhere.
    package var lower: Int?
    package var upper: Int?
    /// `CNY`, `USD`, `EUR`, `HKD`, `minute`, `hour`, `day`, `working-day`, `week`, `month`, `year`, `person`,
    /// `percent`, `multiple`.
    package var unit: String?

    package init(text: String, value: Int? = nil, lower: Int? = nil, upper: Int? = nil, unit: String? = nil) {
        self.text = text
        self.value = value
        self.lower = lower
        self.upper = upper
        self.unit = unit
    }
}

/// Whose duty, right or ban a reason speaks of, on each side, as printed; nil where no rule found an actor.
package struct Bearers: Sendable, Hashable {
    package var before: String?
    package var after: String?

    package init(before: String? = nil, after: String? = nil) {
        self.before = before
        self.after = after
    }
}

/// Why an entry has the significance that it has.
package struct Reason: Sendable, Hashable {
    package var `class`: ReasonClass
    package var before: ReasonValue?
    package var after: ReasonValue?
    package var direction: Direction
    package var bearers: Bearers
    /// Set while it is not yet known whether a reference to a chapter follows it; nil in every change set.
    var container: ContainerMove?

    package init(
        _ class: ReasonClass, before: ReasonValue?, after: ReasonValue?, direction: Direction,
        bearers: Bearers = Bearers()
    ) {
        self.class = `class`
        self.before = before
        self.after = after
        self.direction = direction
        self.bearers = bearers
    }

    /// Who is bound now; who was, where that is all that is known.
    package var bearer: String? { bearers.after ?? bearers.before }
}

/// One replaced stretch of words. Ranges count Unicode scalars of ``Statute/ArticleText/string``.
package struct Edit: Sendable, Hashable {
    package var before: Range<Int>
    package var after: Range<Int>
    package var `class`: ReasonClass

    package init(before: Range<Int>, after: Range<Int>, class: ReasonClass) {
        self.before = before
        self.after = after
        self.class = `class`
    }
}

/// One old and one new provision that belong together.
package struct ProvisionLink: Sendable, Hashable {
    /// How the link was found.
    package enum Ground: String, Sendable, Hashable {
        /// The bodies are equal, byte for byte.
        case exact
        /// Equal bodies that stand in many places, given to their neighbours' partners.
        case neighbour
        /// Shared wording, weighted by how rare it is.
        case wording
        /// Only some sentences or items were carried over.
        case partial
    }

    package var before: ProvisionPath
    package var after: ProvisionPath
    /// 0…1: twice the common tokens over all tokens, references folded.
    package var similarity: Double
    package var ground: Ground
    package var edits: [Edit]
    /// Which line of the old provision became which of the new one, in the order of the old lines; empty where the
    /// words are equal.
    package var parts: [PartLink]

    package init(
        before: ProvisionPath, after: ProvisionPath, similarity: Double, ground: Ground, edits: [Edit],
        parts: [PartLink] = []
    ) {
        self.before = before
        self.after = after
        self.similarity = similarity
        self.ground = ground
        self.edits = edits
        self.parts = parts
    }
}

/// One entry of a redline: a group of article-level provisions that belong together.
package struct ProvisionChange: Sendable, Hashable {
    package var kind: ChangeKind
    /// Old provisions, in order; empty for `inserted`.
    package var before: [ArticleText]
    /// New provisions, in order; empty for `repealed`.
    package var after: [ArticleText]
    /// Main partner first; empty for `inserted` and `repealed`.
    package var links: [ProvisionLink]
    /// Left its place in the common order.
    package var moved: Bool
    package var significance: Significance
    package var reasons: [Reason]
    /// The worst fidelity among the old provisions; nil where there is none.
    package var fidelityBefore: Fidelity?
    package var fidelityAfter: Fidelity?
    /// Terms whose definition changed, and who uses them.
    package var affects: [TermUse]
    /// The duties that its provisions punish the breach of: paths in the new text, in the old one where it was
    /// repealed. Told of substantive changes only.
    package var enforces: [ProvisionPath] = []
    /// The provisions that punish the breach of its own.
    package var enforcedBy: [ProvisionPath] = []

    package init(
        kind: ChangeKind, before: [ArticleText], after: [ArticleText], links: [ProvisionLink], moved: Bool,
        significance: Significance, reasons: [Reason], fidelityBefore: Fidelity?, fidelityAfter: Fidelity?,
        affects: [TermUse] = []
    ) {
        self.kind = kind
        self.before = before
        self.after = after
        self.links = links
        self.moved = moved
        self.significance = significance
        self.reasons = reasons
        self.fidelityBefore = fidelityBefore
        self.fidelityAfter = fidelityAfter
        self.affects = affects
    }

    /// The provision stands in one text, and the other is an extract that may leave it out: whether it was inserted or
    /// repealed is not known.
    package var notHeld = false

    /// A side is only assumed or not held: the entry is shown as not known, counted apart, and raises no alert.
    package var unverified: Bool { notHeld || fidelityBefore == .assumed || fidelityAfter == .assumed }

    /// Of the main link; 0 where there is none.
    package var similarity: Double { links.first?.similarity ?? 0 }
}

/// What changed between two texts: every article-level provision of either side is in exactly one entry.
package struct ChangeSet: Sendable, Hashable {
    /// What the redline says of one of its two texts.
    package struct Side: Sendable, Hashable {
        package var title: String
        package var language: Language
        /// Articles proper, not annexes or preamble.
        package var articles: Int
        /// What the text leaves out; nil where it is whole.
        package var extract: Extract?

        package init(title: String, language: Language, articles: Int, extract: Extract? = nil) {
            self.title = title
            self.language = language
            self.articles = articles
            self.extract = extract
        }
    }

    package var old: Side
    package var new: Side
    /// Hardly anything aligns: the pairs that remain are few and the whole should be read afresh.
    package var rewrite: Bool
    /// In the order of the new text, repealed ones where they stood.
    package var changes: [ProvisionChange]
    /// What stands around the articles on each side (title, headnotes, containers and their headings).
    package var oldFrame: Frame
    package var newFrame: Frame

    package init(
        old: Side, new: Side, rewrite: Bool, changes: [ProvisionChange], oldFrame: Frame, newFrame: Frame
    ) {
        self.old = old
        self.new = new
        self.rewrite = rewrite
        self.changes = changes
        self.oldFrame = oldFrame
        self.newFrame = newFrame
    }

    /// How many entries of each kind; unverified ones are counted only there.
    package struct Summary: Sendable, Hashable {
        package var kinds: [ChangeKind: Int] = [:]
        package var unverified = 0
        /// Those of them whose counterpart an extract may leave out.
        package var notHeld = 0
        package var moved = 0
        package var significances: [Significance: Int] = [:]

        package init() {}
    }

    package var summary: Summary {
        var summary = Summary()
        for change in changes {
            if change.unverified {
                summary.unverified += 1
                if change.notHeld { summary.notHeld += 1 }
                continue
            }
            summary.kinds[change.kind, default: 0] += 1
            if change.moved { summary.moved += 1 }
            if change.kind != .unchanged { summary.significances[change.significance, default: 0] += 1 }
        }
        return summary
    }
}
