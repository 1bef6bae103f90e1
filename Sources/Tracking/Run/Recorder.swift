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

    private let library: Library
    private let now: Int64
    private var batch = StoreBatch()
    /// Versions as they will be once the batch is written.
    private var pending: [String: Held] = [:]
    package private(set) var touched: Set<InstrumentID> = []

    /// - Parameter now: Unix seconds.
    package init(library: Library, now: Int64) {
        self.library = library
        self.now = now
    }

    /// Prepares one arrival; nothing is written before ``commit()``.
    ///
    /// - Parameter isGated: false where a gate with more to go by, or a person, has let it pass.
    package mutating func take(_ arrival: Arrival, isGated: Bool = true) throws -> Outcome {
        let captured = try capture(arrival)
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
        let canonical = Array(CanonicalText(arrival.text).string.utf8)
        let isSame = stored?.texts[language] == canonical
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
            articles: arrival.text.articleLevel.count { $0.kind == .article },
            provenance: ProvenanceRecord(arrival.provenance))
        let metadata = try record.encoded()
        let outcome = outcome(stored, previous, isSame: isSame, metadata: metadata, arrival)
        if outcome == .unchanged { return outcome }
        var texts = stored?.texts ?? [:]
        texts[language] = canonical
        try write(key, texts, metadata, arrival, outcome)
        pending[key.description] = Held(texts: texts, metadata: metadata)
        touched.insert(arrival.instrument)
        return outcome
    }

    /// Writes everything in one batch: captures before versions.
    package mutating func commit() throws -> WriteReport {
        defer {
            batch = StoreBatch()
            pending = [:]
        }
        return batch.isEmpty ? WriteReport() : try library.store.write(batch)
    }

    // MARK: Steps

    /// Keeps the bytes as they came; a capture of equal bytes keeps its first time.
    private mutating func capture(_ arrival: Arrival) throws -> CaptureRecord {
        let key = try CaptureKey(instrument: arrival.instrument, source: arrival.source)
        let sha256 = SHA256.hex(of: arrival.bytes)
        if let stored = try library.store.capture(key), stored.document == arrival.bytes {
            try captureProvenance(arrival)
            return try CaptureRecord(stored.metadata)
        }
        let record = CaptureRecord(
            origin: arrival.origin, sha256: sha256, bytes: arrival.bytes.count, captured: UTC.text(now))
        batch.add(
            try .capture(
                key, document: arrival.bytes, type: arrival.fileExtension, metadata: record.encoded(),
                title: "Capture \(arrival.instrument) from \(arrival.source)", time: UInt32(clamping: now)),
            to: .captures)
        try captureProvenance(arrival)
        return record
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
