package import Redline
package import Statute

/// Everything that a digest says about one step of one instrument: values, no mark-up.
///
/// The order of the fields is the order in which a reader needs them.
package struct DigestContent: Sendable, Hashable {
    /// What the digest is about.
    package struct Subject: Sendable, Hashable {
        package var title: String
        /// Where the two texts come from, with addresses.
        package var sources: [String]

        package init(title: String, sources: [String]) {
            self.title = title
            self.sources = sources
        }
    }

    /// The alerts that bear on one promise.
    package struct CommitmentGroup: Sendable, Hashable {
        package var commitment: Commitment
        package var away: [Alert]
        package var toward: [Alert]
        package var depends: [Alert]
        /// Links that followed a renumbered provision: nothing changed, a person confirms them.
        package var carried: [Alert]
        /// Linked, but a limit of the promise takes them out.
        package var excluded: [Alert]

        /// Alerts that are mailed.
        package var count: Int { away.count + toward.count + depends.count }
    }

    /// One change of substance, linked to a promise or not.
    package struct ChangeNote: Sendable, Hashable {
        package var kind: ChangeKind
        /// Labels as printed: 第二十一条.
        package var before: [String]
        package var after: [String]
        /// Such as `modality: 可以 → 应当 (tightened)`.
        package var reasons: [String]
        /// Ids of the alerts that it raised.
        package var alerts: [String]
    }

    /// What others said of the texts, with what the texts say.
    package struct ClaimNote: Sendable, Hashable {
        package var claim: Claim
        /// Counted, not judged: "In the 4 texts of this instrument held here: 0 findings of …".
        package var fact: String
    }

    /// How far the two texts may be trusted.
    package struct FidelityNote: Sendable, Hashable {
        package var version: String
        package var fidelity: Fidelity
        package var provisions: Int
    }

    package var subject: Subject
    package var headline: String
    /// Those with something that points away first, then toward, then depends.
    package var groups: [CommitmentGroup]
    package var changeNotes: [ChangeNote]
    /// One line with counts; nil when nothing is merely formal.
    package var formalLine: String?
    /// One line: provisions that are only assumed, and so not known; nil when there are none.
    package var unknownLine: String?
    package var claims: [ClaimNote]
    package var fidelity: [FidelityNote]

    /// Whether there is anything to tell a subscriber.
    package var isEmpty: Bool {
        groups.allSatisfy { $0.count == 0 } && changeNotes.isEmpty && unknownLine == nil
    }
}
