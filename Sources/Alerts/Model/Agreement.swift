package import Statute

/// What an agreement is in law for one party.
package enum Force: String, Sendable, Hashable, CaseIterable {
    case binding, political
    case notInForce = "not-in-force"
    case notAParty = "not-a-party"
}

/// One promise in an agreement, with its limits.
package struct Commitment: Sendable, Hashable {
    /// A condition written into the promise.
    package struct Limit: Sendable, Hashable {
        package var id: String
        package var text: String
        /// What falls outside because of it.
        package var excludes: String?

        package init(id: String, text: String, excludes: String?) {
            self.id = id
            self.text = text
            self.excludes = excludes
        }
    }

    /// Something that was done, or was to be done, under the promise.
    package struct Step: Sendable, Hashable {
        /// ISO 8601 calendar date, or year and month.
        package var date: String
        package var what: String
        package var confidence: String

        package init(date: String, what: String, confidence: String) {
            self.date = date
            self.what = what
            self.confidence = confidence
        }
    }

    package var id: String
    /// `cyber` or `economic` for the outcome of September 2015.
    package var part: String
    package var titles: [Language: String]
    package var who: String
    /// A paraphrase: never the official words.
    package var text: String
    /// commit, affirm, recognise, explain.
    package var strength: String
    /// By party, lower-case country code.
    package var force: [String: Force]
    /// ISO 8601 calendar date; nothing before it can bear on the promise.
    package var since: String
    package var limits: [Limit]
    package var steps: [Step]
    /// sourced, recalled or mixed.
    package var confidence: String
    /// Which words are from memory, if any.
    package var unverified: String?
    package var sources: [String]

    package init(
        id: String, part: String, titles: [Language: String], who: String, text: String, strength: String,
        force: [String: Force], since: String, limits: [Limit], steps: [Step], confidence: String,
        unverified: String?, sources: [String]
    ) {
        self.id = id
        self.part = part
        self.titles = titles
        self.who = who
        self.text = text
        self.strength = strength
        self.force = force
        self.since = since
        self.limits = limits
        self.steps = steps
        self.confidence = confidence
        self.unverified = unverified
        self.sources = sources
    }
}

/// An agreement between states and the promises in it.
package struct Agreement: Sendable, Hashable {
    package var id: String
    package var titles: [Language: String]
    package var parties: [String]
    /// ISO 8601 calendar date.
    package var date: String
    package var kind: String
    package var enforcement: String
    /// Sentences that hold for every commitment in it.
    package var limits: [String]
    package var commitments: [Commitment]

    package init(
        id: String, titles: [Language: String], parties: [String], date: String, kind: String,
        enforcement: String, limits: [String], commitments: [Commitment]
    ) {
        self.id = id
        self.titles = titles
        self.parties = parties
        self.date = date
        self.kind = kind
        self.enforcement = enforcement
        self.limits = limits
        self.commitments = commitments
    }
}
