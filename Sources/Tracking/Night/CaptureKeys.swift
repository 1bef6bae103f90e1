import GitStore
import Material
import Statute

/// The names under which the parts of one source are kept.
enum CaptureKeys {
    /// The file that a page attaches.
    static func attachment(of job: NightJob) throws -> CaptureKey {
        try CaptureKey(instrument: job.instrument.id, source: job.key.source + ".attachment")
    }

    /// One state of a page that an archive keeps: `wayback.20150706080000`.
    static func state(_ moment: Instant, of job: NightJob) throws -> CaptureKey {
        let digits = UTC.text(moment.secondsSince1970).filter { $0.isASCII && $0.isNumber }
        return try CaptureKey(instrument: job.instrument.id, source: "\(job.source.id).\(digits)")
    }

    /// One of many documents of a source, by its address or file name.
    static func found(_ source: SourceDeclaration, _ name: String, of instrument: InstrumentID) throws
        -> CaptureKey
    {
        try CaptureKey(
            instrument: instrument, source: "\(source.id).\(SHA256.hex(of: Array(name.utf8)).prefix(12))")
    }
}
