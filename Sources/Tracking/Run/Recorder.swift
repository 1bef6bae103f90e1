package import GitStore
package import Statute

/// Takes arrivals into the store: the bytes first, then the version that is made of them.
package struct Recorder {
    /// What became of one arrival.
    package enum Outcome: Sendable, Hashable {
        /// A version that was not there before.
        case added
        /// A text in one more language for a version that was there.
        case joined
        /// The same version made again: another parser, a corrected rendering, an official text in its place. No change
        /// in the law.
        case upgraded(String)
        case unchanged
        /// The bytes are kept; the version is not made until a person has looked.
        case quarantined(String)
        /// A second capture of a version that another capture has made already.
        case second(agrees: Bool)
    }

    /// The parser whose trees are stored. Raised when the same bytes give another tree.
    package static let parserVersion = 1

    /// A version as it stands or will stand.
    private struct Held {
        /// Canonical text by language tag.
        var texts: [String: [UInt8]]
        /// `version.json`.
        var metadata: [UInt8]
    }

    /// A capture that is newer than the stored one.
    private struct Kept {
        var record: CaptureRecord
        var document: [UInt8]
    }

    private let library: Library
    private let now: Int64
    private var batch = StoreBatch()
    /// Versions as they will be once the batch is written.
    private var pending: [String: Held] = [:]
    /// Captures, likewise.
    private var captured: [String: Kept] = [:]
    private var claims = TitleClaims()
    package private(set) var touched: Set<InstrumentID> = []
    /// How many arrivals, and how many bytes of documents and texts, wait for ``commit()``.
    package private(set) var waiting = (arrivals: 0, bytes: 0)

    /// - Parameter now: Unix seconds.
    package init(library: Library, now: Int64) {
        self.library = library
        self.now = now
    }

    /// Prepares one arrival; nothing is written before ``commit()``.
    ///
    /// - Parameters:
    ///   - digest: What was worked out of the arrival elsewhere; nil to do it here.
    ///   - isGated: false where a gate with more to go by, or a person, has let it pass.
    /// - Throws: ``ImportFault/idTaken(_:id:title:by:)`` where the store holds another law under the id.
    package mutating func take(_ arrival: Arrival, digest: ArrivalDigest? = nil, isGated: Bool = true) throws
        -> Outcome
    {
        let digest = digest ?? ArrivalDigest(arrival)
        try claims.check(arrival, in: library)
        waiting.arrivals += 1
        let captured = try capture(arrival, digest)
        let declared = declaration(of: arrival)
        let key = VersionKey(instrument: arrival.instrument, version: arrival.version)
        let stored =
            try pending[key.description]
            ?? library.store.version(key).map { Held(texts: $0.texts, metadata: $0.metadata) }
        var record = try stored.map { try VersionRecord($0.metadata) } ?? newRecord(arrival)
        let language = arrival.text.language.rawValue
        let previous = record.texts[language]
        if isGated,
            let objection = PlausibilityGate.objection(
                to: arrival, declared: declared?.articles, previous: previous?.articles)
        {
            return .quarantined(objection)
        }
        let isSame = stored?.texts[language] == digest.canonical
        if let previous, previous.capture != arrival.source,
            previous.provenance.provenance.general.fidelity == .official
        {
            return .second(agrees: isSame)
        }
        if stored == nil, arrival.isBackfill { record.backfill = true }
        if stored == nil { record.window = arrival.window }
        describe(&record, arrival, declared)
        record.texts[language] = VersionRecord.Text(
            capture: arrival.source, sha256: captured.sha256, captured: captured.captured,
            articles: digest.articles,
            provenance: ProvenanceRecord(arrival.provenance))
        let metadata = try record.encoded()
        let outcome = outcome(stored, previous, isSame: isSame, metadata: metadata, arrival)
        if outcome == .unchanged { return outcome }
        var texts = stored?.texts ?? [:]
        texts[language] = digest.canonical
        waiting.bytes += texts.values.reduce(metadata.count) { $0 + $1.count }
        try write(key, texts, metadata, arrival, outcome)
        pending[key.description] = Held(texts: texts, metadata: metadata)
        touched.insert(arrival.instrument)
        return outcome
    }

    /// Writes everything in one batch: captures before versions. Nothing of it stays in memory.
    package mutating func commit() throws -> WriteReport {
        defer {
            batch = StoreBatch()
            pending = [:]
            captured = [:]
            waiting = (0, 0)
        }
        return batch.isEmpty ? WriteReport() : try library.store.write(batch)
    }

    // MARK: Steps

    /// Keeps the bytes as they came; a capture of equal bytes keeps its first time.
    private mutating func capture(_ arrival: Arrival, _ digest: ArrivalDigest) throws -> CaptureRecord {
        let key = try CaptureKey(instrument: arrival.instrument, source: arrival.source)
        var record = CaptureRecord(
            origin: arrival.origin, sha256: digest.sha256, bytes: arrival.bytes.count,
            captured: UTC.text(now))
        if let revision = arrival.revision {
            record.origin = revision.name
            record.archived = revision.written
            record.commit = revision.commit
            record.path = revision.path
            if let kept = revision.kept {
                // By a run that died before it made anything of them; the source may have later bytes by now.
                record.captured = UTC.text(kept)
                return record
            }
        } else if let held = try held(key), held.document == arrival.bytes {
            try captureProvenance(arrival)
            return held.record
        }
        waiting.bytes += arrival.bytes.count
        batch.add(
            try .capture(
                key, document: arrival.bytes, type: arrival.fileExtension, metadata: record.encoded(),
                title: "Capture \(arrival.instrument) from \(arrival.source)",
                trailers: Self.revision(of: arrival), time: UInt32(clamping: now)),
            to: .captures)
        captured[key.description] = Kept(record: record, document: arrival.bytes)
        try captureProvenance(arrival)
        return record
    }

    /// The latest capture of a source, written or waiting.
    private func held(_ key: CaptureKey) throws -> Kept? {
        if let waiting = captured[key.description] { return waiting }
        return try library.store.capture(key).map {
            Kept(record: try CaptureRecord($0.metadata), document: $0.document)
        }
    }

    private static func revision(of arrival: Arrival) -> [Trailer] {
        arrival.revision.map { [Trailer(.revision, $0.commit)] } ?? []
    }

    /// The declaration of a rendering's provenance is material too: it is kept like the text.
    private mutating func captureProvenance(_ arrival: Arrival) throws {
        guard let bytes = arrival.provenanceBytes else { return }
        let key = try CaptureKey(instrument: arrival.instrument, source: arrival.source + ".provenance")
        if let stored = try library.store.capture(key), stored.document == bytes { return }
        let record = CaptureRecord(
            origin: arrival.origin + " (provenance)", sha256: SHA256.hex(of: bytes), bytes: bytes.count,
            captured: UTC.text(now))
        batch.add(
            try .capture(
                key, document: bytes, type: "yml", metadata: record.encoded(),
                title: "Capture \(arrival.instrument) from \(key.source)", time: UInt32(clamping: now)),
            to: .captures)
    }

    private func declaration(of arrival: Arrival) -> Instrument.Version? {
        library.register.instruments.first { $0.id == arrival.instrument }?
            .versions.first { $0.name == arrival.version }
    }

    private func newRecord(_ arrival: Arrival) -> VersionRecord {
        VersionRecord(
            id: arrival.instrument.description, version: arrival.version.description, title: arrival.title,
            known: UTC.text(now), parser: Self.parserVersion)
    }

    private func describe(_ record: inout VersionRecord, _ arrival: Arrival, _ declared: Instrument.Version?)
    {
        record.parser = Self.parserVersion
        record.title = declared?.title ?? arrival.title
        record.signed = (declared?.signed ?? arrival.dates.signed)?.description
        record.published = (declared?.published ?? arrival.dates.published)?.description
        record.effective = (declared?.effective ?? arrival.dates.effective)?.description
        record.commentsClose = declared?.commentsClose?.description
        record.status = declared?.status
        if declared?.isDraft == true { record.signed = declared?.signed?.description }
    }

    private func outcome(
        _ stored: Held?, _ previous: VersionRecord.Text?, isSame: Bool, metadata: [UInt8], _ arrival: Arrival
    ) -> Outcome {
        guard let stored else { return .added }
        guard let previous else { return .joined }
        if isSame, stored.metadata == metadata { return .unchanged }
        if previous.capture != arrival.source { return .upgraded("official text in place of a rendering") }
        return .upgraded(isSame ? "declaration" : "rendering or parser")
    }

    private mutating func write(
        _ key: VersionKey, _ texts: [String: [UInt8]], _ metadata: [UInt8], _ arrival: Arrival,
        _ outcome: Outcome
    ) throws {
        var trailers = [
            Trailer(.capture, arrival.source), Trailer(.parser, String(Self.parserVersion)),
        ]
        trailers += Self.revision(of: arrival)
        var verb = "Add"
        if case .upgraded(let why) = outcome {
            trailers.append(Trailer(.upgrade, why))
            verb = "Upgrade"
        }
        batch.add(
            try .version(
                key, texts: texts, metadata: metadata,
                title: "\(verb) \(arrival.instrument) \(arrival.version) (\(arrival.text.language.rawValue))",
                trailers: trailers, time: UInt32(clamping: now)), to: .versions)
    }
}
