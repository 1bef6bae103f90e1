import Alerts
import Rendering
import Tracking

extension ReviewEntry {
    /// As plain fields for the list.
    ///
    /// - Parameter settled: an alteration that somebody has just decided on waits no more.
    func item(review: Alerts.Review, settled: Bool = false) -> ReviewItem {
        ReviewItem(
            id: subject.id, instrument: subject.instrument, from: subject.from, to: subject.to,
            alert: subject.alert, concept: mark?.concept, commitment: mark?.commitment,
            direction: mark?.direction, severity: mark?.severity, review: review,
            alteration: settled ? nil : alteration.map(ReviewItem.Alteration.init))
    }
}

extension ReviewItem.Alteration {
    init(_ record: AlterationRecord) {
        self.init(
            was: record.before.map(Self.words), now: record.after.map(Self.words), why: record.why,
            at: record.at)
    }

    /// `requires: introduced, away`
    private static func words(_ mark: AlertMark) -> String {
        let limit = mark.excludedBy.map { ", excluded by \($0)" } ?? ""
        return "\(mark.polarity): \(mark.effect), \(mark.direction)\(limit)"
    }
}

extension ReviewItem {
    /// An alteration as the report of a run tells it.
    init(_ record: AlterationRecord) {
        let mark = record.after ?? record.before
        self.init(
            id: record.alert, instrument: record.instrument, from: record.from, to: record.to, alert: nil,
            concept: mark?.concept, commitment: mark?.commitment, direction: mark?.direction,
            severity: mark?.severity, review: .open, alteration: Alteration(record))
    }
}
