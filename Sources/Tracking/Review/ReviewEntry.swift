package import Alerts

/// One alert as the reviewer sees it: what it says, what was decided, what altered it.
package struct ReviewEntry: Sendable {
    package let subject: ReviewSubject
    package let review: Review
    /// What it says or, when it is raised no more, last said; nil where nobody kept that.
    package let mark: AlertMark?
    /// What altered it and waits for a reviewer.
    package let alteration: AlterationRecord?

    /// Every alert of every step, and those that are raised no more but were decided on or altered, in the order of the
    /// steps.
    package static func all(
        _ survey: inout AlertSurvey, desk: ReviewDesk, alterations: Alterations, catalogue: Catalogue
    ) throws -> [ReviewEntry] {
        var subjects: [ReviewSubject] = survey.steps.flatMap { step in
            step.alerts.map { ReviewSubject($0, language: step.language) }
        }
        let shown = Set(subjects.map(\.id))
        subjects += try recorded(&survey, desk, alterations, but: shown)
        return subjects.map { subject in
            let mark =
                subject.alert.map { AlertMark($0, catalogue: catalogue) } ?? alterations.alerts[subject.id]?
                .before
                ?? desk.decisions[subject.id]?.last { $0.mark != nil }?.mark
            return ReviewEntry(
                subject: subject, review: desk.review(of: subject), mark: mark,
                alteration: alterations.waiting(subject.id, evidence: subject.seal.sha256, desk: desk))
        }
    }

    /// Alerts that the records name and no current step raises.
    private static func recorded(
        _ survey: inout AlertSurvey, _ desk: ReviewDesk, _ alterations: Alterations, but shown: Set<String>
    ) throws -> [ReviewSubject] {
        var places: [String: (instrument: String, from: String, to: String)] = [:]
        for (id, record) in alterations.alerts { places[id] = (record.instrument, record.from, record.to) }
        for (id, records) in desk.decisions {
            if let last = records.last { places[id] = (last.instrument, last.from, last.to) }
        }
        var subjects: [ReviewSubject] = []
        for (id, place) in places.sorted(by: { ($0.value.instrument, $0.key) < ($1.value.instrument, $1.key) }
        )
        where !shown.contains(id) {
            let step = try survey.step(place.instrument, from: place.from, to: place.to)
            if let step, let alert = step.alerts.first(where: { $0.id == id }) {
                subjects.append(ReviewSubject(alert, language: step.language))
            } else {
                subjects.append(
                    ReviewSubject(gone: id, instrument: place.instrument, from: place.from, to: place.to))
            }
        }
        return subjects
    }

    /// The one entry that an id or the beginning of one means.
    package static func named(_ words: String, among entries: [ReviewEntry]) throws(ReviewError)
        -> ReviewEntry
    {
        let wanted = Array(words.lowercased().utf8)
        let matches = wanted.isEmpty ? [] : entries.filter { $0.subject.id.utf8.starts(with: wanted) }
        if let exact = matches.first(where: { $0.subject.id.utf8.elementsEqual(wanted) }) { return exact }
        guard let first = matches.first else { throw .noAlert(words) }
        guard matches.count == 1 else {
            throw .ambiguousAlert(words, matches: matches.map { String($0.subject.id.prefix(16)) })
        }
        return first
    }
}
