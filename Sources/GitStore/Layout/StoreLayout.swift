package import Statute

/// Where everything stands inside the branches. Nothing else knows.
///
/// ```
/// captures   <country>/<ab>/<slug>/<source>/document.<ext>      capture.json
/// versions   <country>/<ab>/<slug>/<date>.<stage>/<lang>.txt    version.json
/// decisions  <kind>/<ab>/<id>.json
/// runs       nights/<year>/<month>/<day>t<time>z.json    sources/<ab>.json
/// log        checkpoint    tile/<level>/<number>
/// timeline/<country>/<slug>   <lang>.txt
/// ```
///
/// `<ab>` is the first two hexadecimal digits of the SHA-256 of the name below it: a flat tree of thousands
/// of entries would be written whole for every commit.
package enum StoreLayout {
    package static let captureMetadata = "capture.json"
    package static let versionMetadata = "version.json"

    /// Two hexadecimal digits that spread names evenly over 256 folders.
    package static func shard(_ name: String) -> String {
        String(SHA256.hex(of: Array(name.utf8)).prefix(2))
    }

    /// The folder of an instrument, on captures and on versions.
    ///
    /// - Throws: ``StoreError/refused(subject:reason:)`` for a slug that is the name of a device.
    package static func folder(_ id: InstrumentID) throws(StoreError) -> StorePath {
        try StorePath(components: [id.country, shard(storable(id).slug), id.slug])
    }

    /// The folder of a version, on versions.
    package static func folder(_ key: VersionKey) throws(StoreError) -> StorePath {
        try folder(key.instrument).appending(key.version.description)
    }

    /// The folder of a source's latest capture, on captures.
    package static func folder(_ key: CaptureKey) throws(StoreError) -> StorePath {
        try folder(key.instrument).appending(key.source)
    }

    /// One language's text of a version.
    package static func text(_ key: VersionKey, language: String) throws(StoreError) -> StorePath {
        try folder(key).appending(textName(language))
    }

    package static func metadata(_ key: VersionKey) throws(StoreError) -> StorePath {
        try folder(key).appending(versionMetadata)
    }

    /// The bytes as received; `type` is the ending that goes with their media type, `html` or `pdf`.
    package static func document(_ key: CaptureKey, type: String) throws(StoreError) -> StorePath {
        guard Grammar.isExtension(type) else {
            throw .refused(subject: Printable.text(type), reason: "a file ending is 1 to 10 of a-z and 0-9")
        }
        return try folder(key).appending("document.\(type)")
    }

    package static func metadata(_ key: CaptureKey) throws(StoreError) -> StorePath {
        try folder(key).appending(captureMetadata)
    }

    /// A record on decisions: `reviews`, `sent` and whatever kinds come.
    package static func decision(kind: String, id: String) throws(StoreError) -> StorePath {
        guard InstrumentID.isSlug(kind), InstrumentID.isSlug(id) else {
            throw .refused(
                subject: Printable.text("\(kind)/\(id)"),
                reason: "a record's kind and id are of a-z, 0-9 and hyphen")
        }
        return try StorePath(components: [kind, shard(id), "\(id).json"])
    }

    /// What one night says of every source, on runs.
    ///
    /// - Parameter time: Unix seconds.
    package static func night(_ time: Int64) throws(StoreError) -> StorePath {
        let day = CalendarDate(unixTime: time).description.utf8.split(separator: 0x2D).map {
            String(decoding: $0, as: UTF8.self)
        }
        let clock = UTC.clock(time).utf8.filter { $0 != 0x3A }
        return try StorePath(
            components: [
                "nights", day[0], day[1], "\(day[2])t\(String(decoding: clock, as: UTF8.self))z.json",
            ])
    }

    /// What is known of a share of the sources from one run to the next, on runs.
    ///
    /// - Parameter shard: ``shard(_:)`` of the source's full name.
    package static func sources(_ shard: String) throws(StoreError) -> StorePath {
        try StorePath(components: ["sources", "\(shard).json"])
    }

    /// The file name of one language's text.
    package static func textName(_ language: String) throws(StoreError) -> String {
        guard Grammar.isLanguage(language) else {
            throw .refused(
                subject: Printable.text(language), reason: "a language is a lower-case tag such as zh")
        }
        return "\(language).txt"
    }

    /// The language of a text's file name; nil for any other file.
    package static func language(ofTextName name: String) -> String? {
        guard name.utf8.count > 4, name.utf8.suffix(4).elementsEqual(".txt".utf8) else { return nil }
        let language = String(decoding: name.utf8.dropLast(4), as: UTF8.self)
        return Grammar.isLanguage(language) ? language : nil
    }

    /// The ending of a captured document's file name; nil for any other file.
    package static func type(ofDocumentName name: String) -> String? {
        guard name.utf8.starts(with: "document.".utf8) else { return nil }
        let type = String(decoding: name.utf8.dropFirst(9), as: UTF8.self)
        return Grammar.isExtension(type) ? type : nil
    }

    /// The reference of an instrument's timeline.
    ///
    /// - Throws: ``StoreError/refused(subject:reason:)`` for a slug that is the name of a device.
    package static func timeline(_ id: InstrumentID) throws(StoreError) -> String {
        timelines + (try storable(id).description)
    }

    private static func storable(_ id: InstrumentID) throws(StoreError) -> InstrumentID {
        guard Grammar.devices.contains(id.slug) else { return id }
        throw .refused(
            subject: id.description,
            reason: "an instrument is country/slug, two letters a-z and at most 100 of a-z, 0-9 and hyphen")
    }

    static let timelines = "refs/heads/timeline/"
    /// The commit on versions from which the timelines were made.
    static let timelinesBase = "refs/lexwatch/timelines"
}
