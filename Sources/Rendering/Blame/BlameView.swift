package import Redline
package import Statute

/// Who brought which words of a provision, with all that is shown of the versions.
package struct BlameView: Sendable {
    /// One version of the line of descent.
    package struct Version: Sendable, Hashable {
        /// The commit by which the store has a version: how we know of it, never who made the law.
        package struct Commit: Sendable, Hashable {
            /// Hexadecimal.
            package var id: String
            package var author: String
            /// ISO 8601 UTC.
            package var time: String

            package init(id: String, author: String, time: String) {
                self.id = id
                self.author = author
                self.time = time
            }
        }

        /// What we hold of it, and since when.
        package struct Holding: Sendable, Hashable {
            /// When the version first came into the store, ISO 8601 UTC.
            package var known: String
            /// When the bytes of this text were first seen.
            package var captured: String
            /// The source of the capture.
            package var capture: String
            /// Of the captured bytes, hexadecimal.
            package var sha256: String

            package init(known: String, captured: String, capture: String, sha256: String) {
                self.known = known
                self.captured = captured
                self.capture = capture
                self.sha256 = sha256
            }
        }

        /// `2016-11-07.adopted`
        package var name: String
        package var stage: String
        package var isDraft: Bool
        package var signed: String?
        package var published: String?
        package var effective: String?
        /// Why there is no text; nil where one is held.
        package var absence: BlameVersion.Absence?
        /// Of the text as a whole.
        package var fidelity: Fidelity?
        package var holding: Holding?
        /// Filled by whoever has an index of commits; a read does not walk the history for it.
        package var commit: Commit?
        /// The body that enacts the instrument, as the register has it.
        package var body: String?
        /// The act that made the version, in the words of a headnote.
        package var act: String?
        /// The version whose headnote that is, where it is another one.
        package var actSource: String?

        package init(name: String, stage: String, isDraft: Bool) {
            self.name = name
            self.stage = stage
            self.isDraft = isDraft
        }
    }

    /// The same provision in the other language of the version asked for.
    package struct Beside: Sendable, Hashable {
        package var text: ArticleText
        package var ground: BilingualPair.Ground
        package var confidence: BilingualPair.Confidence

        package init(_ text: ArticleText, ground: BilingualPair.Ground, confidence: BilingualPair.Confidence)
        {
            self.text = text
            self.ground = ground
            self.confidence = confidence
        }
    }

    package var instrument: String
    /// Of the version asked for.
    package var title: String
    package var language: Language
    /// In legal order, as the blame counts them.
    package var versions: [Version]
    /// Index into ``versions``.
    package var asked: Int
    package var provisions: [ProvisionBlame]
    /// Held versions that have no place in the order, because nothing says when they were made.
    package var unplaced: [String] = []
    /// By the provision that was asked for; empty where the other language is not held or was not asked for.
    package var beside: [ProvisionPath: Beside] = [:]
    /// Every provision of the version was asked for: the lineage of each is one line.
    package var isWhole = false

    package init(
        instrument: String, title: String, language: Language, versions: [Version], asked: Int,
        provisions: [ProvisionBlame]
    ) {
        self.instrument = instrument
        self.title = title
        self.language = language
        self.versions = versions
        self.asked = asked
        self.provisions = provisions
    }

    /// The versions that anything is said of: where words come from, and what was asked for.
    var involved: [Int] {
        var found: Set<Int> = [asked]
        for provision in provisions { found.formUnion(provision.origins.map(\.version)) }
        return found.filter(versions.indices.contains).sorted()
    }

    func name(_ version: Int) -> String {
        versions.indices.contains(version) ? versions[version].name : "?"
    }
}
