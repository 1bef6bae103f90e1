package import Statute

/// One promise in an agreement, with its limits.
package struct Commitment: Sendable, Hashable {
    package var id: String
    /// The source's own number, such as `Article 2.3`, where it has one.
    package var reference: String?
    /// The part of the agreement in which it stands: `cyber`, `economic`, `goods`, `services` …
    package var part: String
    package var titles: [Language: String]
    package var who: String
    /// A paraphrase: never the official words.
    package var text: String
    /// oblige, commit, affirm, recognise, explain, encourage, propose.
    package var strength: String
    /// Each party's periods, in the order of their days.
    package var force: [ForcePeriod]
    /// ISO 8601 calendar date; nothing before it can bear on the promise.
    package var since: String
    package var limits: [Limit]
    /// Said where there are no limits: why none stands here.
    package var noLimits: String?
    package var steps: [Step]
    /// sourced, recalled or mixed.
    package var confidence: String
    /// Which words are from memory, if any.
    package var unverified: String?
    package var sources: [String]

    package init(
        id: String, reference: String? = nil, part: String, titles: [Language: String], who: String,
        text: String, strength: String, force: [ForcePeriod], since: String, limits: [Limit],
        noLimits: String? = nil, steps: [Step], confidence: String, unverified: String?, sources: [String]
    ) {
        self.id = id
        self.reference = reference
        self.part = part
        self.titles = titles
        self.who = who
        self.text = text
        self.strength = strength
        self.force = force
        self.since = since
        self.limits = limits
        self.noLimits = noLimits
        self.steps = steps
        self.confidence = confidence
        self.unverified = unverified
        self.sources = sources
    }
}

extension Commitment {
    /// What the commitment is for a country on a day. A country that no period names is not a party; before its
    /// first period the commitment is not in force for it.
    ///
    /// - Parameters:
    ///   - country: lower-case country code.
    ///   - date: ISO 8601 calendar date; empty for the last known state.
    package func force(of country: String, on date: String) -> Force {
        if let period = period(of: country, on: date) { return period.force }
        return force.contains { $0.party == country } ? .notInForce : .notAParty
    }

    /// The period that a day falls in, with its note and how sure it is; nil before the first.
    package func period(of country: String, on date: String) -> ForcePeriod? {
        force.last { $0.party == country && $0.hasBegun(on: date) }
    }

    /// The countries for which periods are known, each once, in the order of the declaration.
    package var parties: [String] {
        force.reduce(into: []) { parties, period in
            if !parties.contains(period.party) { parties.append(period.party) }
        }
    }
}
