import Statute

/// One commit that is to be made: what changes in the tree, and what is said about it.
package struct CommitDraft: Sendable {
    /// A step on the way from the parent's tree to the commit's; they are taken in order.
    package enum Change: Sendable {
        /// Adds or replaces a file.
        case put(StorePath, [UInt8])
        /// Removes a file or a whole folder; nothing happens when there is none.
        case remove(StorePath)
    }

    package var changes: [Change]
    /// One line for people, at most 500 characters, no control characters.
    package var title: String
    package var trailers: [Trailer]
    /// Unix seconds: when this was captured or made, never the legal date.
    package var time: UInt32
    package var author: Author

    package init(
        changes: [Change], title: String, trailers: [Trailer] = [], time: UInt32, author: Author = .lexwatch
    ) {
        self.changes = changes
        self.title = title
        self.trailers = trailers
        self.time = time
        self.author = author
    }

    /// A whole version: it replaces whatever stood under its key. `Instrument:` and `Version:` come first
    /// among its trailers.
    ///
    /// - Parameters:
    ///   - texts: Canonical text by language tag.
    ///   - metadata: The bytes of `version.json`.
    /// - Throws: ``StoreError/refused(subject:reason:)`` for a language that is no tag.
    package static func version(
        _ key: VersionKey, texts: [String: [UInt8]], metadata: [UInt8], title: String,
        trailers: [Trailer] = [],
        time: UInt32, author: Author = .lexwatch
    ) throws(StoreError) -> CommitDraft {
        var changes: [Change] = [.remove(try StoreLayout.folder(key))]
        for (language, text) in texts.sorted(by: { $0.key < $1.key }) {
            changes.append(.put(try StoreLayout.text(key, language: language), text))
        }
        changes.append(.put(try StoreLayout.metadata(key), metadata))
        let first = [
            Trailer(.instrument, key.instrument.description), Trailer(.version, key.version.description),
        ]
        return CommitDraft(
            changes: changes, title: title, trailers: first + trailers, time: time, author: author)
    }

    /// A capture: it replaces the last one of the same source. `Instrument:` and `Source:` come first among
    /// its trailers.
    ///
    /// - Parameters:
    ///   - document: The bytes exactly as received.
    ///   - type: The file ending that goes with their media type.
    ///   - metadata: The bytes of `capture.json`.
    /// - Throws: ``StoreError/refused(subject:reason:)`` for an ending that is none.
    package static func capture(
        _ key: CaptureKey, document: [UInt8], type: String, metadata: [UInt8], title: String,
        trailers: [Trailer] = [], time: UInt32, author: Author = .lexwatch
    ) throws(StoreError) -> CommitDraft {
        let changes: [Change] = [
            .remove(try StoreLayout.folder(key)),
            .put(try StoreLayout.document(key, type: type), document),
            .put(try StoreLayout.metadata(key), metadata),
        ]
        let first = [Trailer(.instrument, key.instrument.description), Trailer(.source, key.source)]
        return CommitDraft(
            changes: changes, title: title, trailers: first + trailers, time: time, author: author)
    }
}
