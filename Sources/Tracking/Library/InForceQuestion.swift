package import Statute

/// “What was in force on D, as we knew it on K?” Refuses to answer rather than guess when a date is not known.
package struct InForceQuestion: Sendable {
    private let day: CalendarDate
    private let known: CalendarDate?

    package init(day: String, known: String?) throws {
        guard let day = CalendarDate(day) else { throw TrackingError.badDate(day) }
        self.day = day
        if let known {
            guard let date = CalendarDate(known) else { throw TrackingError.badDate(known) }
            self.known = date
        } else {
            self.known = nil
        }
    }

    /// The version of an instrument that was in force.
    ///
    /// - Throws: ``TrackingError/cannotTell(_:reason:)`` when an adopted version's day of effect is not known and
    ///   could change the answer.
    package func answer(_ instrument: String, in library: Library) throws -> VersionName {
        let id = try library.instrument(named: instrument)
        var best: (name: VersionName, effective: CalendarDate)?
        for name in try library.versions(of: id) {
            guard let record = try library.record(of: name, id), record.status != "draft" else { continue }
            if name.stage.contains("draft") { continue }
            if let known, let seen = CalendarDate(String(record.known.prefix(10))), seen > known { continue }
            guard let effective = record.effective.flatMap({ CalendarDate($0) }) else {
                if let signed = record.signed.flatMap({ CalendarDate($0) }), signed > day { continue }
                throw TrackingError.cannotTell(
                    id.description, reason: "the day on which \(name) took effect is not known")
            }
            if effective <= day, best.map({ $0.effective <= effective }) ?? true { best = (name, effective) }
        }
        guard let best else {
            throw TrackingError.cannotTell(
                id.description, reason: "no version that is held was in force on \(day)")
        }
        return best.name
    }
}
