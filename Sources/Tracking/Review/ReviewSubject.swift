package import Alerts
package import Statute

/// What a decision can be about: an alert that is raised now, or one that is raised no more but was once told, decided
/// on or altered.
package struct ReviewSubject: Sendable {
    package let id: String
    package let instrument: String
    package let from: String
    package let to: String
    /// Nil when it is raised no more.
    package let alert: Alert?
    /// The language of its evidence; nil when it is raised no more.
    package let language: Language?

    package init(_ alert: Alert, language: Language) {
        id = alert.id
        instrument = alert.instrument
        from = alert.from
        to = alert.to
        self.alert = alert
        self.language = language
    }

    package init(gone id: String, instrument: String, from: String, to: String) {
        self.id = id
        self.instrument = instrument
        self.from = from
        self.to = to
        alert = nil
        language = nil
    }

    package var seal: EvidenceSeal { alert.map(EvidenceSeal.init) ?? EvidenceSeal(gone: id) }
}
