package import GitStore
package import Material
package import Statute

/// What people do with texts that were held back: take them in, or drop them. Each decision is kept for ever.
package struct QuarantineDesk {
    /// One text that waits for a person.
    package struct Entry: Sendable, Hashable {
        /// `cn/cybersecurity-law/npc-draft-1`.
        package var source: String
        package var held: SourceState.Quarantine
    }

    private let library: Library

    package init(_ library: Library) { self.library = library }

    /// All that is held back, by source.
    package func entries() throws -> [Entry] {
        var states = SourceStates(library.store)
        return try states.all().compactMap { name, state in
            guard let held = state.quarantine, !state.discarded.contains(held.open.digest) else { return nil }
            return Entry(source: name, held: held)
        }
        .sorted { $0.source < $1.source }
    }

    /// Takes in the text of a source that is held back, from the bytes that were kept.
    ///
    /// - Parameter now: Unix seconds.
    /// - Returns: the version that it became, and what the recorder made of it.
    /// - Throws: ``TrackingError/notHeld(_:)``, ``TrackingError/noSource(_:)``, ``ReadingFault`` where the bytes cannot
    ///   be read by today's program either.
    package func release(
        _ name: String, by author: Author, reason: String?, now: Int64,
        read: (ReadingRequest) -> Result<Readout, ReadingFault>
    ) throws -> (version: VersionName, outcome: Recorder.Outcome) {
        var states = SourceStates(library.store)
        var state = try states.state(name)
        guard let held = state.quarantine else { throw TrackingError.notHeld(name) }
        let (instrument, source) = try declared(name)
        let key = try CaptureKey(instrument: instrument.id, source: held.capture)
        guard let commit = ObjectID(held.commit), let kept = try library.store.capture(key, at: commit) else {
            throw TrackingError.noCapture(name)
        }
        let record = try CaptureRecord(kept.metadata)
        let job = NightJob(
            instrument: instrument, source: source, purpose: .page, key: key, url: record.origin)
        let document = FetchedDocument(bytes: kept.document, exchange: record.exchange ?? Exchange(hops: []))
        let text = ReadText(try read(ReadingRequest(document, of: job)).get(), language: source.language)
        let established = try Established(
            instrument.id, capture: held.capture, language: source.language, in: library)
        let naming = VersionNaming(
            instrument: instrument, source: source, held: try library.versions(of: instrument.id),
            now: Instant(secondsSince1970: now))
        let named = naming.name(text, established: established, announcement: nil)
        var recorder = Recorder(library: library, now: now)
        let arrival = Arrival(
            origin: record.origin, bytes: kept.document, fileExtension: kept.type, source: held.capture,
            instrument: instrument.id, title: text.parsed.text.title, version: named.version,
            text: text.parsed.text, diagnostics: text.parsed.diagnostics,
            provenance: Provenance(
                general: .init(
                    fidelity: .official, sources: [record.origin],
                    note: "taken in by \(author.name) after a look")),
            provenanceBytes: nil, dates: named.dates)
        let outcome = try recorder.take(arrival, isGated: false)
        _ = try recorder.commit()
        try Timelines.follow(library)
        state.released = Array((state.released + [held.open.digest]).suffix(10))
        state.quarantine = nil
        state.sha256 = record.sha256
        state.succeeded(at: Instant(secondsSince1970: now))
        try states.set(state, for: name)
        try note(.release, name, held, states, author, reason, now)
        return (named.version, outcome)
    }

    /// Drops the text of a source that is held back: it will not be told again.
    package func discard(_ name: String, by author: Author, reason: String?, now: Int64) throws {
        var states = SourceStates(library.store)
        var state = try states.state(name)
        guard let held = state.quarantine else { throw TrackingError.notHeld(name) }
        state.discarded = Array((state.discarded + [held.open.digest]).suffix(10))
        try states.set(state, for: name)
        try note(.discard, name, held, states, author, reason, now)
    }

    /// The instrument and the source of `country/slug/source`, or of a document that the source led to.
    private func declared(_ name: String) throws -> (Instrument, SourceDeclaration) {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3, let id = InstrumentID("\(parts[0])/\(parts[1])"),
            let instrument = library.register.instruments.first(where: { $0.id == id }),
            let source = instrument.sources.first(where: {
                parts[2] == $0.id || parts[2].hasPrefix($0.id + ".")
            })
        else { throw TrackingError.noSource(name) }
        return (instrument, source)
    }

    private func note(
        _ verb: QuarantineDecision.Verb, _ name: String, _ held: SourceState.Quarantine,
        _ states: SourceStates,
        _ author: Author, _ reason: String?, _ now: Int64
    ) throws {
        let record = QuarantineDecision(
            source: name, decision: verb, digest: held.open.digest.description, sha256: held.sha256,
            signals: held.open.signals.map(\.kind.rawValue),
            author: DecisionRecord.Person(name: author.name, email: author.email), at: UTC.text(now),
            reason: reason)
        var batch = StoreBatch()
        batch.add(
            CommitDraft(
                changes: [.put(try record.path(), try record.encoded())],
                title: "\(verb == .release ? "Release" : "Discard") the held text of \(name)",
                time: UInt32(clamping: now), author: author),
            to: .decisions)
        batch.add(
            CommitDraft(
                changes: try states.changes(), title: "After a decision on \(name)",
                time: UInt32(clamping: now)),
            to: .runs)
        _ = try library.store.write(batch)
    }
}

/// One decision of one person on a text that was held back, as a file on the decisions branch.
struct QuarantineDecision: StoredRecord {
    enum Verb: String, Sendable, Hashable, Codable {
        case release, discard
    }

    var schema = 1
    var source: String
    var decision: Verb
    var digest: String
    var sha256: String
    var signals: [String]
    var author: DecisionRecord.Person
    /// ISO 8601 UTC.
    var at: String
    var reason: String?

    func path() throws -> StorePath {
        try StoreLayout.decision(
            kind: "quarantines", id: SHA256.hex(of: try encoded()).prefix(32).description)
    }
}
