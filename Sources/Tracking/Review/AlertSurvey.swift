package import Alerts
package import Statute

/// The alerts of steps, assessed once each.
///
/// It keeps what is needed to list and to compare, not the texts.
package struct AlertSurvey {
    package struct Step: Sendable {
        package var mark: StepMark
        package var alerts: [Alert]
        package var language: Language
    }

    private let library: Library
    private let assessor: Assessor
    /// By ``StepMark/name``; nil for a step that cannot be assessed, because a version of it is not held.
    private var known: [String: Step?] = [:]
    /// The names of ``known`` in the order in which they came.
    private var order: [String] = []

    package init(library: Library, assessor: Assessor) {
        self.library = library
        self.assessor = assessor
    }

    /// Every step from one held version of a declared instrument to the next.
    package mutating func addAll() throws {
        for instrument in library.register.instruments {
            for pair in try VersionPair.consecutive(of: instrument.id, in: library) {
                add(try Assessment(pair, assessor: assessor, in: library))
            }
        }
    }

    @discardableResult
    package mutating func add(_ assessment: Assessment) -> Step {
        let mark = StepMark(assessment, catalogue: library.register.catalogue)
        let step = Step(mark: mark, alerts: assessment.alerts, language: assessment.pair.language)
        if known.updateValue(step, forKey: mark.name) == nil { order.append(mark.name) }
        return step
    }

    /// All steps, in the order in which they came.
    package var steps: [Step] { order.compactMap { known[$0] ?? nil } }

    /// One step; assessed now where it was not yet. A step that a back-filled version has parted in two can still be
    /// asked for. Nil when the store or the register does not have what it takes.
    package mutating func step(_ instrument: String, from: String, to: String) throws -> Step? {
        let name = StepMark.name(instrument, from, to)
        if let step = known[name] { return step }
        guard let pair = try pair(instrument, from, to) else {
            known[name] = .some(nil)
            return nil
        }
        return add(try Assessment(pair, assessor: assessor, in: library))
    }

    private func pair(_ instrument: String, _ from: String, _ to: String) throws -> VersionPair? {
        guard let id = InstrumentID(instrument),
            library.register.instruments.contains(where: { $0.id == id }),
            let old = VersionName(from), let new = VersionName(to)
        else { return nil }
        let held = try library.versions(of: id)
        guard held.contains(old), held.contains(new) else { return nil }
        let pairs = try VersionPair.consecutive(of: id, in: library)
        let language = pairs.first?.language.rawValue
        let versions = (try library.load(old, of: id), try library.load(new, of: id))
        // In the language of the other steps, where both are held in it.
        return (try? VersionPair(versions.0, versions.1, language: language))
            ?? (try? VersionPair(versions.0, versions.1, language: nil))
    }
}
