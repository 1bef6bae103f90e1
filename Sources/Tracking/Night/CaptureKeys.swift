import GitStore
import Statute

/// The names under which the parts of one source are kept.
enum CaptureKeys {
    /// The file that a page attaches.
    static func attachment(of job: NightJob) throws -> CaptureKey {
        try CaptureKey(instrument: job.instrument.id, source: job.key.source + ".attachment")
    }

    /// One of many documents of a source, by its address or file name.
    static func found(_ source: SourceDeclaration, _ name: String, of instrument: InstrumentID) throws -> CaptureKey {
        try CaptureKey(
            instrument: instrument, source: "\(source.id).\(SHA256.hex(of: Array(name.utf8)).prefix(12))")
    }
}
