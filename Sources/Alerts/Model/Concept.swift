package import Statute

/// How a provision stands to the thing that a concept names.
package enum Polarity: String, Sendable, Hashable, CaseIterable {
    /// Somebody must do it.
    case requires
    /// An authority may demand it.
    case mayRequire = "may-require"
    /// It is allowed or encouraged.
    case permits
    /// The thing itself is forbidden: officials may not demand it.
    case forbids
    /// The thing is shielded: nobody may steal or leak it.
    case protects
    /// The words stand there, and no more can be said. Never an alert "away".
    case mentions
}

/// Which way a provision, or a change of one, points as seen from a commitment.
package enum Bearing: String, Sendable, Hashable, CaseIterable {
    case toward, away, depends

    /// For the removal of what would have pointed this way.
    package var reversed: Bearing {
        switch self {
        case .toward: .away
        case .away: .toward
        case .depends: .depends
        }
    }
}

/// What a provision can be about (Akoma Ntoso `TLCConcept`), with the words that show it. Data: one YAML file.
package struct Concept: Sendable, Hashable {
    /// The words for one language. All are literal; in English a final `*` stands for any ending of the word.
    package struct Words: Sendable, Hashable {
        package var triggers: [String] = []
        /// Words for the opposite: forbidding these requires the concept.
        package var inverseTriggers: [String] = []
        /// Words that are triggers only in company.
        package var weakTriggers: [WeakTrigger] = []
        /// Identifiers and false friends, blanked before matching.
        package var masks: [String] = []
        /// If any are given, one must stand in the same sentence.
        package var near: [String] = []
        /// If one stands in the same sentence, there is no finding.
        package var notNear: [String] = []
        /// What is done with the thing when it is demanded.
        package var acts: [String] = []
        /// Forbidding these protects the thing.
        package var harms: [String] = []
        /// If any are given, who is bound must hold one, where the sentence names whom it binds.
        package var actors: [String] = []
        /// Who is bound must hold none of these.
        package var notActors: [String] = []
        /// Words of the trigger's clause that decide where the grammar sees no more than a mention.
        package var cues: [Polarity: [String]] = [:]

        package init() {}
    }

    /// That the concept bears on one commitment, and which way for each polarity that is introduced.
    package struct BearsOn: Sendable, Hashable {
        package var commitment: String
        package var directions: [Polarity: Bearing]
        package var reason: String
        package var limits: String

        package init(
            commitment: String, directions: [Polarity: Bearing], reason: String, limits: String
        ) {
            self.commitment = commitment
            self.directions = directions
            self.reason = reason
            self.limits = limits
        }
    }

    /// A sentence and what should be found in it; the tests run it. Nil polarity: nothing at all.
    package struct Example: Sendable, Hashable {
        package var language: Language
        package var text: String
        package var polarity: Polarity?

        package init(language: Language, text: String, polarity: Polarity?) {
            self.language = language
            self.text = text
            self.polarity = polarity
        }
    }

    package var id: String
    package var titles: [Language: String]
    /// The English title as it stands within a sentence: “security review of ICT procurement”.
    package var titleInSentence: String {
        guard let title = titles[.en] else { return id }
        let scalars = Array(title.unicodeScalars)
        guard scalars.count > 1, scalars[1].properties.isLowercase else { return title }
        return scalars[0].properties.lowercaseMapping + scalars.dropFirst().string
    }
    package var definition: String
    package var words: [Language: Words]
    package var bearsOn: [BearsOn]
    /// The measure is itself a ban, such as the one on handing data to a foreign court: a sentence that forbids the
    /// trigger imposes it, and one that forbids to demand it does not.
    package var isImposedByBan = false
    package var examples: [Example]

    package init(
        id: String, titles: [Language: String], definition: String, words: [Language: Words],
        bearsOn: [BearsOn], examples: [Example]
    ) {
        self.id = id
        self.titles = titles
        self.definition = definition
        self.words = words
        self.bearsOn = bearsOn
        self.examples = examples
    }
}
