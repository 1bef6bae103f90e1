package import Statute

/// What a change did to a finding.
package enum Effect: String, Sendable, Hashable, CaseIterable {
    case introduced, removed, strengthened, weakened, widened, narrowed, reworded
    /// The link followed a renumbered provision and asks to be confirmed.
    case carried
}

/// High, medium or low: of severity and of confidence.
package enum Level: String, Sendable, Hashable, CaseIterable {
    case high, medium, low
}

/// A change linked to a commitment, with direction, reason and evidence. The tool's assessment, never advice.
package struct Alert: Sendable, Hashable {
    /// Words of one side that show it.
    package struct Evidence: Sendable, Hashable {
        package enum Side: String, Sendable, Hashable { case before, after }
        package var side: Side
        package var path: ProvisionPath
        package var text: String
        /// The words above that open the list in which ``text`` stands; nil elsewhere.
        package var leadIn: String?

        package init(side: Side, path: ProvisionPath, text: String) {
            self.side = side
            self.path = path
            self.text = text
        }
    }

    /// Depends only on versions, provisions, concept and commitment.
    package var id: String
    package var instrument: String
    /// Version names, such as `2015-07-06.draft-1`.
    package var from: String
    package var to: String
    package var before: [ProvisionPath]
    package var after: [ProvisionPath]
    package var concept: String
    package var polarity: Polarity
    package var effect: Effect
    package var commitment: String
    package var direction: Bearing
    /// The limit of the commitment that takes the link out: shown, not mailed.
    package var excludedBy: String?
    package var force: Force
    package var severity: Level
    package var confidence: Level
    package var fidelity: Fidelity
    /// ``why`` and ``change`` in one text.
    package var reason: String
    /// Why the concept bears on the commitment at all.
    package var why = ""
    /// What the change did, in sentences that cite the provisions of both texts.
    package var change = ""
    /// Who is bound, and to or for whom, as printed; nil where the sentence does not say. Of what now stands; of what
    /// stood, where nothing does.
    package var actor: String?
    package var beneficiary: String?
    /// What would take the link out, and every limit of the commitment in full.
    package var limits: String
    /// The part of ``limits`` that belongs to this link alone: for a reader who knows the commitment.
    package var caveat = ""
    /// It rests on penalties only: what is owed stands elsewhere.
    package var isPenalty = false
    package var evidence: [Evidence]
    /// The rule behind ``severity``, in words.
    package var severityReason = ""
    /// The version of the catalogue and of the engine that it was made with; empty where nobody said.
    package var catalogue = ""

    package init(
        id: String, instrument: String, from: String, to: String, before: [ProvisionPath],
        after: [ProvisionPath], concept: String, polarity: Polarity, effect: Effect, commitment: String,
        direction: Bearing, excludedBy: String?, force: Force, severity: Level, confidence: Level,
        fidelity: Fidelity, reason: String, limits: String, evidence: [Evidence]
    ) {
        self.id = id
        self.instrument = instrument
        self.from = from
        self.to = to
        self.before = before
        self.after = after
        self.concept = concept
        self.polarity = polarity
        self.effect = effect
        self.commitment = commitment
        self.direction = direction
        self.excludedBy = excludedBy
        self.force = force
        self.severity = severity
        self.confidence = confidence
        self.fidelity = fidelity
        self.reason = reason
        self.limits = limits
        self.evidence = evidence
    }
}
