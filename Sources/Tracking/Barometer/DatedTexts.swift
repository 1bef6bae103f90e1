package import Alerts
import Redline
package import Statute

/// Reads the versions of instruments with their days, for the barometer.
package struct DatedTexts {
    private let library: Library
    private let scanner: ConceptScanner

    package init(library: Library, scanner: ConceptScanner) {
        self.library = library
        self.scanner = scanner
    }

    /// Every version of an instrument, declared or held, in legal order; at the end the day on which another
    /// instrument takes its place, where one is declared and its day is known.
    package func texts(of id: InstrumentID) throws -> [DatedText] {
        let declared = library.register.instruments.first { $0.id == id }
        var texts: [DatedText] = []
        var earlier: [(name: String, version: LoadedVersion)] = []
        let held = Set(try library.versions(of: id))
        for name in try library.allVersions(of: id) {
            var text = dated(name, declared, record: nil, id)
            if held.contains(name) {
                let version = try library.load(name, of: id)
                text = dated(name, declared, record: version.record, id)
                text.reading = reading(version)
                for old in earlier { text.follows[old.name] = follows(old.version, version) }
                earlier.append((text.version.name, version))
            }
            texts.append(text)
        }
        return texts + superseded(declared)
    }

    private func reading(_ version: LoadedVersion) -> VersionFindings? {
        version.mostTrustworthy.map {
            VersionFindings(
                version: VersionMark(version), findings: scanner.findings(in: $0.text),
                provenance: $0.provenance)
        }
    }

    private func dated(
        _ name: VersionName, _ declared: Instrument?, record: VersionRecord?, _ id: InstrumentID
    ) -> DatedText {
        let version = declared?.versions.first { $0.name == name }
        let status = record?.status ?? version?.status
        let stage: DatedText.Stage =
            switch status {
            case "suspended": .suspended
            case "repealed": .repealed
            default:
                version?.isDraft ?? false || status == "draft" || name.stage.contains("draft")
                    ? .draft : .adopted
            }
        let signed = record?.signed ?? version?.signed?.description
        let published = record?.published ?? version?.published?.description
        let own = stage == .draft ? published ?? signed : signed ?? published
        let isPublication = stage == .draft ? published != nil : signed == nil
        let announced = own ?? name.date?.description
        return DatedText(
            instrument: id.description, titles: titles(declared, record),
            version: VersionMark(name: name.description, date: announced ?? ""), stage: stage,
            announced: announced, announcedAs: isPublication ? .published : .adopted,
            effective: stage == .draft ? nil : record?.effective ?? version?.effective?.description)
    }

    private func titles(_ declared: Instrument?, _ record: VersionRecord?) -> [Language: String] {
        guard let declared else { return record.map { [.zh: $0.title] } ?? [:] }
        return declared.titles.merging(declared.shortTitles) { _, short in short }
    }

    /// Which articles of a text became which of a later one; nil where the two are held in no common language.
    private func follows(_ old: LoadedVersion, _ new: LoadedVersion) -> [ProvisionPath: [ProvisionPath]]? {
        guard let pair = try? VersionPair(old, new, language: nil) else { return nil }
        var follows: [ProvisionPath: [ProvisionPath]] = [:]
        for link in pair.comparison(scanner: nil).changes.changes.flatMap(\.links) {
            follows[link.before, default: []].append(link.after)
        }
        return follows
    }

    /// An instrument ends when the first text of its successor takes effect.
    private func superseded(_ declared: Instrument?) -> [DatedText] {
        guard let declared else { return [] }
        let successors = library.register.instruments.filter {
            declared.successors.contains($0.id.description)
        }
        let days = successors.compactMap { successor in
            successor.versions.first { !$0.isDraft }?.effective.map {
                (successor.id.description, $0.description)
            }
        }
        guard let first = days.min(by: { $0.1.isEarlier(than: $1.1) }) else { return [] }
        return [
            DatedText(
                instrument: declared.id.description, titles: titles(declared, nil),
                version: VersionMark(name: "\(first.1).superseded", date: first.1), stage: .superseded,
                announced: nil, effective: first.1)
        ]
    }
}
