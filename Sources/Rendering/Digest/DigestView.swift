package import Alerts
package import Statute

/// Everything that one digest says, as plain fields: what the mail shows and nothing that it has to work out.
package struct DigestView: Sendable, Hashable {
    /// Words of one side, quoted.
    package struct Passage: Sendable, Hashable {
        /// 第二十一条
        package var label: String
        /// Line feeds part paragraphs.
        package var text: String
        package var language: Language
        package var fidelity: Fidelity?

        package init(label: String, text: String, language: Language, fidelity: Fidelity? = nil) {
            self.label = label
            self.text = text
            self.language = language
            self.fidelity = fidelity
        }
    }

    /// One change as it bears on the commitment of its section.
    package struct Item: Sendable, Hashable {
        /// What changed, in a few words: `第二十一条 → 第二十三条, modified`.
        package var title: String
        package var concept: String
        package var polarity: Polarity
        package var effect: Effect
        package var direction: Bearing
        package var severity: Level
        package var confidence: Level
        package var fidelity: Fidelity
        /// What the change does, in a sentence.
        package var sentence: String
        /// Why it matters to the commitment.
        package var reason: String
        /// What would take it out.
        package var limits: String
        package var before: [Passage]
        package var after: [Passage]
        /// The redline of the provision; empty where before and after say it all.
        package var redline: [Stretch]
        /// Where it can be read in full; nil for nowhere.
        package var link: String?
        /// Further promises that the same change bears on, a line each.
        package var also: [String] = []
        /// What a person decided.
        package var review = Review.open

        package init(
            title: String, concept: String, polarity: Polarity, effect: Effect, direction: Bearing,
            severity: Level, confidence: Level, fidelity: Fidelity, sentence: String, reason: String,
            limits: String, before: [Passage] = [], after: [Passage] = [], redline: [Stretch] = [],
            link: String? = nil
        ) {
            self.title = title
            self.concept = concept
            self.polarity = polarity
            self.effect = effect
            self.direction = direction
            self.severity = severity
            self.confidence = confidence
            self.fidelity = fidelity
            self.sentence = sentence
            self.reason = reason
            self.limits = limits
            self.before = before
            self.after = after
            self.redline = redline
            self.link = link
        }
    }

    /// One commitment with what bears on it.
    package struct Section: Sendable, Hashable {
        package var commitment: String
        package var title: String
        package var force: Force
        /// ISO 8601 calendar date; nil where it does not matter.
        package var since: String?
        /// What was promised, by whom and how firmly, in our own words.
        package var promise: String
        package var items: [Item]
        /// The conditions written into the promise, a sentence or two each.
        package var limits: [String]

        package init(
            commitment: String, title: String, force: Force, since: String? = nil, promise: String = "",
            items: [Item], limits: [String] = []
        ) {
            self.commitment = commitment
            self.title = title
            self.force = force
            self.since = since
            self.promise = promise
            self.items = items
            self.limits = limits
        }
    }

    /// What somebody said that the text does.
    package struct ClaimNote: Sendable, Hashable {
        package var claim: Claim
        /// What was counted in the texts, in a sentence; empty for nothing.
        package var fact: String

        package init(_ claim: Claim, fact: String = "") {
            self.claim = claim
            self.fact = fact
        }
    }

    /// The one sentence that would do if nothing else were read.
    package var headline: String
    package var instrument: String
    /// The Chinese title, if ``instrument`` is not it.
    package var chineseTitle: String?
    package var from: VersionCaption
    package var to: VersionCaption
    package var sections: [Section]
    /// What others said that the text does, with what it says.
    package var claims: [ClaimNote]
    /// Changes of substance that bear on no commitment, a line each.
    package var otherChanges: [String]
    /// Counts of formal changes in a sentence; empty for none.
    package var formal: String
    /// What is not known, in a sentence; empty for nothing.
    package var unknown: String
    /// What the mail leaves out for its length, in a sentence; empty for nothing. Filled by ``DigestMail``.
    package var omitted: String
    /// Links that followed a renumbered provision and wait to be confirmed, a line each.
    package var carried: [String]
    /// Links that a limit of their commitment takes out, one sentence each.
    package var excluded: [String]
    /// Alerts of earlier mails that no longer hold, one sentence each.
    package var corrections: [String]
    /// How far the two texts may be trusted, where a word for the whole will not do, a line each.
    package var trust: [String]
    package var disclaimers: [String]
    /// Names or addresses.
    package var sources: [String]
    /// Why the reader gets this, and how to stop it: printed last.
    package var footer: [String]
    /// The version of the catalogue that the alerts were made with; empty where nobody said.
    package var catalogue = ""
    /// Where the texts stand in the log, a line each; empty where they are in none.
    package var evidence: [String] = []

    package init(
        headline: String, instrument: String, chineseTitle: String? = nil, from: VersionCaption,
        to: VersionCaption, sections: [Section], claims: [ClaimNote] = [], otherChanges: [String] = [],
        formal: String = "",
        unknown: String = "",
        omitted: String = "", carried: [String] = [], excluded: [String] = [], corrections: [String] = [],
        trust: [String] = [], disclaimers: [String] = Disclaimers.all,
        sources: [String] = [], footer: [String] = []
    ) {
        self.headline = headline
        self.instrument = instrument
        self.chineseTitle = chineseTitle
        self.from = from
        self.to = to
        self.sections = sections
        self.claims = claims
        self.otherChanges = otherChanges
        self.formal = formal
        self.unknown = unknown
        self.omitted = omitted
        self.carried = carried
        self.excluded = excluded
        self.corrections = corrections
        self.trust = trust
        self.disclaimers = disclaimers
        self.sources = sources
        self.footer = footer
    }
}
