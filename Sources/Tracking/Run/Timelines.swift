import GitStore
package import Statute

/// Rebuilds the branches on which stock git shows a law's history, from what the store holds.
package enum Timelines {
    /// Texts of so many bytes are in memory at once, and those of one instrument more.
    private static let room = 16 << 20

    /// Makes the timelines follow the versions. A run that died between making versions and this is made good here: it
    /// goes by what the store notes and not by what a run remembers.
    ///
    /// - Parameter isStopped: Asked now and then; where it says yes, the rest is left for the next time.
    /// - Returns: the instruments whose history looks different now.
    @discardableResult
    package static func follow(_ library: Library, isStopped: () -> Bool = { false }) throws -> [InstrumentID]
    {
        let moved = try rebuild(
            try library.store.instrumentsBehind(), library: library, isStopped: isStopped)
        if !isStopped() { try library.store.timelinesAreMade() }
        return moved
    }

    /// Rebuilds the timelines of instruments that have more than one version or are declared; a single text of an
    /// instrument that nobody tracks has no history to show.
    ///
    /// - Returns: the instruments whose history looks different now.
    package static func rebuild(
        _ instruments: Set<InstrumentID>, library: Library, isStopped: () -> Bool = { false }
    ) throws -> [InstrumentID] {
        let declared = Set(library.register.instruments.map(\.id))
        var moved: [InstrumentID] = []
        var waiting: [Timeline] = []
        var bytes = 0
        for id in instruments.sorted() {
            if isStopped() { break }
            let names = try library.versions(of: id)
            guard names.count > 1 || declared.contains(id) else { continue }
            let timeline = Timeline(instrument: id, entries: try names.map { try entry($0, id, library) })
            bytes += timeline.entries.reduce(0) { $0 + $1.texts.values.reduce(0) { $0 + $1.count } }
            waiting.append(timeline)
            if bytes > room {
                moved += try library.store.rebuild(waiting).moved
                (waiting, bytes) = ([], 0)
            }
        }
        if !waiting.isEmpty { moved += try library.store.rebuild(waiting).moved }
        return moved
    }

    private static func entry(_ name: VersionName, _ id: InstrumentID, _ library: Library) throws
        -> Timeline.Entry
    {
        let key = VersionKey(instrument: id, version: name)
        guard let stored = try library.store.version(key) else {
            throw TrackingError.noVersion(instrument: id.description, query: name.description, known: [])
        }
        let record: VersionRecord
        do {
            record = try VersionRecord(stored.metadata)
        } catch {
            throw TrackingError.unreadableRecord(path: key.description, reason: "\(error)")
        }
        var texts: [String: [UInt8]] = [:]
        var marked: [Language: LoadedVersion.Text]?
        for language in Language.allCases {
            let tag = language.rawValue
            guard let bytes = stored.texts[tag], let text = record.texts[tag] else { continue }
            if FidelityMarks.isUnmarked(text.provenance.provenance) {
                texts[tag] = bytes
                continue
            }
            // Two texts that share wording only because one stands in for the other must not look unchanged.
            if marked == nil { marked = try library.load(name, of: id).texts }
            guard let text = marked?[language] else { continue }
            texts[tag] = Array(CanonicalText(FidelityMarks.marked(text)).string.utf8)
        }
        return Timeline.Entry(
            date: name.date, texts: texts, title: title(record.title, name, id),
            trailers: [Trailer(.instrument, id.description), Trailer(.version, name.description)])
    }

    /// One line for people. A title that cannot stand in one must not stop the others' histories.
    private static func title(_ title: String, _ name: VersionName, _ id: InstrumentID) -> String {
        let line = "\(title): \(name.stage)"
        let scalars = line.unicodeScalars
        let isFit =
            scalars.count <= 500 && scalars.first?.properties.isWhitespace == false
            && !scalars.contains(where: Printable.steers)
        return isFit ? line : "\(id): \(name.stage)"
    }
}
