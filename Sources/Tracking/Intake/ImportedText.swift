import Foundation
import GitStore
import Statute

/// Makes an arrival of a file's bytes: which law it is, which version, from when. Needs nothing but the bytes, the file's
/// name and the declarations, so that many are made at once.
struct ImportedText: Sendable {
    /// Relative to the folder or the repository.
    let file: String
    /// What its captures are kept under; of a file that was renamed in a repository, its first name.
    let place: String
    let layout: ImportFolder.Layout
    let register: Register

    init(file: String, place: String? = nil, layout: ImportFolder.Layout, register: Register) {
        self.file = file
        self.place = place ?? file
        self.layout = layout
        self.register = register
    }

    /// - Throws: ``ImportFault``, or what the decoder throws.
    func arrival(_ bytes: [UInt8], _ decoder: Decoder) throws -> Arrival {
        let parsed = StatuteParser.parse(try decoder.decode(bytes, file).string)
        let name = fileName
        let dated = DatedFileName(name.stem)
        // A file system may hand out either Unicode form of one name, and both are one law.
        let fileTitle = dated.title.precomposedStringWithCanonicalMapping
        let title = parsed.text.title.isEmpty ? fileTitle : parsed.text.title
        let events = LegalHistory.events(in: parsed.text.headnotes)
        let date = dated.date ?? events.last?.date
        let declared = declared(title) ?? declared(fileTitle)
        let effective = LegalHistory.effectiveDate(of: parsed.text)
        return Arrival(
            origin: file, bytes: bytes, fileExtension: name.ending, source: source,
            instrument: try declared?.id ?? undeclared(title), title: title,
            version: Self.version(date: date, declared: declared, events: events), text: parsed.text,
            diagnostics: parsed.diagnostics, provenance: .official, provenanceBytes: nil,
            dates: LegalDates(signed: date, effective: effective))
    }

    /// By its titles only: an id is no title.
    private func declared(_ title: String) -> Instrument? {
        register.instruments.first { $0.allTitles.contains(title) }
    }

    /// The id that a title gives, if nothing else has it.
    private func undeclared(_ title: String) throws -> InstrumentID {
        guard let id = TitleSlug.id(for: title) else { throw ImportFault.noTitle(file) }
        if InstrumentID(title) != nil { throw ImportFault.titleIsID(file, title: title) }
        if let other = register.instruments.first(where: { $0.id == id }) {
            throw ImportFault.idTaken(file, id: id, title: title, by: "“\(other.displayTitle)” in laws/")
        }
        return id
    }

    /// A declared version of that date, else the stage that the headnotes tell.
    private static func version(
        date: CalendarDate?, declared: Instrument?, events: [LegalHistory.Event]
    ) -> VersionName {
        if let date, let version = declared?.versions.first(where: { !$0.isDraft && $0.signed == date }) {
            return version.name
        }
        guard let date else { return VersionName.undated }
        let act = events.last { $0.date == date }?.act ?? (events.count > 1 ? .amended : .adopted)
        return VersionName(date: date, stage: act.rawValue) ?? VersionName.undated
    }

    /// One source a file, so that two files for one version are two captures.
    private var source: String {
        "\(layout.rawValue).\(SHA256.hex(of: Array(place.utf8)).prefix(12))"
    }

    /// The file's name without its folders and its ending, and that ending in lower case.
    private var fileName: (stem: String, ending: String) {
        let name = file.utf8.split(separator: 0x2f).last ?? Substring(file).utf8
        guard let dot = name.lastIndex(of: 0x2e), dot > name.startIndex else {
            return (String(name) ?? file, "")
        }
        return (
            String(decoding: name[..<dot], as: UTF8.self),
            String(decoding: name[dot...].dropFirst(), as: UTF8.self).lowercased()
        )
    }
}
