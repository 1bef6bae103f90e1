package import Statute

extension GitStore {
    /// Every instrument that has something on a branch, sorted.
    package func instruments(on branch: StoreBranch = .versions, at commit: ObjectID? = nil)
        throws(StoreError)
        -> [InstrumentID]
    {
        var found: [InstrumentID] = []
        for country in try list(branch, at: commit) {
            for shard in try entries(country.id) {
                for slug in try entries(shard.id) {
                    let name = "\(country.name)/\(slug.name)"
                    found.append(
                        try ours(name, InstrumentID(stored: name)))
                }
            }
        }
        return found.sorted()
    }

    /// Every version of an instrument, oldest legal date first.
    package func versions(of instrument: InstrumentID, at commit: ObjectID? = nil) throws(StoreError)
        -> [VersionKey]
    {
        var found: [VersionKey] = []
        for entry in try list(.versions, StoreLayout.folder(instrument), at: commit) {
            found.append(
                VersionKey(
                    instrument: instrument,
                    version: try ours("\(instrument)/\(entry.name)", VersionName(entry.name))))
        }
        return found.sorted()
    }

    /// Every source of an instrument that was captured, sorted.
    package func sources(of instrument: InstrumentID, at commit: ObjectID? = nil) throws(StoreError)
        -> [CaptureKey]
    {
        var found: [CaptureKey] = []
        for entry in try list(.captures, StoreLayout.folder(instrument), at: commit) {
            found.append(
                try ours(
                    "\(instrument)/\(entry.name)", try? CaptureKey(instrument: instrument, source: entry.name)
                ))
        }
        return found.sorted()
    }

    /// A whole version; nil when there is none of that key.
    ///
    /// - Throws: ``StoreError/damaged(path:reason:)`` when a part of it is missing.
    package func version(_ key: VersionKey, at commit: ObjectID? = nil) throws(StoreError) -> StoredVersion? {
        let files = try list(.versions, StoreLayout.folder(key), at: commit)
        guard !files.isEmpty else { return nil }
        var texts: [String: [UInt8]] = [:]
        var metadata: [UInt8]?
        for file in files where !file.isFolder {
            if file.name == StoreLayout.versionMetadata {
                metadata = try repository.blob(file.id)
            } else if let language = StoreLayout.language(ofTextName: file.name) {
                texts[language] = try repository.blob(file.id)
            }
        }
        guard let metadata else {
            throw .damaged(path: "\(path) \(key)", reason: "\(StoreLayout.versionMetadata) is missing")
        }
        return StoredVersion(key: key, texts: texts, metadata: metadata)
    }

    /// The latest capture of a source, or the one that stood at a commit; nil when there is none.
    ///
    /// - Throws: ``StoreError/damaged(path:reason:)`` when a part of it is missing.
    package func capture(_ key: CaptureKey, at commit: ObjectID? = nil) throws(StoreError) -> StoredCapture? {
        let files = try list(.captures, StoreLayout.folder(key), at: commit)
        guard !files.isEmpty else { return nil }
        let metadata = files.first { $0.name == StoreLayout.captureMetadata }
        let document = files.first { StoreLayout.type(ofDocumentName: $0.name) != nil }
        guard let metadata, let document, let type = StoreLayout.type(ofDocumentName: document.name) else {
            throw .damaged(path: "\(path) \(key)", reason: "the document or its metadata is missing")
        }
        return StoredCapture(
            key: key, document: try repository.blob(document.id), type: type,
            metadata: try repository.blob(metadata.id))
    }

    /// What a name that was read from the store means; one that we would not have written means damage.
    func ours<Key>(_ name: String, _ key: Key?) throws(StoreError) -> Key {
        if let key { return key }
        throw .damaged(path: "\(path) \(Printable.text(name))", reason: "a name that Lexwatch does not write")
    }
}
