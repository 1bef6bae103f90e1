import Statute

/// One step of an instrument with its alerts, as it stood at a moment.
package struct StepMark: Sendable, Hashable, Codable {
    /// One of the two texts that were compared.
    package struct Text: Sendable, Hashable, Codable {
        package var version: String
        package var capture: String
        /// Of the captured bytes.
        package var sha256: String
        package var fidelity: String
    }

    package var instrument: String
    package var language: String
    package var before: Text
    package var after: Text
    /// ``Catalogue/version``
    package var catalogue: String
    package var alerts: [AlertMark]

    package init(_ assessment: Assessment, catalogue: Catalogue) {
        let pair = assessment.pair
        instrument = pair.new.instrument.description
        language = pair.language.rawValue
        before = Text(pair.old, pair.before)
        after = Text(pair.new, pair.after)
        self.catalogue = catalogue.version
        alerts = assessment.alerts.map { AlertMark($0, catalogue: catalogue) }
    }

    /// `cn/x@2015-07-06.draft-1..2016-07-05.draft-2`
    package var name: String { Self.name(instrument, before.version, after.version) }

    static func name(_ instrument: String, _ from: String, _ to: String) -> String {
        "\(instrument)@\(from)..\(to)"
    }

    package func alert(_ id: String) -> AlertMark? { alerts.first { $0.id == id } }
}

extension StepMark.Text {
    init(_ version: LoadedVersion, _ text: LoadedVersion.Text) {
        self.init(
            version: version.name.description, capture: text.record.capture, sha256: text.record.sha256,
            fidelity: text.provenance.general.fidelity.rawValue)
    }
}
