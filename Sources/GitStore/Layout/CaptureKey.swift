package import Statute

/// Which source of which instrument; a branch's newest tree holds its latest capture.
package struct CaptureKey: Sendable, Hashable, Comparable, CustomStringConvertible {
    package let instrument: InstrumentID
    /// `[a-z0-9][a-z0-9._-]*`.
    package let source: String

    /// - Throws: ``StoreError/refused(subject:reason:)``.
    package init(instrument: InstrumentID, source: String) throws(StoreError) {
        guard Grammar.isSource(source) else {
            throw .refused(
                subject: Printable.text(source),
                reason: "a source is at most 100 of a-z, 0-9, dot, underscore and hyphen")
        }
        self.instrument = instrument
        self.source = source
    }

    package var description: String { "\(instrument)/\(source)" }

    package static func < (a: CaptureKey, b: CaptureKey) -> Bool {
        (a.instrument, a.source) < (b.instrument, b.source)
    }
}
