package import Statute

/// “What was in force on D?”, asked of a library that stands where it stood when we knew it. Refuses to answer rather than
/// guess when a date is not known or when two answers are possible; ``InForce`` has the rule.
package struct InForceQuestion: Sendable {
    package let day: CalendarDate

    package init(day: String) throws {
        guard let day = CalendarDate(day) else { throw TrackingError.badDate(day) }
        self.day = day
    }

    /// The version of an instrument that was in force.
    ///
    /// - Throws: ``TrackingError/cannotTell(_:reason:)`` when there is no answer that we could stand by.
    package func answer(_ instrument: String, in library: Library) throws -> VersionName {
        let id = try library.instrument(named: instrument)
        switch InForce(on: day, among: try library.versionDates(of: id)) {
        case .version(let name): return name
        case .cannotTell(let reason): throw TrackingError.cannotTell(id.description, reason: reason)
        }
    }

    /// Declared successors of an instrument that had taken its place by then, as far as that can be told: an instrument says
    /// nothing of its own repeal.
    package func successors(of id: InstrumentID, in library: Library) throws -> [InstrumentID] {
        let declared = library.register.instruments.first { $0.id == id }?.successors ?? []
        return try declared.compactMap { InstrumentID($0) }.filter {
            guard case .version = InForce(on: day, among: try library.versionDates(of: $0)) else {
                return false
            }
            return true
        }
    }
}

extension Library {
    /// What every held version of an instrument says of its dates.
    package func versionDates(of id: InstrumentID) throws -> [VersionDates] {
        try versions(of: id).compactMap { name in
            try record(of: name, id).map { record in
                VersionDates(
                    name: name, signed: record.signed.flatMap { CalendarDate($0) },
                    published: record.published.flatMap { CalendarDate($0) },
                    effective: record.effective.flatMap { CalendarDate($0) }, status: record.status)
            }
        }
    }
}
