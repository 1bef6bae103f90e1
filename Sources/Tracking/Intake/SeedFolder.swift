package import Foundation
package import Statute

/// The bundled texts: `snapshots/<country>/<slug>/<date>.<stage>.<lang>.txt`, our own renderings, each with the
/// declaration of its provenance beside it.
package struct SeedFolder {
    package let folder: URL

    package init(folder: URL) { self.folder = folder }

    /// Reads all seeds of the given instruments (all, when none are given), in order of their paths.
    ///
    /// A seed that cannot be used is a refusal with its reason; the others come in all the same.
    package func arrivals(
        register: Register, only: Set<InstrumentID> = [], decoder: Decoder
    ) -> (arrivals: [Arrival], refusals: [Refusal]) {
        var arrivals: [Arrival] = []
        var refusals: [Refusal] = []
        for instrument in register.instruments where only.isEmpty || only.contains(instrument.id) {
            let place = folder.appending(path: instrument.id.description)
            let names = (try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? []
            for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) })
            where name.hasSuffix(".txt") {
                let origin = "\(folder.relativePath)/\(instrument.id)/\(name)"
                do {
                    arrivals.append(
                        try arrival(
                            place.appending(path: name), instrument, origin: origin, register, decoder))
                } catch {
                    refusals.append(Refusal(origin: origin, reason: "\(error)"))
                }
            }
        }
        return (arrivals, refusals)
    }

    private func arrival(
        _ file: URL, _ instrument: Instrument, origin: String, _ register: Register, _ decoder: Decoder
    ) throws -> Arrival {
        let stem = file.deletingPathExtension().lastPathComponent
        guard let dot = stem.lastIndex(of: "."), let version = VersionName(String(stem[..<dot])),
            let language = Language(rawValue: String(stem[stem.index(after: dot)...]))
        else { throw SeedError.name(stem) }
        let bytes = try decoder.read(file.path)
        let parsed = StatuteParser.parse(try decoder.decode(bytes, origin).string, language: language)
        let declaration = file.deletingPathExtension().appendingPathExtension("provenance.yml")
        let provenanceBytes = try decoder.read(declaration.path)
        let provenance = try ProvenanceDeclaration.read(
            try decoder.decode(provenanceBytes, declaration.lastPathComponent).string,
            file: "\(folder.relativePath)/\(instrument.id)/\(declaration.lastPathComponent)",
            schema: register.provenanceSchema, for: parsed.text)
        return Arrival(
            origin: origin, bytes: bytes, fileExtension: "txt", source: "bundled.\(stem)",
            instrument: instrument.id,
            title: parsed.text.title, version: version, text: parsed.text, diagnostics: parsed.diagnostics,
            provenance: provenance, provenanceBytes: provenanceBytes, dates: LegalDates())
    }
}

private enum SeedError: Error, CustomStringConvertible {
    case name(String)

    var description: String {
        switch self {
        case .name(let stem): "“\(stem)” should be called date.stage.language, such as 2015-07-06.draft-1.en"
        }
    }
}
