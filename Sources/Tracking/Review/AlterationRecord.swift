import GitStore
import Statute

/// An alert of an old step that an upgrade altered: a new text of the same version, an edited concept or commitment, a
/// new engine. It is no news; a reviewer looks at it.
package struct AlterationRecord: StoredRecord {
    static let kind = "altered"

    package var schema = 1
    package var alert: String
    /// Which alteration of this alert it is, from 1, and how many decisions on it came before: the order does not depend
    /// on clocks.
    package var number = 1
    package var decisions = 0
    package var instrument: String
    package var from: String
    package var to: String
    /// What it said; nil where it was not raised.
    package var before: AlertMark?
    /// What it says; nil where it is raised no more.
    package var after: AlertMark?
    /// What altered it, a few words each.
    package var why: [String]
    /// ISO 8601 UTC.
    package var at: String
    package var catalogueBefore: String
    package var catalogueAfter: String

    enum CodingKeys: String, CodingKey {
        case schema, alert, number, decisions, instrument, from, to, before, after, why, at
        case catalogueBefore = "catalogue_before"
        case catalogueAfter = "catalogue_after"
    }

    func path() throws -> StorePath {
        try StoreLayout.decision(
            kind: Self.kind, id: "\(alert.prefix(32))-\(SHA256.hex(of: try encoded()).prefix(16))")
    }

    /// ``EvidenceSeal`` of each side.
    var evidenceBefore: String { before?.evidence ?? EvidenceSeal(gone: alert).sha256 }
    var evidenceAfter: String { after?.evidence ?? EvidenceSeal(gone: alert).sha256 }

    /// What differs between two assessments of one step, in the order of the newer one, then what is gone.
    static func between(_ old: StepMark, _ new: StepMark, catalogue: Catalogue, at: Int64)
        -> [AlterationRecord]
    {
        let ids = new.alerts.map(\.id) + old.alerts.map(\.id).filter { new.alert($0) == nil }
        return ids.compactMap { id in
            let (before, after) = (old.alert(id), new.alert(id))
            guard before?.evidence != after?.evidence else { return nil }
            return AlterationRecord(
                alert: id, instrument: new.instrument, from: new.before.version, to: new.after.version,
                before: before, after: after,
                why: UpgradeCause.words(old, new, (before, after), catalogue: catalogue), at: UTC.text(at),
                catalogueBefore: old.catalogue, catalogueAfter: new.catalogue)
        }
    }
}
