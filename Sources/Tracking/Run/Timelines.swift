import GitStore
package import Statute

/// Rebuilds the branches on which stock git shows a law's history, from what the store holds.
package enum Timelines {
    /// Makes the timelines follow the versions. A run that died between making versions and this is made good here: it
    /// goes by what the store notes and not by what a run remembers.
    ///
    /// - Returns: the instruments whose history looks different now.
    @discardableResult
    package static func follow(_ library: Library) throws -> [InstrumentID] {
        let moved = try rebuild(try library.store.instrumentsBehind(), library: library)
        try library.store.timelinesAreMade()
        return moved
    }

    /// Rebuilds the timelines of instruments that have more than one version or are declared; a single text of an
    /// instrument that nobody tracks has no history to show.
    ///
    /// - Returns: the instruments whose history looks different now.
    package static func rebuild(_ instruments: Set<InstrumentID>, library: Library) throws -> [InstrumentID] {
        var timelines: [Timeline] = []
        for id in instruments.sorted() {
            let names = try library.versions(of: id)
            let isDeclared = library.register.instruments.contains { $0.id == id }
            guard names.count > 1 || isDeclared else { continue }
            var entries: [Timeline.Entry] = []
            for name in names {
                let version = try library.load(name, of: id)
                var texts: [String: [UInt8]] = [:]
                for (language, text) in version.texts {
                    // Two texts that share wording only because one stands in for the other must not look unchanged.
                    texts[language.rawValue] = Array(CanonicalText(FidelityMarks.marked(text)).string.utf8)
                }
                entries.append(
                    Timeline.Entry(
                        date: name.date, texts: texts,
                        title: "\(version.record.title): \(name.stage)",
                        trailers: [Trailer(.instrument, id.description), Trailer(.version, name.description)])
                )
            }
            timelines.append(Timeline(instrument: id, entries: entries))
        }
        if timelines.isEmpty { return [] }
        return try library.store.rebuild(timelines).moved
    }
}
