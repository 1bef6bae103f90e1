import ArgumentParser
import Rendering
import Statute
import Tracking

/// The versions of one instrument.
struct Log: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show the versions of an instrument with all four dates, in legal order.")

    @Argument(help: "An id such as cn/cybersecurity-law, or a title.")
    var instrument: String

    @Option(
        help: "As far as the store knew at the end of this day (UTC), or at a moment (2019-01-01T10:00:00Z).")
    var known: String?

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let settings = try Settings(options)
        let library = try settings.library(knownAt: known)
        let rows = try VersionRow.rows(of: library.instrument(named: instrument), in: library)
        switch settings.format {
        case .json:
            Output.print([
                "schema": 1, "instrument": .string(try library.instrument(named: instrument).description),
                "versions": .array(rows.map(\.json)),
            ])
        case .text:
            let table = TerminalTable(
                [
                    .init("version"), .init("signed"), .init("published"), .init("effective"),
                    .init("captured"),
                    .init("text", flexible: true),
                ],
                rows: rows.map {
                    [$0.name, $0.signed, $0.published, $0.effective, $0.captured, $0.text].map { $0 ?? "–" }
                })
            Output.print(table.render(style: settings.terminal))
        case .html, .markdown, .docx, .svg:
            throw ValidationError("log has the formats text and json")
        }
    }
}

/// One line of the log: a held version, or a declared one that is not held.
struct VersionRow {
    var name: String?
    var signed: String?
    var published: String?
    var effective: String?
    /// When we first saw its first text.
    var captured: String?
    /// Which texts are held, or why none is.
    var text: String?
    var isHeld: Bool

    static func rows(of id: InstrumentID, in library: Library) throws -> [VersionRow] {
        let declared = library.register.instruments.first { $0.id == id }?.versions ?? []
        return try library.allVersions(of: id).map { name in
            if let record = try library.record(of: name, id) {
                let texts = record.texts.sorted { $0.key < $1.key }
                return VersionRow(
                    name: name.description, signed: record.signed, published: record.published,
                    effective: record.effective,
                    captured: texts.map(\.value.captured).min().map { String($0.prefix(10)) },
                    text: texts.map {
                        "\($0.key) (\(trust($0.value)))"
                    }
                    .joined(separator: ", "), isHeld: true)
            }
            let version = declared.first { $0.name == name }
            return VersionRow(
                name: name.description, signed: version?.signed?.description,
                published: version?.published?.description, effective: version?.effective?.description,
                captured: nil,
                text: version.map {
                    $0.text == "public" ? "public, not captured yet" : $0.text.replacing("-", with: " ")
                },
                isHeld: false)
        }
    }

    /// One word where all provisions are alike, else every kind there is, best first.
    /// With how much of it is held, for an extract.
    private static func trust(_ text: VersionRecord.Text) -> String {
        let provenance = text.provenance.provenance
        let kinds = Set(provenance.records.values.map(\.fidelity)).union([provenance.general.fidelity])
        let words = kinds.sorted().map { $0 == .assumed ? "not known" : $0.rawValue }
        let kind = words.count == 1 ? words[0] : "partly " + words.joined(separator: ", ")
        return [kind, provenance.extract?.words(held: text.articles)].compactMap { $0 }.joined(
            separator: "; ")
    }

    var json: JSONValue {
        [
            "version": .optional(name), "signed": .optional(signed), "published": .optional(published),
            "effective": .optional(effective), "captured": .optional(captured), "text": .optional(text),
            "held": .bool(isHeld),
        ]
    }
}
