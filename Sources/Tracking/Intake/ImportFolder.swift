package import Foundation
import GitStore
import Statute

/// A folder of dated texts, as `lexwatch import` takes them in.
package struct ImportFolder {
    package enum Layout: String, Sendable, CaseIterable {
        /// LawRefBook/Laws: `行政法/网络安全法(2016-11-07).md`, headnotes above a comment line.
        case lawrefbook
        /// Any folder of `.md` and `.txt` files, the date in brackets, in front or behind, or in the text.
        case folder
    }

    package let path: URL
    package let layout: Layout

    package init(path: URL, layout: Layout) {
        self.path = path
        self.layout = layout
    }

    /// The files to read, by path relative to the folder, sorted by bytes; hidden ones are passed over.
    package func files() -> [String] {
        if !isFolder {
            return FileManager.default.fileExists(atPath: path.path) ? [path.lastPathComponent] : []
        }
        let found = FileManager.default.enumerator(atPath: path.path)?.compactMap { $0 as? String } ?? []
        let endings: Set<String> = layout == .lawrefbook ? ["md"] : ["md", "txt"]
        return found.filter { name in
            endings.contains(URL(filePath: name).pathExtension.lowercased())
                && !name.split(separator: "/").contains {
                    $0.hasPrefix(".") || $0 == "README.md" || $0 == "_index.md"
                }
        }
        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private var isFolder: Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path.path, isDirectory: &isFolder) && isFolder.boolValue
    }

    /// Reads one of ``files()``.
    package func arrival(_ file: String, register: Register, decoder: Decoder) throws -> Arrival {
        let place = isFolder ? path.appending(path: file) : path
        let bytes = try decoder.read(place.path)
        let parsed = StatuteParser.parse(try decoder.decode(bytes, file).string)
        let name = DatedFileName(URL(filePath: file).deletingPathExtension().lastPathComponent)
        let title = parsed.text.title.isEmpty ? name.title : parsed.text.title
        let events = LegalHistory.events(in: parsed.text.headnotes)
        let date = name.date ?? events.last?.date
        let declared = register.instrument(named: title) ?? register.instrument(named: name.title)
        guard let id = declared?.id ?? TitleSlug.id(for: title) else { throw ImportError.noTitle(file) }
        let effective = LegalHistory.effectiveDate(of: parsed.text)
        return Arrival(
            origin: file, bytes: bytes, fileExtension: place.pathExtension.lowercased(),
            source: Self.source(of: file, layout), instrument: id, title: title,
            version: Self.version(date: date, declared: declared, events: events), text: parsed.text,
            diagnostics: parsed.diagnostics, provenance: .official, provenanceBytes: nil,
            dates: LegalDates(signed: date, effective: effective))
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
    private static func source(of file: String, _ layout: Layout) -> String {
        "\(layout.rawValue).\(SHA256.hex(of: Array(file.utf8)).prefix(12))"
    }

    private enum ImportError: Error, CustomStringConvertible {
        case noTitle(String)

        var description: String {
            switch self {
            case .noTitle(let file): "\(file): neither the text nor the file name gives a title"
            }
        }
    }
}
