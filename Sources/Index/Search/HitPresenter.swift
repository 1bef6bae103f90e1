import Foundation
import GitStore
import Statute

/// Makes hits of candidates: reads their texts and records from the store, each once.
struct HitPresenter {
    let store: GitStore
    private var texts: [Data: [String: ProvisionPlaces.Place]] = [:]
    private var titles: [Data: String] = [:]
    private var records: [Data: Provenance] = [:]
    /// Instruments that are a hit by their title already.
    private var titled: Set<[String]> = []

    init(store: GitStore) { self.store = store }

    /// Nil for one more provision of an instrument of which nothing but the title fits, and for what the store does not have
    /// as the index says.
    mutating func hit(_ candidate: Candidate, finder: PhraseFinder) throws -> SearchHit? {
        guard let id = InstrumentID(candidate.key.instrument),
            let language = Language(rawValue: candidate.key.language)
        else { return nil }
        let places = candidate.places.sorted { ($0.version, $0.path) < ($1.version, $1.path) }
        guard let newest = places.last, let place = try place(newest, language) else { return nil }
        let title = titles[newest.text] ?? candidate.title
        let finds = finder.ranges(in: WordScanner.words(place.words))
        let isBare =
            !finder.patterns.isEmpty && finds.isEmpty
            && finder.ranges(in: WordScanner.words(newest.heading)).isEmpty
        if candidate.key.isTitle || isBare {
            guard titled.insert([candidate.key.instrument, candidate.key.language]).inserted else {
                return nil
            }
            let found = finder.ranges(in: WordScanner.words(title))
            return SearchHit(
                instrument: id, title: title, language: language, heading: "", match: .title,
                appearances: try places.map { try appearance($0, path: "", label: "", language) }.uniqued(),
                snippet: Snippet(title, finds: found))
        }
        return SearchHit(
            instrument: id, title: title, language: language, heading: newest.heading,
            match: candidate.isFuzzy ? .fuzzy : .exact,
            appearances: try places.map { try appearance($0, path: $0.path, label: $0.label, language) },
            snippet: Snippet(place.words, finds: finds))
    }

    private mutating func place(_ found: Candidate.Place, _ language: Language) throws -> ProvisionPlaces
        .Place?
    {
        if texts[found.text] == nil {
            guard let blob = ObjectID(bytes: Array(found.text)) else { return nil }
            let bytes = try store.blob(blob)
            let statute = CanonicalText.parse(String(decoding: bytes, as: UTF8.self), language: language).text
            var places: [String: ProvisionPlaces.Place] = [:]
            for place in ProvisionPlaces.all(in: statute) { places[place.provision.path.rawValue] = place }
            texts[found.text] = places
            titles[found.text] = statute.title
        }
        return texts[found.text]?[found.path]
    }

    private mutating func appearance(
        _ place: Candidate.Place, path: String, label: String, _ language: Language
    ) throws -> SearchHit.Appearance {
        SearchHit.Appearance(
            version: place.version, label: label, path: path, signed: place.signed,
            published: place.published,
            effective: place.effective, captured: place.captured, fidelity: try fidelity(place, language))
    }

    /// What the version's record says of this provision; least where it says nothing that can be read.
    private mutating func fidelity(_ place: Candidate.Place, _ language: Language) throws -> Fidelity {
        guard let record = place.record else { return .assumed }
        let key = record + Data(language.rawValue.utf8)
        if records[key] == nil {
            guard let blob = ObjectID(bytes: Array(record)), let facts = StoredFacts(try store.blob(blob))
            else {
                return .assumed
            }
            let trust = facts.texts[language.rawValue]?.provenance
            records[key] = trust?.provenance ?? Provenance(general: .init(fidelity: .assumed))
        }
        return records[key]?.record(for: ProvisionPath(place.path)).fidelity ?? .assumed
    }
}

extension [SearchHit.Appearance] {
    /// Each version once.
    fileprivate func uniqued() -> Self {
        var seen: Set<VersionName> = []
        return filter { seen.insert($0.version).inserted }
    }
}
