package import Statute

/// One version with its texts, ready to be shown or compared.
package struct LoadedVersion: Sendable {
    package struct Text: Sendable {
        package var text: StatuteText
        package var provenance: Provenance
        package var record: VersionRecord.Text
    }

    package var instrument: InstrumentID
    package var name: VersionName
    package var record: VersionRecord
    package var texts: [Language: Text]

    /// The text that may be trusted most; nil where none is held.
    package var mostTrustworthy: Text? {
        texts.values.min { $0.provenance.general.fidelity < $1.provenance.general.fidelity }
    }

    /// `cn/cybersecurity-law@2015-07-06.draft-1`.
    package var reference: String { "\(instrument)@\(name)" }
}
