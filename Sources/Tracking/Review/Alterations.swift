package import GitStore

/// Alterations that wait for a reviewer.
package struct Alterations {
    /// By alert, the oldest first.
    private let records: [String: [AlterationRecord]]

    package init(_ store: GitStore) throws {
        let all = try AlterationRecord.all(AlterationRecord.kind, in: store)
        records = Dictionary(grouping: all, by: \.alert).mapValues {
            $0.sorted { ($0.number, $0.at) < ($1.number, $1.at) }
        }
    }

    /// An alteration with its place in the order.
    func numbered(_ record: AlterationRecord, desk: ReviewDesk) -> AlterationRecord {
        var record = record
        record.number = (records[record.alert]?.last?.number ?? 0) + 1
        record.decisions = desk.count(record.alert)
        return record
    }

    /// Alerts that were ever altered, with the last record of each.
    var alerts: [String: AlterationRecord] { records.compactMapValues(\.last) }

    /// What altered an alert since it was last decided on: the first such record with the causes of all. Nil when
    /// nothing did, when it says again what it said, or when somebody has seen what it says now.
    ///
    /// - Parameter evidence: ``EvidenceSeal/sha256`` as it stands now.
    func waiting(_ alert: String, evidence: String, desk: ReviewDesk) -> AlterationRecord? {
        guard let all = records[alert], !desk.hasSeen(alert, evidence: evidence) else { return nil }
        let later = all.filter { $0.decisions == desk.count(alert) }
        guard var first = later.first, let last = later.last, first.evidenceBefore != evidence else {
            return nil
        }
        first.after = last.after
        first.at = last.at
        first.catalogueAfter = last.catalogueAfter
        var causes: [String] = []
        for cause in later.flatMap(\.why) where !causes.contains(cause) { causes.append(cause) }
        first.why = causes
        return first
    }
}
