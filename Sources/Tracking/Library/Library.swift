package import GitStore
package import Statute

/// Answers questions about what is held: the register's declarations over the store's versions.
///
/// Not Sendable, like the store that it reads. No question walks the history.
package struct Library {
    package let register: Register
    package let store: GitStore
    /// The commit on versions as of which it answers; nil for the newest.
    package let commit: ObjectID?

    package init(register: Register, store: GitStore, at commit: ObjectID? = nil) {
        self.register = register
        self.store = store
        self.commit = commit
    }

    /// All instruments, declared or only held, in order of their ids.
    package func instruments() throws -> [InstrumentID] {
        try Set(store.instruments(at: commit)).union(register.instruments.map(\.id)).sorted()
    }

    /// The instrument that an id or a title means.
    package func instrument(named name: String) throws -> InstrumentID {
        if let declared = register.instrument(named: name) { return declared.id }
        let candidates = [InstrumentID(name), TitleSlug.id(for: name)].compactMap(\.self)
        for id in candidates where try !versions(of: id).isEmpty { return id }
        throw TrackingError.noInstrument(name)
    }

    /// The title to show for an instrument.
    package func title(of id: InstrumentID) throws -> String {
        if let declared = register.instruments.first(where: { $0.id == id }) { return declared.displayTitle }
        guard let last = try versions(of: id).last, let record = try record(of: last, id) else {
            return id.description
        }
        return record.title
    }

    /// The versions whose texts are held, in legal order.
    package func versions(of id: InstrumentID) throws -> [VersionName] {
        try store.versions(of: id, at: commit).map(\.version)
    }

    /// The one held version that `query` (a unique prefix of its name, or its stage) means.
    package func version(_ query: String, of id: InstrumentID) throws -> VersionName {
        let held = try versions(of: id)
        if let exact = held.first(where: { $0.description == query }) { return exact }
        let matches = held.filter { $0.answers(to: query) }
        // A stage alone is exact where only one version has it, whatever else the words are a prefix of.
        let staged = matches.filter { $0.stage == query }
        if staged.count == 1 { return staged[0] }
        if matches.count == 1 { return matches[0] }
        if matches.isEmpty {
            if let declared = declared(query, of: id) {
                throw TrackingError.noText(
                    version: "\(id)@\(declared.name)",
                    reason: "declared, but its text is \(words(for: declared.text))")
            }
            throw TrackingError.noVersion(
                instrument: id.description, query: query, known: held.map(\.description))
        }
        throw TrackingError.ambiguousVersion(
            instrument: id.description, query: query, matches: matches.map(\.description))
    }

    private func declared(_ query: String, of id: InstrumentID) -> Instrument.Version? {
        register.instruments.first { $0.id == id }?.versions.first { $0.name.answers(to: query) }
    }

    private func words(for text: String) -> String {
        switch text {
        case "not-published": "not published"
        case "not-held": "not held here"
        default: "not in the store yet; run scripts/nightly or lexwatch import"
        }
    }

    /// `ID@VERSION`, or an id alone for its last held version.
    package func load(_ reference: String) throws -> LoadedVersion {
        let parts = reference.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).map(
            String.init)
        guard let first = parts.first, !first.isEmpty else { throw TrackingError.badReference(reference) }
        let id = try instrument(named: first)
        if parts.count == 2 { return try load(version(parts[1], of: id), of: id) }
        guard let last = try versions(of: id).last else {
            throw TrackingError.noVersion(instrument: id.description, query: "", known: [])
        }
        return try load(last, of: id)
    }

    package func load(_ name: VersionName, of id: InstrumentID) throws -> LoadedVersion {
        let key = VersionKey(instrument: id, version: name)
        guard let stored = try store.version(key, at: commit) else {
            throw TrackingError.noVersion(instrument: id.description, query: name.description, known: [])
        }
        let record = try decode(stored.metadata, path: key.description)
        var texts: [Language: LoadedVersion.Text] = [:]
        for language in Language.allCases {
            guard let bytes = stored.texts[language.rawValue], let entry = record.texts[language.rawValue]
            else {
                continue
            }
            let parsed = CanonicalText.parse(String(decoding: bytes, as: UTF8.self), language: language)
            texts[language] = LoadedVersion.Text(
                text: parsed.text, provenance: entry.provenance.provenance, record: entry)
        }
        return LoadedVersion(instrument: id, name: name, record: record, texts: texts)
    }

    /// What `version.json` says, without reading the texts.
    package func record(of name: VersionName, _ id: InstrumentID) throws -> VersionRecord? {
        let key = VersionKey(instrument: id, version: name)
        guard let bytes = try store.read(.versions, StoreLayout.metadata(key), at: commit) else { return nil }
        return try decode(bytes, path: key.description)
    }

    private func decode(_ bytes: [UInt8], path: String) throws -> VersionRecord {
        do {
            return try VersionRecord(bytes)
        } catch {
            throw TrackingError.unreadableRecord(path: path, reason: "\(error)")
        }
    }
}
