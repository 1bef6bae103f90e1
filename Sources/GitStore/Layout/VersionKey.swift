package import Statute

/// Which version of which instrument.
package struct VersionKey: Sendable, Hashable, Comparable, CustomStringConvertible {
    package let instrument: InstrumentID
    package let version: VersionName

    package init(instrument: InstrumentID, version: VersionName) {
        self.instrument = instrument
        self.version = version
    }

    package var description: String { "\(instrument)@\(version)" }

    /// By instrument, then in legal order.
    package static func < (a: VersionKey, b: VersionKey) -> Bool {
        (a.instrument, a.version) < (b.instrument, b.version)
    }
}
